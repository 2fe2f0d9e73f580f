import type { ReactNode } from 'react';
import { ruleInWords } from '@probant/shared/reassessments/words';

import { formatInstantDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { reassessmentTexts } from './reassessment.texts.js';
import { type SetRule } from './use-reassessment.js';

/** A rule as a sentence, with who set it. */
export function RuleLine({ rule }: { readonly rule: SetRule }): ReactNode {
  const { t, language } = useTranslation(reassessmentTexts);
  const words = ruleInWords(rule, language);
  return (
    <>
      <p>{`${words.slice(0, 1).toLocaleUpperCase(language)}${words.slice(1)}.`}</p>
      <p className="pb-xs pb-muted">
        {t('rule.set-by', { name: rule.setByName, day: formatInstantDay(rule.setAt, language) })}
      </p>
    </>
  );
}
