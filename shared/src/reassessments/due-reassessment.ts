import { addDays, addMonths, type Day } from '../calendar.js';
import type { CertificateKind } from '../certifications/certificate.js';
import { successorOf, type DatedCertificate } from '../obligations/certificate-obligations.js';
import type { Obligation } from '../obligations/obligation.js';
import { reassessmentTriggers } from '../obligations/reassessment-triggers.js';
import type { Tier } from '../questionnaires/document.js';
import { monthsFor, type ReassessmentRule } from './rule.js';

/** Why one assesses again: time alone, a certificate that will lapse, an event; or because a person wished it. */
export const reassessmentReasons = ['yearly', 'certificate', ...reassessmentTriggers, 'manual'] as const;
export type ReassessmentReason = (typeof reassessmentReasons)[number];

/** A moment of a rule. Its key names it within its engagement: whoever claims the key acts, once. */
export interface ReassessmentCause {
  readonly key: string;
  readonly reason: ReassessmentReason;
  /** The day of the moment. */
  readonly on: Day;
  /** What it is about, where there is such a thing: the decision, the last day of the certificate. */
  readonly about?: Day;
  readonly certificateKind?: CertificateKind;
  readonly holder?: string;
  readonly subject?: string;
}

/** What the product knows of an engagement. */
export interface ReassessmentFacts {
  /** As its context gives it today. */
  readonly tier: Tier;
  /** Of the last decision; null while none was taken. */
  readonly decidedOn: Day | null;
  /** Of the last submission; null: it was never answered, so that there is nothing to ask again. */
  readonly answeredOn: Day | null;
  /** An assessment is under way: what it will say is waited for. */
  readonly running: boolean;
  readonly certificates: readonly DatedCertificate[];
  /** Those of events, as the calendar gives them. */
  readonly obligations: readonly Obligation[];
}

/** The moments of the rule that have come and that no answer has met since, the earliest first. */
export function dueReassessments(
  rule: ReassessmentRule,
  facts: ReassessmentFacts,
  today: Day,
): ReassessmentCause[] {
  if (facts.running || facts.answeredOn === null) return [];
  return momentsOf(rule, facts)
    .filter(({ cause: { on }, endsOn }) => on <= today && (endsOn === null || today <= endsOn))
    .map(({ cause }) => cause);
}

/** The next moment that will come if nothing happens; null while nothing is to come, or an assessment is under way. */
export function nextReassessment(
  rule: ReassessmentRule,
  facts: ReassessmentFacts,
  today: Day,
): ReassessmentCause | null {
  if (facts.running || facts.answeredOn === null) return null;
  return momentsOf(rule, facts).find(({ cause: { on } }) => on > today)?.cause ?? null;
}

interface Moment {
  readonly cause: ReassessmentCause;
  /** The last day on which it still has an object. */
  readonly endsOn: Day | null;
}

function momentsOf(rule: ReassessmentRule, facts: ReassessmentFacts): Moment[] {
  return [
    ...yearlyMoment(rule, facts),
    ...certificateMoments(rule, facts),
    ...eventMoments(rule, facts),
  ].toSorted(({ cause: one }, { cause: other }) =>
    one.on === other.on ? (one.key < other.key ? -1 : 1) : one.on < other.on ? -1 : 1,
  );
}

function yearlyMoment(rule: ReassessmentRule, { decidedOn, tier }: ReassessmentFacts): Moment[] {
  const everyMonths = monthsFor(rule, tier);
  if (everyMonths === null || decidedOn === null) return [];
  const on = addMonths(decidedOn, everyMonths);
  return [{ cause: { key: `yearly/${decidedOn}`, reason: 'yearly', on, about: decidedOn }, endsOn: null }];
}

/** A certificate that nothing replaces; once it has lapsed, that is an event. */
function certificateMoments(
  { certificateDays }: ReassessmentRule,
  { certificates, answeredOn }: ReassessmentFacts,
): Moment[] {
  if (certificateDays === null) return [];
  return certificates.flatMap((one): Moment[] => {
    if (one.lostOn !== null || successorOf(one, certificates) !== undefined) return [];
    const on = addDays(one.validUntil, -certificateDays);
    // Answered since: the supplier has said what it had to say of it.
    if (answeredOn !== null && answeredOn >= on) return [];
    const { id, validUntil, kind, holder } = one;
    return [
      {
        cause: {
          key: `certificate/${id}/${validUntil}`,
          reason: 'certificate',
          on,
          about: validUntil,
          certificateKind: kind,
          holder,
        },
        endsOn: validUntil,
      },
    ];
  });
}

function eventMoments({ triggers }: ReassessmentRule, { obligations }: ReassessmentFacts): Moment[] {
  return obligations.flatMap((one): Moment[] => {
    const { trigger, happenedOn, subject, holder, certificateKind } = one.facts;
    if (trigger === undefined || happenedOn === undefined) return [];
    if (!triggers.includes(trigger) || one.settledOn !== null || one.lapsedOn !== null) return [];
    return [
      {
        cause: {
          key: one.key,
          reason: trigger,
          on: happenedOn,
          ...(subject === undefined ? {} : { subject }),
          ...(holder === undefined ? {} : { holder }),
          ...(certificateKind === undefined ? {} : { certificateKind }),
        },
        endsOn: null,
      },
    ];
  });
}
