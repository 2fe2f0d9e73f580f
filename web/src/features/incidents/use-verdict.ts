import { timeLeft } from '@probant/shared/incidents/dues';
import { judgedLateness } from '@probant/shared/incidents/lateness';
import { spanInWords } from '@probant/shared/words/spans';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useNow } from '../../ui/format/use-now.js';
import { incidentTexts } from './incidents.texts.js';
import type { Due } from './use-incidents.js';

/** How a duty stands, in words: `Reste 12 h 20`, `En retard de 6 h 45`. */
export function useVerdict({ verdict, dueFrom, dueUntil, done }: Due): string {
  const { t, language } = useTranslation(incidentTexts);
  const now = useNow().getTime();
  if (dueFrom === null || dueUntil === null) {
    return verdict === 'no-figure' || verdict === 'not-written'
      ? t(`verdict.${verdict}`)
      : t('verdict.waiting');
  }
  const due = { from: Date.parse(dueFrom), to: Date.parse(dueUntil) };
  switch (verdict) {
    case 'kept':
    case 'uncertain':
      return t(`verdict.${verdict}`);
    case 'late':
      return t('verdict.late', {
        span: done === null ? '' : spanInWords(judgedLateness(due, done), language),
      });
    case 'running':
    case 'overdue':
      return t(`verdict.${verdict}`, { span: spanInWords(timeLeft(due, now).span, language) });
    case 'waiting':
    case 'no-figure':
    case 'not-written':
      return t(`verdict.${verdict}`);
  }
}
