import type { ReceivedBy } from '@probant/shared/warnings/warning';

import { parseAmount, showAmount } from '../../platform/i18n/amount.js';
import type { Language } from '../../platform/i18n/language.js';
import type { GiveBody, Warning, WarningPiece } from './use-warnings.js';

/** The form as its controls hold it: named as the API names, so that what it refuses finds its field. */
export interface Values {
  request: string;
  subject: string;
  risk: string;
  exclusion: string;
  recommendation: string;
  alternatives: string;
  cost: { oneOffCents: string; monthlyCents: string };
  decideBy: string;
  question: string;
  received: { on: string; by: ReceivedBy };
  pieces: WarningPiece[];
}

export function toValues(
  older: Warning | undefined,
  given: { readonly request?: string; readonly question?: string; readonly subject?: string },
  language: Language,
): Values {
  const cents = (value: number | null | undefined): string =>
    value === null || value === undefined ? '' : showAmount(value, language);
  return {
    request: older?.assessmentId ?? given.request ?? '',
    subject: older?.subject ?? given.subject ?? '',
    risk: older?.risk ?? '',
    exclusion: older?.exclusion ?? '',
    recommendation: older?.recommendation ?? '',
    alternatives: older?.alternatives ?? '',
    cost: { oneOffCents: cents(older?.cost?.oneOffCents), monthlyCents: cents(older?.cost?.monthlyCents) },
    decideBy: older?.decideBy ?? '',
    question: older?.questions[0]?.id ?? given.question ?? '',
    received: { on: older?.received?.on ?? '', by: older?.received?.by ?? 'letter' },
    pieces: older?.pieces ?? [],
  };
}

/** Amounts were checked at their fields. */
export function toBody(values: Values, older: Warning | undefined, language: Language): GiveBody {
  const { subject, risk, exclusion, recommendation, alternatives, decideBy, question, pieces } = values;
  const oneOffCents = readAmount(values.cost.oneOffCents, language);
  const monthlyCents = readAmount(values.cost.monthlyCents, language);
  return {
    subject,
    risk,
    exclusion,
    recommendation,
    alternatives,
    cost: oneOffCents === null && monthlyCents === null ? null : { oneOffCents, monthlyCents },
    decideBy,
    questions: question === '' ? [] : [question],
    pieceIds: pieces.map(({ id }) => id),
    supersedesId: older?.id ?? null,
  };
}

export function readAmount(text: string, language: Language): number | null {
  return text.trim() === '' ? null : (parseAmount(text, language) ?? null);
}
