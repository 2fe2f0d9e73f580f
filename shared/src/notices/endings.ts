import { findDayFault, type Day } from '../calendar.js';
import { accept, fieldRefusal, refuseFields, type Decision } from '../decision.js';
import { maxLengths } from '../limits.js';
import { checkText, tidyText } from '../plain-text.js';
import type { Localised } from '../questionnaires/document.js';

/** Why a contract was ended outside a formal notice; only the first two lay a breach to the supplier. */
export const endingGrounds = [
  'breach',
  'urgent-breach',
  'term',
  'agreement',
  'regulation',
  'supplier',
] as const;
export type EndingGround = (typeof endingGrounds)[number];

export const endingGroundNames: Readonly<Record<EndingGround, Localised>> = {
  breach: { fr: 'Manquement du fournisseur', en: 'Breach by the supplier' },
  'urgent-breach': { fr: 'Manquement, dans l’urgence', en: 'Breach, in an emergency' },
  term: { fr: 'Arrivée du terme', en: 'End of the term' },
  agreement: { fr: 'Accord des parties', en: 'Agreement of the parties' },
  regulation: { fr: 'Impossibilité légale de poursuivre', en: 'Unlawful to go on' },
  supplier: { fr: 'À l’initiative du fournisseur', en: 'By the supplier' },
};

export interface Ending {
  readonly ground: EndingGround;
  /** When the supplier was told, and from when. */
  readonly toldOn: Day;
  readonly effectiveOn: Day;
  readonly note: string;
}

/** Days may lie in the past: what was done before the file was opened is recorded as well. */
export function decideEnding(asked: Ending, today: Day): Decision<Ending> {
  const toldFault = findDayFault(asked.toldOn);
  const effectiveFault = findDayFault(asked.effectiveOn);
  const errors = [
    ...(toldFault === undefined ? [] : [fieldRefusal('/toldOn', toldFault)]),
    ...(effectiveFault === undefined ? [] : [fieldRefusal('/effectiveOn', effectiveFault)]),
    ...(asked.toldOn > today ? [fieldRefusal('/toldOn', 'date-in-future')] : []),
    ...(asked.effectiveOn < asked.toldOn ? [fieldRefusal('/effectiveOn', 'ends-before-it-starts')] : []),
    ...checkText('/note', asked.note, { max: maxLengths.longText, multiline: true, optional: true }),
  ];
  if (errors.length > 0) return refuseFields(errors);
  const { ground, toldOn, effectiveOn } = asked;
  return accept({ ground, toldOn, effectiveOn, note: tidyText(asked.note) });
}

/** A notice that was received, with the day from which what follows is safe. */
export interface ServedNotice {
  readonly firstSafeOn: Day;
  readonly withdrawn: boolean;
}

export const endingAlerts = ['no-notice', 'too-early', 'urgency-to-prove'] as const;
export type EndingAlert = (typeof endingAlerts)[number];

/** What Douai teaches of an ending: for a breach, only a formal notice left without effect comes first. */
export function alertOf({ ground, toldOn }: Ending, served: readonly ServedNotice[]): EndingAlert | null {
  if (ground === 'urgent-breach') return 'urgency-to-prove';
  if (ground !== 'breach') return null;
  const standing = served.filter(({ withdrawn }) => !withdrawn);
  if (standing.some(({ firstSafeOn }) => firstSafeOn <= toldOn)) return null;
  return standing.length === 0 ? 'no-notice' : 'too-early';
}

export const endingAlertNames: Readonly<Record<EndingAlert, Localised>> = {
  'no-notice': {
    fr: 'Douai\u00a0: résiliation sans mise en demeure préalable',
    en: 'Douai: termination without prior formal notice',
  },
  'too-early': {
    fr: 'Résiliation avant l’expiration du délai de la mise en demeure',
    en: 'Termination before the cure period had run out',
  },
  'urgency-to-prove': {
    fr: 'Sans mise en demeure\u00a0: l’urgence est à prouver (C. civ. 1226)',
    en: 'Without formal notice: the emergency has to be proved (C. civ. 1226)',
  },
};
