import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { formatInstantDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { reassessmentTexts } from './reassessment.texts.js';
import { useSentCarry } from './use-reassessment.js';

/** Of an assessment that asks an earlier one again: what was carried over, and what the supplier made of it. */
export function AssessmentCarry({ assessmentId }: { readonly assessmentId: string }): ReactNode {
  const { t, language } = useTranslation(reassessmentTexts);
  const carry = useSentCarry(assessmentId).data ?? null;
  if (carry === null) return null;
  const { fromAssessmentId, givenAt, answers } = carry;
  const count = (standing: string): number => answers.filter((one) => one.standing === standing).length;
  return (
    <section className="pb-section" aria-labelledby="carried-answers">
      <h2 id="carried-answers">{t('carried')}</h2>
      <p>
        {t('carried.text', { count: answers.length, day: formatInstantDay(givenAt, language) })}{' '}
        {count('waiting') > 0
          ? t('carried.waiting')
          : `${t('carried.same', { count: count('same') })}, ${t('carried.changed', { count: count('changed') })}.`}
      </p>
      <Link to={`/assessments/${fromAssessmentId}`}>{t('carried.open')}</Link>
    </section>
  );
}
