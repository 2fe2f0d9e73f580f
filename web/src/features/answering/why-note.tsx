import type {
  SupplierQuestion,
  SupplierQuestionnaire,
} from '@probant/shared/questionnaires/supplier-questionnaire';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { LessonLink } from '../../ui/law/lesson-link.js';
import { Quote } from '../../ui/law/quote.js';
import { answeringTexts } from './answering.texts.js';

interface WhyNoteProps {
  readonly document: SupplierQuestionnaire;
  readonly question: SupplierQuestion;
  readonly helpId: string;
}

/** Why we ask, in the words of the source, and what a good answer brings; beside the question or under it. */
export function WhyNote({ document, question, helpId }: WhyNoteProps): ReactNode {
  const { t, language } = useTranslation(answeringTexts);
  const lessons = document.lessons.filter(({ id }) => question.lessons.includes(id));
  // Two speak for themselves; the lesson has the rest.
  const quoted = lessons
    .flatMap(({ id, quote, source }) => (quote === undefined ? [] : [{ id, quote, source }]))
    .slice(0, 2);
  const references = lessons.flatMap(({ reference }) => (reference === undefined ? [] : [reference]));
  const help = question.help?.[language];
  if (lessons.length === 0 && help === undefined) return null;
  return (
    <aside className="pb-ans-why" aria-label={`${t('why')}, ${question.id}`}>
      <p className="pb-label">{t('why')}</p>
      {quoted.map(({ id, quote, source }, index) => {
        const followed = quoted[index + 1]?.source === source;
        const citation = document.sources.find((candidate) => candidate.id === source)?.citation[language];
        return (
          <Quote key={id} {...(followed || citation === undefined ? {} : { source: citation })}>
            {quote}
          </Quote>
        );
      })}
      {help === undefined ? null : (
        <p className="pb-sm pb-soft" id={helpId}>
          {help}
        </p>
      )}
      {references.length > 0 ? <p className="pb-xs pb-muted">{references.join(' · ')}</p> : null}
      {quoted[0] === undefined ? null : <LessonLink lessonId={quoted[0].id} />}
    </aside>
  );
}
