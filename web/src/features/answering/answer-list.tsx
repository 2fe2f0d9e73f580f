import { findGiven, type GivenAnswers } from '@probant/shared/answers/given-answer';
import type { SupplierQuestionnaire } from '@probant/shared/questionnaires/supplier-questionnaire';
import { IconPaperclip } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Said } from './conflict-notice.js';
import { reviewTexts } from './review.texts.js';

interface AnswerListProps {
  readonly document: SupplierQuestionnaire;
  readonly answers: GivenAnswers;
  readonly hidden: readonly string[];
  /** Names of the pieces beside each question. */
  readonly pieces?: ReadonlyMap<string, readonly string[]>;
}

/** Every question with what was said, to be read and not changed. */
export function AnswerList({ document, answers, hidden, pieces }: AnswerListProps): ReactNode {
  const { t, language } = useTranslation(reviewTexts);
  return (
    <div className="pb-review-themes">
      {document.themes.map(({ code, title, questions }) => {
        const asked = questions.filter(({ id }) => !hidden.includes(id));
        if (asked.length === 0) return null;
        return (
          <section key={code}>
            <h3>{title[language]}</h3>
            <dl className="pb-review-answers">
              {asked.map((question) => {
                const answer = findGiven(answers, question.id);
                return (
                  <div key={question.id}>
                    <dt>
                      <span className="pb-mono pb-muted">{question.id}</span> {question.text[language]}
                    </dt>
                    <dd>
                      {answer === undefined ? (
                        <span className="pb-muted">{t('all.none')}</span>
                      ) : (
                        <Said question={question} answer={answer} />
                      )}
                      {(pieces?.get(question.id) ?? []).map((name) => (
                        <span key={name} className="pb-tag">
                          <IconPaperclip size={14} aria-hidden />
                          {name}
                        </span>
                      ))}
                    </dd>
                  </div>
                );
              })}
            </dl>
          </section>
        );
      })}
    </div>
  );
}
