import './pieces.css';

import { evidenceKindLabel, unstatedKind } from '@probant/shared/evidence/kinds';
import { acceptedTypes } from '@probant/shared/evidence/media';
import { maxBytes } from '@probant/shared/limits';
import type { SupplierQuestion } from '@probant/shared/questionnaires/supplier-questionnaire';
import { inSentence } from '@probant/shared/words/in-sentence';
import { type ReactNode, useState, useSyncExternalStore } from 'react';

import type { Language } from '../../platform/i18n/language.js';
import { translator } from '../../platform/i18n/texts.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { FileDrop } from '../../ui/input/file-drop.js';
import { PieceRow } from './piece-row.js';
import { pieceTexts } from './pieces.texts.js';
import { RemovedPiece, useRemoval } from './removed-piece.js';
import { ReusePiece } from './reuse-piece.js';
import { UploadRow } from './upload-row.js';
import type { Answering } from './use-answering.js';
import type { ChangedPiece } from './uploads.js';
import { usePieceActs, useWorkspacePieces } from './use-pieces.js';

interface QuestionPiecesProps {
  readonly question: SupplierQuestion;
  readonly answering: Answering;
  readonly readOnly: boolean;
}

/** The pieces beside an answer, what would be accepted, and the place to add one. */
export function QuestionPieces({ question, answering, readOnly }: QuestionPiecesProps): ReactNode {
  const { t, language } = useTranslation(pieceTexts);
  const { sheet, queue, completion } = answering;
  const { assessmentId } = sheet.state;
  const acts = usePieceActs(assessmentId, queue);
  const workspace = useWorkspacePieces(assessmentId);
  const [fresh, setFresh] = useState<readonly string[]>([]);
  const [told, setTold] = useState<string | null>(null);
  const { uploads } = answering.desk;
  const items = useSyncExternalStore(uploads.subscribe, () => uploads.readOf(question.id));
  const pieces = sheet.state.pieces.filter(({ questionId }) => questionId === question.id);
  const missing = completion.piecesMissing.includes(question.id);
  const { need, kinds } = question.evidence;
  const onDone = (piece: ChangedPiece, fileName: string): void => {
    if (workspace.data?.some(({ id }) => id === piece.id) === true)
      setTold(sameFileWords(piece, fileName, language));
    else setFresh((before) => [...before, piece.id]);
    void acts.settle(piece);
  };
  const add = (files: readonly File[]): void => {
    setTold(null);
    // What it is, a person says: the first kind that is expected would only be a guess.
    const fields = { kind: unstatedKind, questionIds: [question.id] };
    uploads.start(question.id, files, { path: `/api/requests/${assessmentId}/evidence`, fields, onDone });
  };
  const removal = useRemoval(question.id, acts);
  if (readOnly && pieces.length === 0) return null;
  return (
    <section className="pb-ans-pieces" aria-label={t('drop', { id: question.id })}>
      <div className="pb-ans-pieces-head">
        <span className="pb-label">
          {t('pieces')} {need === 'required' ? <span className="pb-amber">{t('required')}</span> : null}
          {need === 'recommended' ? t('recommended') : null}
        </span>
        {missing || kinds.length === 0 ? null : (
          <span className="pb-xs pb-muted pb-ans-accepted">{acceptedWords(question, language)}</span>
        )}
      </div>
      {missing ? (
        <p className="pb-sm pb-amber">
          {t(missingKey(pieces), { kinds: acceptedWords(question, language) })}
        </p>
      ) : null}
      <ul className="pb-ans-piece-list">
        {pieces.map((piece) => (
          <PieceRow
            key={piece.evidenceId}
            {...{ piece, question, answering, acts, uploads, onDone, readOnly }}
            onUnlink={removal.remove}
            startOpen={fresh.includes(piece.evidenceId)}
          />
        ))}
        {items.map((upload) => (
          <UploadRow key={upload.key} {...{ upload, uploads }} />
        ))}
        {removal.removed
          .filter(({ evidenceId }) => !pieces.some((piece) => piece.evidenceId === evidenceId))
          .map((piece) => (
            <RemovedPiece key={piece.evidenceId} piece={piece} onUndo={removal.undo} />
          ))}
      </ul>
      {acts.link.isError ? <ProblemNotice error={acts.link.error} /> : null}
      {acts.unlink.isError ? <ProblemNotice error={acts.unlink.error} /> : null}
      {readOnly ? null : (
        <>
          <FileDrop
            label={t('drop', { id: question.id })}
            accept={acceptedTypes}
            maxBytes={maxBytes.evidenceFile}
            multiple
            onFiles={add}
          />
          <p className="pb-sm pb-soft" role="status">
            {told ?? ''}
          </p>
          <ReusePiece {...{ question, acts, pieces }} workspace={workspace.data ?? []} />
        </>
      )}
    </section>
  );
}

/** Nothing stands beside the answer, something that nobody has named, or something else than what is asked for. */
function missingKey(
  pieces: readonly { readonly kind: string }[],
): 'missing' | 'missing.kind' | 'missing.other' {
  if (pieces.length === 0) return 'missing';
  return pieces.some(({ kind }) => kind === unstatedKind) ? 'missing.kind' : 'missing.other';
}

function sameFileWords(piece: ChangedPiece, fileName: string, language: Language): string {
  const t = translator(pieceTexts, language);
  return piece.name === fileName
    ? t('same-file.name', { name: fileName })
    : t('same-file', { name: fileName, known: piece.name });
}

/** `procès-verbal de test, schéma d'architecture ou capture datée, de moins de 12 mois`. */
function acceptedWords({ evidence }: SupplierQuestion, language: Language): string {
  const names = evidence.kinds.map((kind) => evidenceKindLabel(kind)[language]);
  const listed = new Intl.ListFormat(language, { type: 'disjunction' }).format(names.map(inSentence));
  if (evidence.maxAgeMonths === undefined) return listed;
  return translator(pieceTexts, language)('max-age', { kinds: listed, count: evidence.maxAgeMonths });
}
