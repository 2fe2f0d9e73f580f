import { Checkbox, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { pieceTexts } from './pieces.texts.js';
import type { Answering } from './use-answering.js';
import type { PieceActs } from './use-pieces.js';
import type { SheetPiece } from './use-sheet.js';

interface PieceLinksProps {
  readonly piece: SheetPiece;
  readonly answering: Answering;
  readonly acts: PieceActs;
  readonly onClose: () => void;
}

/** Attached once, a piece serves as many questions as it answers. */
export function PieceLinks({ piece, answering, acts, onClose }: PieceLinksProps): ReactNode {
  const { t, language } = useTranslation(pieceTexts);
  const [search, setSearch] = useState('');
  const { sheet, completion } = answering;
  const { evidenceId, kind } = piece;
  const linked = new Set(
    sheet.state.pieces.filter((row) => row.evidenceId === evidenceId).map(({ questionId }) => questionId),
  );
  const words = search.trim().toLowerCase();
  // Those that expect a piece of this kind come first.
  const questions = sheet.document.themes
    .flatMap(({ questions: own }) => own)
    .filter(({ id }) => !completion.hidden.includes(id))
    .filter(({ id, text }) => `${id} ${text[language]}`.toLowerCase().includes(words))
    .sort((one, other) => rank(other.evidence.kinds, kind) - rank(one.evidence.kinds, kind));
  const { link, unlink } = acts;
  return (
    <Dialog size="lg" keepsNothing title={t('links.title', { name: piece.name })} onClose={onClose}>
      <div className="pb-stack">
        <TextInput
          label={t('links.search')}
          value={search}
          onChange={({ target }) => {
            setSearch(target.value);
          }}
        />
        {link.isError ? <ProblemNotice error={link.error} /> : null}
        {unlink.isError ? <ProblemNotice error={unlink.error} /> : null}
        <ul className="pb-ans-links">
          {questions.map(({ id, text }) => (
            <li key={id}>
              <Checkbox
                label={`${id} · ${text[language]}`}
                checked={linked.has(id)}
                disabled={link.isPending || unlink.isPending}
                onChange={({ target }) => {
                  (target.checked ? link : unlink).mutate({ evidenceId, questionId: id });
                }}
              />
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

function rank(kinds: readonly string[], kind: string): number {
  return kinds.includes(kind) ? 1 : 0;
}
