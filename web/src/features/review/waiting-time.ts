import type { Translate } from '../../platform/i18n/texts.js';
import type { queueTexts } from './queue.texts.js';

/** Hours up to two days, then days: nobody reads « 127 hours ». */
export function waitingTime(hours: number, t: Translate<(typeof queueTexts)['fr']>): string {
  if (hours < 1) return t('hours.less');
  return hours < 48 ? t('hours', { count: Math.round(hours) }) : t('days', { count: Math.round(hours / 24) });
}
