import { findHidingClause, findQuestion } from '@probant/shared/answers/visibility';
import type { SupplierQuestion } from '@probant/shared/questionnaires/supplier-questionnaire';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { today } from '../../platform/today.js';
import { answerSummary } from './answer-words.js';
import { answeringTexts } from './answering.texts.js';
import type { Answering } from './use-answering.js';

interface HiddenNoteProps {
  readonly question: SupplierQuestion;
  readonly answering: Answering;
}

/** In place of a question that another answer makes moot: which one, and that nothing is thrown away. */
export function HiddenNote({ question, answering }: HiddenNoteProps): ReactNode {
  const { t, language } = useTranslation(answeringTexts);
  const { sheet, given, state } = answering;
  const cause = findCause(answering, question.id);
  const parent = cause === undefined ? undefined : findQuestion(sheet.document, cause);
  if (parent === undefined) return null;
  const answer = answerSummary(parent, given[parent.id], language);
  const kept = state.entries.get(question.id)?.saved;
  return (
    <li className="pb-ans-item">
      <p className="pb-ans-moot pb-xs pb-muted">
        {t('hidden', { id: question.id, parent: parent.id, answer })}
        {kept !== undefined && kept.state !== 'cleared' ? ` ${t('hidden.kept')}` : ''}
      </p>
    </li>
  );
}

/** The question that was answered so as to hide this one; over others that it hides as well. */
function findCause({ sheet, given }: Answering, questionId: string): string | undefined {
  const clause = findHidingClause(sheet.document, given, questionId, today());
  if (clause === undefined) return undefined;
  return findHidingClause(sheet.document, given, clause.q, today()) === undefined
    ? clause.q
    : findCause({ sheet, given } as Answering, clause.q);
}
