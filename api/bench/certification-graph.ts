import { hdsActivities } from '@probant/shared/certifications/activities';
import { blockersOf } from '@probant/shared/certifications/blockers';
import type { KeptCertificate } from '@probant/shared/certifications/certificate';
import type { CertificationChain, ChainContract, Performance } from '@probant/shared/certifications/chain';
import { coverageOf } from '@probant/shared/certifications/coverage';
import { decideChain } from '@probant/shared/certifications/decide-chain';
import { layoutChain } from '@probant/shared/certifications/layout-chain';
import { findParallels, findUnlinked } from '@probant/shared/certifications/parallels';
import type { BenchResult } from './benchmark.js';
import { inTurn } from './measure.js';

export const name = 'certification-graph';

const actors = 500;
const runs = 60;
const asOf = '2026-11-22';
/** One frame of a screen that draws sixty a second. */
const frameMs = 1000 / 60;

/**
 * Everything that is worked out when a chain of 500 companies is stated and drawn: refusals, coverage, parallel contracts, what
 * stands in the way, where everybody stands. Over it, what copying the same chain through JSON takes.
 */
export async function run(): Promise<BenchResult> {
  const { chain, certificates } = bigChain();
  check(chain, certificates);
  const text = JSON.stringify({ chain, certificates });
  const { ours, yardstick } = await inTurn(
    5,
    () => time(() => workOut(chain, certificates)),
    () => time(() => JSON.stringify(JSON.parse(text))),
  );
  if (ours > frameMs * 3)
    process.stderr.write(`certification-graph: ${ours.toFixed(1)} ms, more than three frames\n`);
  return { value: ours, unit: 'ms per 500 actors', yardstick, ratio: ours / yardstick };
}

function workOut(chain: CertificationChain, certificates: readonly KeptCertificate[]): number {
  const decision = decideChain(chain, asOf);
  const coverage = coverageOf(chain, certificates, asOf);
  const parallels = findParallels(chain);
  const blockers = blockersOf({ coverage, parallels, unlinked: findUnlinked(chain), regulated: true });
  return Number(decision.accepted) + blockers.length + layoutChain(chain).length;
}

function check(chain: CertificationChain, certificates: readonly KeptCertificate[]): void {
  if (!decideChain(chain, asOf).accepted) throw new Error('the chain is refused');
  const states = new Set(coverageOf(chain, certificates, asOf).map(({ state }) => state));
  if (!states.has('none')) throw new Error('nothing of the chain is established');
  if (layoutChain(chain).length !== actors + 1) throw new Error('somebody is not placed');
}

async function time(work: () => unknown): Promise<number> {
  const started = performance.now();
  for (let index = 0; index < runs; index += 1) work();
  return Promise.resolve((performance.now() - started) / runs);
}

/** Each works for the one half its number, every seventh for another as well, and performs two activities. */
function bigChain(): {
  readonly chain: CertificationChain;
  readonly certificates: readonly KeptCertificate[];
} {
  const ids = Array.from({ length: actors }, (_, index) => `actor-${index}`);
  const idOf = (index: number): string => ids[index] ?? '';
  const contracts = ids.slice(1).flatMap((to, index): ChainContract[] => {
    const above = Math.floor(index / 2);
    const beside = index % 7 === 0 && above > 0 ? [{ from: idOf(above - 1), to, reference: '' }] : [];
    return [{ from: idOf(above), to, reference: '' }, ...beside];
  });
  const performances = ids.flatMap((actorId, index): Performance[] =>
    [index % 6, (index + 1) % 6].map((place) => ({
      activity: hdsActivities[place] ?? '1_sites',
      actorId,
      sites: [],
      claim: index % 11 === 5 ? 'none' : 'unknown',
      hostId: null,
      source: 'answer',
      statedOn: '2026-11-01',
    })),
  );
  const certificates = ids
    .filter((_, index) => index % 3 > 0 && index % 11 !== 5)
    .map((holderId): KeptCertificate => ({
      ...{ id: `certificate-${holderId}`, holderId, kind: 'hds', number: holderId, body: '' },
      ...{ activities: hdsActivities, sites: [], validFrom: '2025-01-01', validUntil: '2028-01-01' },
      ...{ lostOn: null, lossCause: null },
    }));
  return {
    chain: {
      holderId: idOf(0),
      actors: ids.map((id) => ({ id, name: id, siren: null })),
      contracts,
      performances,
      notPerformed: [],
    },
    certificates,
  };
}
