import type { HdsActivity } from './activities.js';
import type { ActivityCoverage, Covered, CoverageReason, CoverageState } from './coverage.js';
import { grouped } from './grouped.js';
import type { Parallel } from './parallels.js';

export const blockerKinds = [
  'none',
  'not-demonstrated',
  'other-scope',
  'direct',
  'two-paths',
  'unlinked',
] as const;
export type BlockerKind = (typeof blockerKinds)[number];

/** What stands in the way, the worst first. */
export interface Blocker {
  readonly kind: BlockerKind;
  /** null: an activity that nobody is named for. */
  readonly actorId: string | null;
  readonly hostId: string | null;
  readonly activities: readonly HdsActivity[];
  readonly reasons: readonly CoverageReason[];
  /** The knock-out whose facts these are; its score comes from answers alone. */
  readonly rule: 'KO-HDS-1' | 'KO-HDS-2' | null;
  readonly paths: readonly (readonly string[])[];
}

const rules = {
  none: 'KO-HDS-1',
  'not-demonstrated': 'KO-HDS-1',
  'other-scope': 'KO-HDS-2',
} as const;

interface Found {
  readonly coverage: readonly ActivityCoverage[];
  readonly parallels: readonly Parallel[];
  readonly unlinked: readonly string[];
  /** The engagement is about health data: only then must anybody be certified. */
  readonly regulated: boolean;
}

export function blockersOf({ coverage, parallels, unlinked, regulated }: Found): Blocker[] {
  const uncovered = regulated
    ? (['none', 'not-demonstrated', 'other-scope'] as const).flatMap((state) => ofState(coverage, state))
    : [];
  const nothing = { hostId: null, activities: [], reasons: [], rule: null };
  return [
    ...uncovered,
    ...parallels.map(({ kind, actorId, paths }): Blocker => ({ ...nothing, kind, actorId, paths })),
    ...unlinked.map((actorId): Blocker => ({ ...nothing, kind: 'unlinked', actorId, paths: [] })),
  ];
}

function ofState(coverage: readonly ActivityCoverage[], state: Exclude<CoverageState, 'covered'>): Blocker[] {
  const lines = coverage.flatMap(({ performers }) => performers).filter((one) => one.state === state);
  const nobody = coverage.filter((one) => one.state === state && one.performers.length === 0);
  const told = { kind: state, rule: rules[state], paths: [] };
  const byActor = [...grouped(lines, ({ actorId, hostId }) => `${actorId} ${hostId ?? ''}`).values()];
  return [
    ...byActor.map((own): Blocker => ({ ...told, ...whoOf(own), reasons: reasonsOf(own) })),
    ...(nobody.length === 0
      ? []
      : [
          {
            ...told,
            actorId: null,
            hostId: null,
            activities: nobody.map(({ activity }) => activity),
            reasons: ['nothing-known'] as const,
          },
        ]),
  ];
}

function whoOf(lines: readonly Covered[]): Pick<Blocker, 'actorId' | 'hostId' | 'activities'> {
  return {
    actorId: lines[0]?.actorId ?? null,
    hostId: lines[0]?.state === 'other-scope' ? lines[0].hostId : null,
    activities: lines.map(({ activity }) => activity),
  };
}

function reasonsOf(lines: readonly Covered[]): CoverageReason[] {
  return [...new Set(lines.map(({ reason }) => reason))];
}
