import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { lessonTexts } from './lesson.texts.js';
import { type Citations, useCitations, useQuestionAddress } from './use-lessons.js';

/** Who rests on a lesson: the case, questions, floors and clauses, each with the way to it. */
export function CitedBy({ lessonId }: { readonly lessonId: string }): ReactNode {
  const citations = useCitations(lessonId);
  if (citations.isPending) return <ListSkeleton rows={3} />;
  if (citations.isError) return <ProblemNotice error={citations.error} onRetry={citations.refetch} />;
  const { cases, questions, knockouts, clauses } = citations.data;
  return (
    <>
      {cases.length === 0 ? null : <Cases cases={cases} />}
      {questions.length === 0 ? null : <Questions questions={questions} />}
      {knockouts.length === 0 ? null : <Knockouts knockouts={knockouts} />}
      {clauses.length === 0 ? null : <Clauses clauses={clauses} />}
    </>
  );
}

function Cases({ cases }: Pick<Citations, 'cases'>): ReactNode {
  const { t, language } = useTranslation(lessonTexts);
  return (
    <section aria-labelledby="lesson-cases">
      <h2 id="lesson-cases" className="pb-label">
        {t('cases')}
      </h2>
      <ul className="pb-lesson-list">
        {cases.map(({ key, name, questions }) => (
          <li key={key}>
            <Link to={`/cases/${key}`}>{name[language]}</Link>
            <span className="pb-sm pb-soft">
              {questions.length === 0
                ? t('case.none')
                : t('case.questions', { questions: questions.join(', ') })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Questions({ questions }: Pick<Citations, 'questions'>): ReactNode {
  const { t, language } = useTranslation(lessonTexts);
  const addressOf = useQuestionAddress();
  return (
    <section aria-labelledby="lesson-questions">
      <h2 id="lesson-questions" className="pb-label">
        {t('questions', { count: questions.length })}
      </h2>
      <ul className="pb-lesson-list">
        {questions.map(({ id, theme, label }) => {
          const address = addressOf(theme, id);
          return (
            <li key={id}>
              <span className="pb-mono pb-xs pb-muted">{id}</span>
              {address === null ? (
                <span>{label[language]}</span>
              ) : (
                <Link to={address}>{label[language]}</Link>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Knockouts({ knockouts }: Pick<Citations, 'knockouts'>): ReactNode {
  const { t, language } = useTranslation(lessonTexts);
  return (
    <section aria-labelledby="lesson-knockouts">
      <h2 id="lesson-knockouts" className="pb-label">
        {t('knockouts', { count: knockouts.length })}
      </h2>
      <ul className="pb-lesson-list">
        {knockouts.map(({ id, floor, text }) => (
          <li key={id} className="pb-lesson-stacked">
            <span className="pb-row pb-wrap">
              <span className="pb-mono pb-xs pb-verm">{id}</span>
              <span className="pb-xs pb-muted">
                {t('knockout.floor', { floor: formatNumber(floor, language) })}
              </span>
              <Link className="pb-xs" to={`/portfolio?knockout=${id}`}>
                {t('knockout.who')}
              </Link>
            </span>
            <span className="pb-sm">{text[language]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Clauses({ clauses }: Pick<Citations, 'clauses'>): ReactNode {
  const { t, language } = useTranslation(lessonTexts);
  return (
    <section aria-labelledby="lesson-clauses">
      <h2 id="lesson-clauses" className="pb-label">
        {t('clauses', { count: clauses.length })}
      </h2>
      <ul className="pb-lesson-list">
        {clauses.map(({ id, title, model }) => (
          <li key={id} className="pb-lesson-stacked">
            <span className="pb-row pb-wrap">
              <span className="pb-mono pb-xs pb-muted">{id}</span> {title[language]}
            </span>
            <details>
              <summary className="pb-sm">{t('clause.model')}</summary>
              <p className="pb-sm pb-soft" lang="fr">
                {model}
              </p>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
