import { Button, NativeSelect } from '@mantine/core';
import { evidenceKindLabel } from '@probant/shared/evidence/kinds';
import { acceptedTypes } from '@probant/shared/evidence/media';
import { maxBytes } from '@probant/shared/limits';
import { type ReactNode, useState } from 'react';

import { shownElsewhere } from '../../platform/api/use-act.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { FileDrop } from '../../ui/input/file-drop.js';
import { useStorePiece, type WarningPiece } from './use-warnings.js';
import { warningTexts } from './warnings.texts.js';

const kinds = ['courriel', 'proposition', 'compte_rendu', 'mise_en_garde', 'rapport', 'autre'] as const;

interface PieceFieldProps {
  readonly pieces: readonly WarningPiece[];
  readonly onPieces: (pieces: WarningPiece[]) => void;
}

/** Pieces are scanned and stored as they are dropped; the entry names those that are left when it is signed. */
export function PieceField({ pieces, onPieces }: PieceFieldProps): ReactNode {
  const { t, language } = useTranslation(warningTexts);
  const [kind, setKind] = useState<string>(kinds[0]);
  const [sending, setSending] = useState('');
  const store = useStorePiece();
  const add = (files: readonly File[]): void => {
    const [file] = files;
    if (file === undefined) return;
    setSending(file.name);
    store
      .mutateAsync({ file, kind })
      .then((piece) => {
        onPieces([...pieces, piece]);
      }, shownElsewhere)
      .finally(() => {
        setSending('');
      });
  };
  return (
    <fieldset className="pb-warnings-pieces">
      <legend className="pb-field-label">{t('pieces')}</legend>
      {pieces.length === 0 ? null : (
        <ul>
          {pieces.map((piece) => (
            <li key={piece.id} className="pb-between pb-sm">
              <span className="pb-ellipsis">
                {piece.name} <span className="pb-muted">· {evidenceKindLabel(piece.kind)[language]}</span>
              </span>
              <Button
                size="xs"
                variant="subtle"
                onClick={() => {
                  onPieces(pieces.filter(({ id }) => id !== piece.id));
                }}
              >
                {t('piece.remove', { name: piece.name })}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {store.isError ? <ProblemNotice error={store.error} /> : null}
      <NativeSelect
        label={t('piece.kind')}
        data={kinds.map((value) => ({ value, label: evidenceKindLabel(value)[language] }))}
        value={kind}
        onChange={({ currentTarget }) => {
          setKind(currentTarget.value);
        }}
      />
      <FileDrop
        label={t('piece.drop')}
        accept={acceptedTypes}
        maxBytes={maxBytes.evidenceFile}
        disabled={sending !== ''}
        onFiles={add}
      />
      <p className="pb-sm pb-soft" role="status">
        {sending === '' ? '' : t('piece.sending', { name: sending })}
      </p>
    </fieldset>
  );
}
