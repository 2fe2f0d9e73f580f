import type { Day } from '../calendar.js';
import { hdsActivities, type HdsActivity } from './activities.js';
import { endOf, isInScope, isValidOn, type KeptCertificate } from './certificate.js';
import { buyerNode, type CertificationChain, type FactSource, type Performance } from './chain.js';
import { grouped } from './grouped.js';

/** From best to worst. Silence is neither lawful nor unlawful: it is not demonstrated. */
export const coverageStates = ['covered', 'other-scope', 'not-demonstrated', 'none'] as const;
export type CoverageState = (typeof coverageStates)[number];

export const coverageReasons = [
  'own-certificate',
  'client-itself',
  'other-scope',
  'stated-none',
  'ended',
  'lost',
  'announced',
  'not-begun',
  'outside-scope',
  'host-not-covered',
  'nothing-known',
] as const;
export type CoverageReason = (typeof coverageReasons)[number];

/** How one performer of one activity is covered on a day. */
export interface Covered {
  readonly activity: HdsActivity;
  readonly actorId: string;
  readonly state: CoverageState;
  readonly reason: CoverageReason;
  /** The certificates that cover it, or the last that did. */
  readonly certificateIds: readonly string[];
  /** The last day of cover, or the last there was. */
  readonly until: Day | null;
  readonly hostId: string | null;
  readonly source: FactSource | null;
  readonly statedOn: Day | null;
}

export interface ActivityCoverage {
  readonly activity: HdsActivity;
  /** The worst of its performers; without one, nothing is demonstrated. */
  readonly state: CoverageState | 'not-performed';
  readonly performers: readonly Covered[];
}

type ByHolder = ReadonlyMap<string, readonly KeptCertificate[]>;

/** Who covers what on a day, activity by activity. */
export function coverageOf(
  chain: CertificationChain,
  certificates: readonly KeptCertificate[],
  asOf: Day,
): readonly ActivityCoverage[] {
  const byHolder = grouped(
    certificates.filter(({ kind }) => kind === 'hds'),
    ({ holderId }) => holderId,
  );
  const performed = grouped(chain.performances, ({ activity }) => activity);
  return hdsActivities.map((activity): ActivityCoverage => {
    const performers = (performed.get(activity) ?? []).map((one) => coverOne(one, byHolder, asOf));
    if (performers.length > 0) return { activity, state: worstOf(performers), performers };
    return {
      activity,
      state: chain.notPerformed.includes(activity) ? 'not-performed' : 'not-demonstrated',
      performers,
    };
  });
}

function worstOf(performers: readonly Covered[]): CoverageState {
  return performers.reduce<CoverageState>(
    (worst, { state }) => (coverageStates.indexOf(state) > coverageStates.indexOf(worst) ? state : worst),
    'covered',
  );
}

function coverOne(performance: Performance, byHolder: ByHolder, asOf: Day): Covered {
  const { activity, actorId, hostId, source, statedOn } = performance;
  const told = { activity, actorId, hostId, source, statedOn, certificateIds: [], until: null };
  if (actorId === buyerNode) return { ...told, state: 'covered', reason: 'client-itself' };
  const own = byHolder.get(actorId) ?? [];
  const valid = findCover(own, performance, asOf);
  if (valid) return { ...told, ...valid, state: 'covered', reason: 'own-certificate' };
  if (isEstablished(performance, asOf)) return { ...told, state: 'none', reason: 'stated-none' };
  if (performance.claim === 'other-scope' && hostId !== null && hostId !== actorId) {
    const host = findCover(byHolder.get(hostId) ?? [], performance, asOf);
    if (host) return { ...told, ...host, state: 'other-scope', reason: 'other-scope' };
  }
  const over = lastEnded(own, performance, asOf);
  if (over) {
    const lost = over.lostOn !== null && over.lostOn <= asOf;
    return {
      ...told,
      state: 'none',
      reason: lost ? 'lost' : 'ended',
      certificateIds: [over.id],
      until: endOf(over),
    };
  }
  return { ...told, state: 'not-demonstrated', reason: whyNotDemonstrated(performance, own, asOf) };
}

/** That there is no certificate was said or found, by then. */
function isEstablished({ claim, source, statedOn }: Performance, asOf: Day): boolean {
  return claim === 'none' && source !== null && statedOn !== null && statedOn <= asOf;
}

/** Certificates that together cover every place; the cover lasts as long as that of the place it ends at first. */
function findCover(
  certificates: readonly KeptCertificate[],
  { activity, sites }: Performance,
  asOf: Day,
): { certificateIds: string[]; until: Day } | undefined {
  const ids = new Set<string>();
  let until: Day | undefined;
  for (const site of sites.length === 0 ? [null] : sites) {
    const last = certificates
      .filter((one) => isValidOn(one, asOf) && isInScope(one, activity, site))
      .toSorted((one, other) => endOf(other).localeCompare(endOf(one)))[0];
    if (last === undefined) return undefined;
    ids.add(last.id);
    if (until === undefined || endOf(last) < until) until = endOf(last);
  }
  return until === undefined ? undefined : { certificateIds: [...ids], until };
}

/** A certificate that did cover the activity, and no longer does: its own end is a fact on record. */
function lastEnded(
  certificates: readonly KeptCertificate[],
  { activity, sites }: Performance,
  asOf: Day,
): KeptCertificate | undefined {
  const places = sites.length === 0 ? [null] : sites;
  return certificates
    .filter((one) => one.validFrom <= asOf && !isValidOn(one, asOf))
    .filter((one) => places.some((site) => isInScope(one, activity, site)))
    .toSorted((one, other) => endOf(other).localeCompare(endOf(one)))[0];
}

function whyNotDemonstrated(
  { activity, claim, hostId }: Performance,
  own: readonly KeptCertificate[],
  asOf: Day,
): CoverageReason {
  if (own.some((one) => one.validFrom > asOf && isInScope(one, activity, null))) return 'not-begun';
  if (own.some((one) => isValidOn(one, asOf))) return 'outside-scope';
  if (claim === 'other-scope' && hostId !== null) return 'host-not-covered';
  return claim === 'own-certificate' ? 'announced' : 'nothing-known';
}
