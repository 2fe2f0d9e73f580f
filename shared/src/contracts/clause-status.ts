import type { Localised } from '../questionnaires/document.js';

/** What was found of a clause in a contract that was read; a clause nobody has looked at yet has none. */
export const clauseStatuses = ['present', 'weak', 'adverse', 'absent'] as const;
export type ClauseStatus = (typeof clauseStatuses)[number];

export const clauseStatusNames: Readonly<Record<ClauseStatus, Localised>> = {
  present: { fr: 'présente', en: 'present' },
  weak: { fr: 'faible', en: 'weak' },
  adverse: { fr: 'défavorable', en: 'adverse' },
  absent: { fr: 'absente', en: 'absent' },
};

export type Gap = Exclude<ClauseStatus, 'present'>;

/** Everything that is not there as it should be is a gap. */
export function isGap(status: ClauseStatus): status is Gap {
  return status !== 'present';
}
