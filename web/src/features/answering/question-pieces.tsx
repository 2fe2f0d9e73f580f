import './pieces.css';

import { evidenceKindLabel } from '@probant/shared/evidence/kinds';
import { acceptedTypes } from '@probant/shared/evidence/media';
import { maxBytes } from '@probant/shared/limits';
import type { SupplierQuestion } from '@probant/shared/questionnaires/supplier-questionnaire';
import { inSentence } from '@probant/shared/words/in-sentence';
import { lazy, type ReactNode, Suspense, useState } from 'react';

import type { Language } from '../../platform/i18n/language.js';
import { translator } from '../../platform/i18n/texts.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { FileDrop } from '../../ui/input/file-drop.js';
import { PieceRow } from './piece-row.js';
import { pieceTexts } from './pieces.texts.js';
import { UploadRow } from './upload-row.js';
import type { Answering } from './use-answering.js';
import type { ChangedPiece } from './upload-file.js';
import { usePieceActs, useWorkspacePieces } from './use-pieces.js';
import { useUploads } from './use-uploads.js';

const PiecePicker = lazy(async () => ({ default: (await import('./piece-picker.js')).PiecePicker }));

interface QuestionPiecesProps {
  readonly question: SupplierQuestion;
  readonly answering: Answering;
  readonly readOnly: boolean;
}

/** 25 MB in the decimal megabytes that people read; the API's own limit lies a little above. */
const offeredBytes = Math.floor(maxBytes.evidenceFile / 1_048_576) * 1_000_000;

/** The pieces beside an answer, what would be accepted, and the place to add one. */
export function QuestionPieces({ question, answering, readOnly }: QuestionPiecesProps): ReactNode {
  const { t, language } = useTranslation(pieceTexts);
  const { sheet, queue, completion } = answering;
  const { assessmentId } = sheet.state;
  const acts = usePieceActs(assessmentId, queue);
  const workspace = useWorkspacePieces(assessmentId);
  const [picking, setPicking] = useState(false);
  const [fresh, setFresh] = useState<string | null>(null);
  const { uploads, items } = useUploads(assessmentId, question.id);
  const onDone = (piece: ChangedPiece): void => {
    setFresh(piece.id);
    void acts.settle(piece);
  };
  const pieces = sheet.state.pieces.filter(({ questionId }) => questionId === question.id);
  const missing = completion.piecesMissing.includes(question.id);
  const others = (workspace.data ?? []).filter(
    ({ id, superseded }) => !superseded && !pieces.some(({ evidenceId }) => evidenceId === id),
  );
  const { need, kinds } = question.evidence;
  const add = (files: readonly File[]): void => {
    const fields = { kind: kinds[0] ?? 'autre', questionIds: [question.id] };
    uploads.start(files, { path: `/api/requests/${assessmentId}/evidence`, fields, onDone });
  };
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
        <p className="pb-sm pb-amber">{t('missing', { kinds: acceptedWords(question, language) })}</p>
      ) : null}
      <ul className="pb-ans-piece-list">
        {pieces.map((piece) => (
          <PieceRow
            key={piece.evidenceId}
            {...{ piece, question, answering, acts, uploads, onDone, readOnly }}
            startOpen={piece.evidenceId === fresh}
          />
        ))}
        {items.map((upload) => (
          <UploadRow key={upload.key} upload={upload} onDrop={uploads.drop} />
        ))}
      </ul>
      {acts.link.isError ? <ProblemNotice error={acts.link.error} /> : null}
      {acts.unlink.isError ? <ProblemNotice error={acts.unlink.error} /> : null}
      {readOnly ? null : (
        <>
          <FileDrop
            label={t('drop', { id: question.id })}
            accept={acceptedTypes}
            maxBytes={offeredBytes}
            multiple
            onFiles={add}
          />
          {others.length === 0 ? null : (
            <button
              type="button"
              className="pb-ans-link"
              onClick={() => {
                setPicking(true);
              }}
            >
              {t('reuse', { count: others.length })}
            </button>
          )}
        </>
      )}
      {picking ? (
        <Suspense>
          <PiecePicker
            pieces={others}
            onChoose={(evidenceId) => {
              setPicking(false);
              acts.link.mutate({ evidenceId, questionId: question.id });
            }}
            onClose={() => {
              setPicking(false);
            }}
          />
        </Suspense>
      ) : null}
    </section>
  );
}

/** `procès-verbal de test, schéma d'architecture ou capture datée, de moins de 12 mois`. */
function acceptedWords({ evidence }: SupplierQuestion, language: Language): string {
  const names = evidence.kinds.map((kind) => evidenceKindLabel(kind)[language]);
  const listed = new Intl.ListFormat(language, { type: 'disjunction' }).format(names.map(inSentence));
  if (evidence.maxAgeMonths === undefined) return listed;
  return translator(pieceTexts, language)('max-age', { kinds: listed, count: evidence.maxAgeMonths });
}
