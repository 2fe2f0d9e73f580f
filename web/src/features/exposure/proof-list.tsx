import type { ReactNode } from 'react';

import { formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { exposureTexts } from './exposure.texts.js';
import type { ExposureScenarioBody } from './use-exposure.js';

interface ProofListProps {
  readonly scenario: ExposureScenarioBody;
  readonly beforeReview: boolean | null;
}

/** How well proven the answers are that the scenario rests on. */
export function ProofList({ scenario, beforeReview }: ProofListProps): ReactNode {
  const { t, language } = useTranslation(exposureTexts);
  const { evidenceIndex, questions } = scenario;
  const two = (value: number): string => formatNumber(value, language, 2);
  return (
    <div className="pb-exposure-part">
      <div className="pb-between">
        <h3>{t('proof')}</h3>
        <span className="pb-strong pb-tabular">{evidenceIndex === null ? '–' : two(evidenceIndex)}</span>
      </div>
      {evidenceIndex === null ? (
        <p className="pb-sm pb-soft">{t('proof.none')}</p>
      ) : (
        <details>
          <summary className="pb-sm">{t('proof.text', { count: questions.length })}</summary>
          <ul className="pb-exposure-proof">
            {questions.map(({ questionId, text, status, phi }) => (
              <li key={questionId}>
                <span className="pb-mono pb-xs pb-muted">{questionId}</span>
                <span className="pb-grow">{text[language]}</span>
                <span className="pb-tabular">{status === 'missing' ? t('proof.missing') : two(phi)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {beforeReview === true ? <p className="pb-xs pb-amber">{t('proof.beforeReview')}</p> : null}
    </div>
  );
}
