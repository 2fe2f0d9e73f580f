import { Button, NativeSelect, TextInput } from '@mantine/core';
import { acceptedTypes } from '@probant/shared/evidence/media';
import { maxBytes } from '@probant/shared/limits';
import { mayAddPiece, pieceRoles, type PieceRole } from '@probant/shared/notices/pieces';
import { evidenceLevels } from '@probant/shared/questionnaires/document';
import { type ReactNode, useState } from 'react';

import { shownElsewhere } from '../../platform/api/use-act.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { FileDrop } from '../../ui/input/file-drop.js';
import { draftTexts } from './draft.texts.js';
import { GradeDialog } from './grade-dialog.js';
import { PieceRow } from './piece-row.js';
import { type Notice, type NoticePiece, useAddPiece } from './use-notices.js';

/** The files of a notice by what they prove, the way to add one, and what the supplier's are worth. */
export function PieceSection({
  notice,
  writes,
}: {
  readonly notice: Notice;
  readonly writes: boolean;
}): ReactNode {
  const { t } = useTranslation(draftTexts);
  const [graded, setGraded] = useState<NoticePiece | null>(null);
  const roles = pieceRoles.filter((role) => mayAddPiece('buyer', role, notice.state));
  return (
    <section className="pb-section" aria-labelledby="notice-pieces">
      <h2 id="notice-pieces">{t('pieces')}</h2>
      {notice.pieces.length === 0 ? <p className="pb-sm pb-muted">{t('pieces.none')}</p> : null}
      {pieceRoles.map((role) => {
        const pieces = notice.pieces.filter((piece) => piece.role === role);
        if (pieces.length === 0) return null;
        return (
          <div key={role}>
            <h3>{t(`pieces.${role}`)}</h3>
            <ul>
              {pieces.map((piece) => (
                <PieceRow
                  key={piece.id}
                  piece={piece}
                  address={`/api/notices/${notice.id}/pieces/${piece.id}/content`}
                  action={
                    role === 'cure' && writes ? (
                      <Button size="xs" onClick={() => setGraded(piece)}>
                        {t('grade')}
                        <span className="pb-hidden"> {piece.name}</span>
                      </Button>
                    ) : null
                  }
                />
              ))}
            </ul>
          </div>
        );
      })}
      {writes && roles.length > 0 ? <AddPiece key={notice.state} noticeId={notice.id} roles={roles} /> : null}
      {graded === null ? null : (
        <GradeDialog noticeId={notice.id} piece={graded} onClose={() => setGraded(null)} />
      )}
    </section>
  );
}

interface AddPieceProps {
  readonly noticeId: string;
  readonly roles: readonly PieceRole[];
}

/** A file is scanned and kept as it is dropped, with what stands beside it then. */
function AddPiece({ noticeId, roles }: AddPieceProps): ReactNode {
  const { t } = useTranslation(draftTexts);
  const add = useAddPiece(noticeId);
  const [role, setRole] = useState<string>(roles.includes('receipt') ? 'receipt' : (roles[0] ?? 'breach'));
  const [datedOn, setDatedOn] = useState('');
  const [level, setLevel] = useState<string>('E2');
  return (
    <>
      <h3>{t('pieces.add')}</h3>
      <div className="pb-notice-add">
        <NativeSelect
          label={t('piece.role')}
          data={roles.map((value) => ({ value, label: t(`pieces.${value}`) }))}
          value={role}
          onChange={({ currentTarget }) => setRole(currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('piece.dated')}
          value={datedOn}
          onChange={({ currentTarget }) => setDatedOn(currentTarget.value)}
        />
        {role === 'breach' ? (
          <NativeSelect
            label={t('piece.level')}
            data={evidenceLevels.map((value) => ({ value, label: t(`level.${value}`) }))}
            value={level}
            onChange={({ currentTarget }) => setLevel(currentTarget.value)}
          />
        ) : null}
        <div className="pb-notice-wide">
          <FileDrop
            label={t('piece.drop')}
            accept={acceptedTypes}
            maxBytes={maxBytes.evidenceFile}
            disabled={add.isPending}
            onFiles={([file]) => {
              const fields = { role, datedOn, level: role === 'breach' ? level : '' };
              if (file) add.mutateAsync({ file, fields }).catch(shownElsewhere);
            }}
          />
        </div>
      </div>
      <p className="pb-sm pb-soft" role="status">
        {add.isPending ? t('piece.sending', { name: add.variables.file.name }) : ''}
      </p>
      {add.isError ? <ProblemNotice error={add.error} /> : null}
    </>
  );
}
