import type { SupplierQuestion } from '@probant/shared/questionnaires/supplier-questionnaire';
import { IconChevronDown, IconMessageQuestion, IconPaperclip } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { answerSummary } from './answer-words.js';
import { answeringTexts } from './answering.texts.js';
import { answerOf, type Entry, type SaveStatus } from './queue-state.js';
import { SaveStatusLine } from './save-status.js';

interface FoldedQuestionProps {
  readonly question: SupplierQuestion;
  readonly entry: Entry;
  readonly status: SaveStatus;
  readonly pieces: number;
  readonly awaiting: boolean;
  readonly onOpen: () => void;
}

/** A question that is not open: what was asked, what was said, and when it was saved, in one line that opens it. */
export function FoldedQuestion(props: FoldedQuestionProps): ReactNode {
  const { question, entry, status, pieces, awaiting, onOpen } = props;
  const { t, language } = useTranslation(answeringTexts);
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
        {awaiting ? (
          <span className="pb-tag pb-tag-amber">
            <IconMessageQuestion size={14} aria-hidden />
            {t('question.awaiting')}
          </span>
        ) : null}
        {pieces > 0 ? (
          <span className="pb-tag">
            <IconPaperclip size={14} aria-hidden />
            {t('question.pieces', { count: pieces })}
          </span>
        ) : null}
        {summary === '' && question.mustAnswer ? (
          <span className="pb-tag pb-tag-amber">{t('question.must')}</span>
        ) : null}
        {summary === '' && status.kind === 'saved' ? null : <SaveStatusLine status={status} short />}
        <IconChevronDown size={16} className="pb-muted" aria-hidden />
      </button>
    </li>
  );
}
