import { timeLeft } from '@probant/shared/incidents/dues';
import { judgedLateness } from '@probant/shared/incidents/lateness';
import { longSpanInWords } from '@probant/shared/words/spans';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useNow } from '../../ui/format/use-now.js';
import { incidentTexts } from './incidents.texts.js';
import type { Due } from './use-incidents.js';

/** How a duty stands, in words: `Reste 12 h 20`, `En retard de 6 h 45`. */
export function useVerdict({ verdict, dueFrom, dueUntil, done }: Due): string {
  const { t, language } = useTranslation(incidentTexts);
  const now = useNow().getTime();
  if (dueFrom === null || dueUntil === null) return t(`verdict.${withoutLimit(verdict)}`);
  const due = { from: Date.parse(dueFrom), to: Date.parse(dueUntil) };
  switch (verdict) {
    case 'kept':
    case 'uncertain':
      return t(`verdict.${verdict}`);
    case 'late':
      return t('verdict.late', {
        span: done === null ? '' : longSpanInWords(judgedLateness(due, done), language),
      });
    case 'running':
    case 'overdue':
      return t(`verdict.${verdict}`, { span: longSpanInWords(timeLeft(due, now).span, language) });
    case 'waiting':
    case 'no-figure':
    case 'not-written':
    case 'unread':
      return t(`verdict.${verdict}`);
  }
}

/** What can be said of a duty of which no last instant is known. */
function withoutLimit(verdict: Due['verdict']): 'no-figure' | 'not-written' | 'unread' | 'waiting' {
  return verdict === 'no-figure' || verdict === 'not-written' || verdict === 'unread' ? verdict : 'waiting';
}
