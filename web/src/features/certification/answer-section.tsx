import { isDay } from '@probant/shared/calendar';
import { activityNames, numberOf } from '@probant/shared/certifications/activities';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { formatDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { graphAnswerTexts } from './graph-answers.texts.js';
import type { Certification } from './use-certification.js';

/** What the graph would answer, and which answers say otherwise. Nothing here is done by itself. */
export function AnswerSection({ certification }: { readonly certification: Certification }): ReactNode {
  const { t, language } = useTranslation(graphAnswerTexts);
  const { proposals, contradictions, assessmentId, revision } = certification;
  if (revision === 0) return null;
  const inWords = (value: unknown): string =>
    Array.isArray(value) ? t('answers.rows', { count: value.length }) : '';
  return (
    <div className="pb-cert-answers">
      <section className="pb-stack" aria-labelledby="graph-proposals">
        <h2 id="graph-proposals">{t('answers.title')}</h2>
        <p className="pb-sm pb-soft">{t(proposals.length === 0 ? 'answers.none' : 'answers.text')}</p>
        <ul className="pb-cert-lines">
          {proposals.map(({ questionId, text, value, label, said, agrees }) => (
            <li key={questionId}>
              <span>
                <span className="pb-mono">{questionId}</span> {text[language]}
              </span>
              <span className="pb-row">
                <span className="pb-medium">{label === null ? inWords(value) : label[language]}</span>
                <span className={`pb-tag ${said === null ? '' : agrees ? 'pb-tag-ok' : 'pb-tag-amber'}`}>
                  {t(said === null ? 'answers.unanswered' : agrees ? 'answers.agrees' : 'answers.differs')}
                </span>
                {assessmentId === null ? null : (
                  <Link
                    className="pb-sm"
                    to={`/assessments/${assessmentId}/review?question=${questionId}`}
                    aria-label={`${t('answers.review')} ${questionId}`}
                  >
                    {t('answers.review')}
                  </Link>
                )}
              </span>
            </li>
          ))}
        </ul>
      </section>
      {assessmentId === null ? null : (
        <section className="pb-stack" aria-labelledby="graph-contradictions">
          <h2 id="graph-contradictions">{t('contradictions.title')}</h2>
          {contradictions.length === 0 ? <p className="pb-sm pb-soft">{t('contradictions.none')}</p> : null}
          <ul className="pb-cert-lines">
            {contradictions.map((one) => (
              <li key={`${one.code} ${one.activity ?? ''} ${one.actors.join()}`}>
                <span>{sentenceOf(one, t, language)}</span>
                <Link
                  className="pb-sm"
                  to={`/assessments/${assessmentId}/review?question=${one.questionId}`}
                  aria-label={`${t('answers.review')} ${one.questionId}`}
                >
                  <span className="pb-mono">{one.questionId}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** As it was answered, when it is no day. */
function dayInWords(text: string, language: 'fr' | 'en'): string {
  return isDay(text) ? formatDay(text, language) : text;
}

function sentenceOf(
  { code, activity: which, actors: who, said, found }: Certification['contradictions'][number],
  t: ReturnType<typeof useTranslation<(typeof graphAnswerTexts)['fr']>>['t'],
  language: 'fr' | 'en',
): string {
  const activity = which === null ? '' : `${numberOf(which)} ${activityNames[which][language]}`;
  const actors = who.join(', ');
  switch (code) {
    case 'performer-differs':
      return t('contradiction.performer-differs', { activity, said, found });
    case 'expiry-differs':
      return t('contradiction.expiry-differs', {
        ...{ activity, actors },
        said: dayInWords(said, language),
        found: dayInWords(found, language),
      });
    case 'own-cover-incomplete':
    case 'performs-though-denied':
      return t(`contradiction.${code}`, { activity });
    case 'performed-though-denied':
    case 'cover-differs':
    case 'activities-missing':
      return t(`contradiction.${code}`, { activity, actors });
    default:
      return t(`contradiction.${code}`, { actors });
  }
}
