import type { Question } from '@probant/shared/questionnaires/document';
import type { ReactNode } from 'react';

import { formatInstant, formatInstantDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { answerLines } from '@probant/shared/answers/answer-lines';
import { reassessmentTexts } from '../../ui/reassessment/reassessment.texts.js';
import { useSentCarry } from '../../ui/reassessment/use-reassessment.js';
import { AnswerTable } from './answer-table.js';
import { ContradictionNotice } from './contradiction-notice.js';
import { findAnswer, type Review, toGiven, traceOf } from './review-model.js';
import { judgingTexts } from './judging.texts.js';

interface AnswerBlockProps {
  readonly review: Review;
  readonly question: Question;
  readonly onQuestion: (questionId: string) => void;
}

/** What the supplier said, in its own words, and what it said before. */
export function AnswerBlock({ review, question, onQuestion }: AnswerBlockProps): ReactNode {
  const { t, language } = useTranslation(judgingTexts);
  const given = findAnswer(review, question.id);
  const line = traceOf(review.score).lines.find((one) => one.question === question.id);
  const lines = answerLines(question, given, language);
  const words = given?.state === 'na' ? given.justification : '';
  return (
    <>
      <div className="pb-examine-answer">
        <h3 className="pb-label">{t('answer')}</h3>
        <div className="pb-examine-said">
          {question.type === 'table' && given?.state === 'answered' ? (
            <AnswerTable question={question} value={given.value} />
          ) : lines.length === 1 ? (
            <p className="pb-lg pb-medium">{lines[0]}</p>
          ) : (
            <ul className="pb-examine-lines">
              {lines.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          )}
          {[words, given?.comment ?? ''].map((text, index) =>
            text === '' ? null : (
              <p key={index === 0 ? 'justification' : 'comment'} className="pb-soft pb-examine-words">
                {`«\u00A0${text}\u00A0»`}
              </p>
            ),
          )}
          {line?.status === 'inherited' && line.inheritedFrom !== null ? (
            <p className="pb-xs pb-muted">{t('answer.inherited', { id: line.inheritedFrom })}</p>
          ) : null}
          <p className="pb-xs pb-muted">
            {given === undefined ? null : <Authorship review={review} question={question} />}
            <Before review={review} question={question} />
            <Carried review={review} question={question} />
          </p>
        </div>
      </div>
      <ContradictionNotice review={review} questionId={question.id} onQuestion={onQuestion} />
    </>
  );
}

/** Who saved the answer and who attested the whole. A submission older than that record names who attested. */
function Authorship({ review, question }: Omit<AnswerBlockProps, 'onQuestion'>): ReactNode {
  const { t, language } = useTranslation(judgingTexts);
  const [submission] = review.submissions;
  const said = review.answers.find(({ questionId }) => questionId === question.id);
  if (submission === undefined) return null;
  const attested = { name: submission.attestedBy, at: formatInstant(submission.submittedAt, language) };
  if (said === undefined || said.savedBy === null || said.savedAt === null) return t('answer.by', attested);
  return `${t('answer.saved', { name: said.savedBy, at: formatInstant(said.savedAt, language) })} · ${t('answer.attested', attested)}`;
}

/** Of an answer that an earlier assessment gave: whether it was reconfirmed as it was. */
function Carried({ review, question }: Omit<AnswerBlockProps, 'onQuestion'>): ReactNode {
  const { t, language } = useTranslation(reassessmentTexts);
  const carry = useSentCarry(review.assessmentId).data ?? null;
  const carried = carry?.answers.find(({ questionId }) => questionId === question.id);
  if (carry === null || carried === undefined || carried.standing === 'waiting') return null;
  const words = carried.standing === 'same' ? 'answer.same' : 'answer.changed';
  return ` · ${t(words, { day: formatInstantDay(carry.givenAt, language) })}`;
}

function Before({ review, question }: Omit<AnswerBlockProps, 'onQuestion'>): ReactNode {
  const { t, language } = useTranslation(judgingTexts);
  const before = review.previous.find(({ questionId }) => questionId === question.id);
  if (before === undefined) return null;
  const given = before.answer === null ? undefined : toGiven(before.answer);
  return (
    <>
      {' · '}
      {t('answer.before', {
        answer: answerLines(question, given, language).join(' ; '),
        number: before.number,
        on: formatInstantDay(before.submittedAt, language),
      })}
    </>
  );
}
