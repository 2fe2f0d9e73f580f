import type { SupplierQuestion } from '@probant/shared/questionnaires/supplier-questionnaire';
import { IconChevronDown, IconMessageQuestion, IconPaperclip } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { answerSummary } from './answer-words.js';
import { answeringTexts } from './answering.texts.js';
import { changesTexts } from './changes.texts.js';
import { messageName, pieceName } from './kept-fields.js';
import { answerOf, noEntry, statusOfEntry } from './queue-state.js';
import { SaveStatusLine } from './save-status.js';
import type { Answering } from './use-answering.js';

interface FoldedQuestionProps {
  readonly question: SupplierQuestion;
  readonly answering: Answering;
  readonly onOpen: () => void;
}

/** A question that is not open: what was asked, what was said, and when it was saved, in one row that opens it. */
export const FoldedQuestion = memo(DrawnQuestion, isSame);

/** A key that goes to another question leaves this one as it is. */
function isSame(one: FoldedQuestionProps, other: FoldedQuestionProps): boolean {
  const { id } = one.question;
  const [was, is] = [one.answering, other.answering];
  return (
    one.question === other.question &&
    was.sheet === is.sheet &&
    was.completion === is.completion &&
    was.typed === is.typed &&
    was.uploads.get(id) === is.uploads.get(id) &&
    was.state.entries.get(id) === is.state.entries.get(id) &&
    was.state.outage === is.state.outage &&
    was.state.stopped === is.state.stopped
  );
}

function DrawnQuestion({ question, answering, onOpen }: FoldedQuestionProps): ReactNode {
  const { t, language } = useTranslation(answeringTexts);
  const { state } = answering;
  const entry = state.entries.get(question.id) ?? noEntry;
  const status = statusOfEntry(entry, state);
  const summary = answerSummary(question, answerOf(entry), language);
  return (
    <li className="pb-ans-item pb-ans-folded" data-place>
      <span className="pb-ans-id" aria-hidden>
        {question.id}
      </span>
      <button type="button" className="pb-card pb-ans-row" onClick={onOpen}>
        <span className="pb-hidden">
          {summary === '' ? t('question.open', { id: question.id }) : t('question.edit', { id: question.id })}
        </span>
        <span className={summary === '' ? 'pb-ans-row-text' : 'pb-ans-row-text pb-soft'}>
          {question.text[language]}
        </span>
        {summary === '' ? null : <span className="pb-ans-row-answer">{summary}</span>}
        <span className="pb-ans-row-facts">
          <Tags {...{ question, answering }} isBlank={summary === ''} />
          {summary === '' && status.kind === 'saved' ? null : <SaveStatusLine status={status} short />}
        </span>
        <IconChevronDown size={16} className="pb-muted pb-ans-row-open" aria-hidden />
      </button>
    </li>
  );
}

interface TagsProps {
  readonly question: SupplierQuestion;
  readonly answering: Answering;
  readonly isBlank: boolean;
}

/** What a closed card must not hide: what is expected, what was begun, what is under way. */
function Tags({ question: { id, mustAnswer }, answering, isBlank }: TagsProps): ReactNode {
  const { t } = useTranslation(answeringTexts);
  const { t: tc } = useTranslation(changesTexts);
  const { sheet, completion, toReconfirm, uploads, typed } = answering;
  const partial = completion.partial.find((one) => one.id === id);
  const pieces = sheet.state.pieces.filter(({ questionId }) => questionId === id);
  const upload = uploads.get(id);
  const awaiting = sheet.state.threads.some((thread) => thread.awaiting && thread.questionId === id);
  const unsavedPiece = pieces.some((piece) => !piece.submitted && typed.has(pieceName(piece.evidenceId)));
  return (
    <>
      {awaiting ? (
        <Tag icon={<IconMessageQuestion size={14} aria-hidden />}>{t('question.awaiting')}</Tag>
      ) : null}
      {toReconfirm.includes(id) ? <Tag>{tc('reconfirm')}</Tag> : null}
      {typed.has(messageName(id)) ? <Tag>{t('thread.draft')}</Tag> : null}
      {partial === undefined ? null : (
        <Tag>{t('question.partial', { count: partial.given, total: partial.required })}</Tag>
      )}
      {pieces.length > 0 ? (
        <span className="pb-tag">
          <IconPaperclip size={14} aria-hidden />
          {t('question.pieces', { count: pieces.length })}
        </span>
      ) : null}
      {unsavedPiece ? <Tag>{t('question.piece-unsaved')}</Tag> : null}
      {upload === undefined ? null : upload.stage === 'under-way' ? (
        <span className="pb-tag">{t('uploading', { count: upload.count })}</span>
      ) : upload.stage === 'waiting' ? (
        <span className="pb-tag">
          {t('waiting.what', { what: t('waiting.files', { count: upload.count }) })}
        </span>
      ) : (
        <Tag>{t('upload-failed', { count: upload.count })}</Tag>
      )}
      {isBlank && mustAnswer ? <Tag>{t('question.must')}</Tag> : null}
    </>
  );
}

interface TagProps {
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

function Tag({ icon = null, children }: TagProps): ReactNode {
  return (
    <span className="pb-tag pb-tag-amber">
      {icon}
      {children}
    </span>
  );
}
