import { evidenceKindLabel } from '@probant/shared/evidence/kinds';
import type { Lesson, Question, QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { inUnit } from '@probant/shared/words/units';
import type { ReactNode } from 'react';

import { formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { LessonLink } from '../../ui/law/lesson-link.js';
import { Quote } from '../../ui/law/quote.js';
import { questionnaireTexts } from './questionnaires.texts.js';

interface QuestionCardProps {
  readonly document: QuestionnaireDocument;
  readonly question: Question;
  /** Added by the organisation. */
  readonly own?: boolean;
  readonly actions?: ReactNode;
}

/** One question as its author sees it: what is asked, what would prove it, and why. */
export function QuestionCard({ document, question, own = false, actions }: QuestionCardProps): ReactNode {
  const { t, language } = useTranslation(questionnaireTexts);
  const lessons = document.lessons.filter(({ id }) => question.ref.includes(id));
  return (
    <li id={`question-${question.id}`} tabIndex={-1} className="pb-question pb-card">
      <div className="pb-question-head">
        <span className="pb-mono pb-sm pb-muted">{question.id}</span>
        <span className="pb-tag">{t(`type.${question.type}`)}</span>
        {own ? <span className="pb-tag pb-tag-blue">{t('own.tag')}</span> : null}
        {question.scope ? <span className="pb-tag">{t('question.scope')}</span> : null}
        <span className="pb-grow" />
        {actions}
      </div>
      <h3 className="pb-question-text">{question.text[language]}</h3>
      <p className="pb-sm pb-soft pb-question-facts">
        <span>{t('question.weight', { weight: formatNumber(question.weight, language, 0) })}</span>
        <EvidenceNeed question={question} />
        {question.notApplicable ? <span>{t('question.na')}</span> : null}
        {question.knockouts.length > 0 ? (
          <span className="pb-verm">
            {t('question.knockouts', { knockouts: question.knockouts.join(', ') })}
          </span>
        ) : null}
      </p>
      <details>
        <summary className="pb-sm">{t('question.more')}</summary>
        {question.help ? <p className="pb-sm pb-soft">{question.help[language]}</p> : null}
        <Choices question={question} />
        {lessons.length > 0 ? <Sources document={document} lessons={lessons} /> : null}
      </details>
    </li>
  );
}

function EvidenceNeed({ question }: { readonly question: Question }): ReactNode {
  const { t, language } = useTranslation(questionnaireTexts);
  const { need, kinds, maxAgeMonths } = question.evidence;
  const parts = [t(`need.${need}`), ...kinds.map((kind) => inSentence(evidenceKindLabel(kind)[language]))];
  return (
    <span>
      {parts.slice(0, 1)}
      {kinds.length > 0 ? ` : ${parts.slice(1).join(', ')}` : ''}
      {maxAgeMonths === undefined ? '' : `, ${t('need.fresh', { count: maxAgeMonths })}`}
    </span>
  );
}

/** `Contrat` becomes `contrat`; a name that is one, or an acronym, keeps its capitals. */
function inSentence(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

function Choices({ question }: { readonly question: Question }): ReactNode {
  const { language } = useTranslation(questionnaireTexts);
  if ('options' in question) {
    return (
      <ul className="pb-question-choices pb-sm">
        {question.options.map(({ value, label, risk, credit }) => (
          <li key={value}>
            <span>{label[language]}</span>
            <span className="pb-tabular pb-muted">{formatNumber(risk ?? credit ?? 0, language, 2)}</span>
          </li>
        ))}
      </ul>
    );
  }
  if ('curve' in question) {
    return (
      <ul className="pb-question-choices pb-sm">
        {question.curve.map(([x, risk]) => (
          <li key={x}>
            <span>{inUnit(x, question.unit, language)}</span>
            <span className="pb-tabular pb-muted">{formatNumber(risk, language, 2)}</span>
          </li>
        ))}
      </ul>
    );
  }
  if ('columns' in question) {
    return (
      <p className="pb-sm pb-soft">{question.columns.map(({ label }) => label[language]).join(' · ')}</p>
    );
  }
  return null;
}

function Sources({
  document,
  lessons,
}: {
  readonly document: QuestionnaireDocument;
  readonly lessons: readonly Lesson[];
}): ReactNode {
  const { t, language } = useTranslation(questionnaireTexts);
  return (
    <div className="pb-stack">
      <p className="pb-label">{t('question.why')}</p>
      {lessons.map(({ id, quote, reference, seed }) =>
        quote === undefined ? (
          <p key={id} className="pb-sm pb-soft">
            {reference}
          </p>
        ) : (
          <Quote
            key={id}
            size="small"
            source={
              <>
                {document.sources.find((source) => source.id === seed)?.citation[language]}{' '}
                <LessonLink lessonId={id} />
              </>
            }
          >
            {quote}
          </Quote>
        ),
      )}
    </div>
  );
}
