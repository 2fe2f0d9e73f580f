import type { Localised } from '@probant/shared/questionnaires/document';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { GradeBadge } from '../../ui/score/grade-badge.js';
import { decisionTexts } from './decision.texts.js';
import type { DecisionBody } from './use-decision.js';

interface Notice {
  readonly outcome: DecisionBody['outcome'];
  readonly conditions: string;
  readonly message: string;
  readonly grade: 'A' | 'B' | 'C' | 'D' | 'E' | null;
  readonly reasons: readonly Localised[];
}

/** A decision as the supplier reads it, and nothing more. */
export function SupplierNotice({ notice }: { readonly notice: Notice }): ReactNode {
  const { t, language } = useTranslation(decisionTexts);
  const { outcome, conditions, message, grade, reasons } = notice;
  return (
    <div className="pb-stack">
      <p className="pb-medium">{t(`told.${outcome}`)}</p>
      {conditions.trim() === '' ? null : (
        <div>
          <p className="pb-label">{t('conditions')}</p>
          <p className="pb-decision-words">{conditions}</p>
        </div>
      )}
      {message.trim() === '' ? null : <p className="pb-decision-words">{message}</p>}
      {grade === null ? (
        <p className="pb-sm pb-muted">{t('told.no-grade')}</p>
      ) : (
        <>
          <p className="pb-row">
            <span className="pb-label">{t('told.grade')}</span>
            <GradeBadge grade={grade} size={24} />
          </p>
          {reasons.length === 0 ? null : (
            <div>
              <p className="pb-label">{t('told.reasons')}</p>
              <ul className="pb-decision-reasons">
                {reasons.map((reason) => (
                  <li key={reason.fr}>{reason[language]}</li>
                ))}
              </ul>
            </div>
          )}
        </>
      )}
    </div>
  );
}
