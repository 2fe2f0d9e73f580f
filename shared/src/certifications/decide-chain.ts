import { findDayFault, type Day } from '../calendar.js';
import {
  accept,
  fieldRefusal,
  pointer,
  refuseFields,
  type Decision,
  type FieldRefusal,
} from '../decision.js';
import { maxCounts, maxLengths } from '../limits.js';
import { checkText, tidyText } from '../plain-text.js';
import { countryCodes } from '../suppliers/countries.js';
import { findSiren } from '../suppliers/siren.js';
import {
  buyerNode,
  contractsOf,
  findCycle,
  type CertificationChain,
  type ChainActor,
  type ChainContract,
  type Performance,
} from './chain.js';

/** The chain as somebody states it, on that day, or every reason why it cannot be one. */
export function decideChain(asked: CertificationChain, today: Day): Decision<CertificationChain> {
  const tooMany = checkCounts(asked);
  if (tooMany.length > 0) return refuseFields(tooMany);
  const ids = new Set(asked.actors.map(({ id }) => id));
  const errors = [
    ...(ids.has(asked.holderId) ? [] : [fieldRefusal('/holderId', 'unknown-reference')]),
    ...asked.actors.flatMap(checkActor(asked.actors)),
    ...asked.contracts.flatMap(checkContract(asked, ids)),
    ...asked.performances.flatMap(checkPerformance(asked, ids, today)),
    ...asked.notPerformed.flatMap((activity, place) =>
      asked.performances.some((one) => one.activity === activity)
        ? [fieldRefusal(pointer('notPerformed', place), 'duplicate')]
        : [],
    ),
  ];
  if (errors.length > 0) return refuseFields(errors);
  const cycle = checkCycle(asked);
  return cycle.length > 0 ? refuseFields(cycle) : accept(tidy(asked));
}

function checkCounts({ actors, contracts, performances }: CertificationChain): FieldRefusal[] {
  const check = (name: string, count: number, max: number): FieldRefusal[] =>
    count > max ? [fieldRefusal(pointer(name), 'too-many', { max })] : [];
  return [
    ...check('actors', actors.length, maxCounts.chainActors),
    ...check('contracts', contracts.length, maxCounts.chainContracts),
    ...check('performances', performances.length, maxCounts.chainPerformances),
  ];
}

function checkActor(all: readonly ChainActor[]): (actor: ChainActor, place: number) => FieldRefusal[] {
  const [ids, sirens] = [firstPlaces(all, ({ id }) => id), firstPlaces(all, ({ siren }) => siren ?? '')];
  return ({ id, name, siren, country = null }, place) => {
    const at = pointer('actors', place);
    return [
      ...(id === buyerNode || ids.get(id) !== place ? [fieldRefusal(`${at}/id`, 'duplicate')] : []),
      ...checkText(`${at}/name`, name, { max: maxLengths.name }),
      ...checkSiren(`${at}/siren`, siren, sirens.get(siren ?? '') !== place),
      ...(country === null || countryCodes.includes(country)
        ? []
        : [fieldRefusal(`${at}/country`, 'not-a-country')]),
    ];
  };
}

function checkSiren(at: string, siren: string | null, twice: boolean): FieldRefusal[] {
  if (siren === null) return [];
  if (findSiren(siren) !== siren) return [fieldRefusal(at, 'not-a-siren')];
  return twice ? [fieldRefusal(at, 'duplicate')] : [];
}

function firstPlaces<T>(all: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [place, item] of all.entries()) if (!places.has(keyOf(item))) places.set(keyOf(item), place);
  return places;
}

function checkContract(
  { holderId, contracts }: CertificationChain,
  ids: ReadonlySet<string>,
): (contract: ChainContract, place: number) => FieldRefusal[] {
  const places = firstPlaces(contracts, ({ from, to }) => `${from} ${to}`);
  return ({ from, to, reference }, place) => {
    const at = pointer('contracts', place);
    const twice = places.get(`${from} ${to}`) !== place || (from === buyerNode && to === holderId);
    return [
      ...(from === buyerNode || ids.has(from) ? [] : [fieldRefusal(`${at}/from`, 'unknown-reference')]),
      ...(ids.has(to) ? [] : [fieldRefusal(`${at}/to`, 'unknown-reference')]),
      ...(twice ? [fieldRefusal(`${at}/to`, 'duplicate')] : []),
      ...checkText(`${at}/reference`, reference, { max: maxLengths.name, optional: true }),
    ];
  };
}

function checkPerformance(
  { performances }: CertificationChain,
  ids: ReadonlySet<string>,
  today: Day,
): (performance: Performance, place: number) => FieldRefusal[] {
  const places = firstPlaces(performances, ({ activity, actorId }) => `${activity} ${actorId}`);
  return (performance, place) => {
    const { activity, actorId, sites, statedOn } = performance;
    const at = pointer('performances', place);
    return [
      ...(actorId === buyerNode || ids.has(actorId)
        ? []
        : [fieldRefusal(`${at}/actorId`, 'unknown-reference')]),
      ...(places.get(`${activity} ${actorId}`) === place ? [] : [fieldRefusal(`${at}/actorId`, 'duplicate')]),
      ...checkSites(`${at}/sites`, sites),
      ...checkClaim(at, performance, ids),
      ...(statedOn === null ? [] : checkPastDay(`${at}/statedOn`, statedOn, today)),
    ];
  };
}

/** What says that there is no certificate says from where it is known, and since when. */
function checkClaim(
  at: string,
  { claim, actorId, hostId, source, statedOn }: Performance,
  ids: ReadonlySet<string>,
): FieldRefusal[] {
  if (claim === 'other-scope') {
    if (hostId === null) return [fieldRefusal(`${at}/hostId`, 'required')];
    const known = ids.has(hostId) && hostId !== actorId;
    return known ? [] : [fieldRefusal(`${at}/hostId`, 'unknown-reference')];
  }
  const stray = hostId === null ? [] : [fieldRefusal(`${at}/hostId`, 'unknown-field')];
  if (claim !== 'none') return stray;
  return [
    ...stray,
    ...(source === null ? [fieldRefusal(`${at}/source`, 'required')] : []),
    ...(statedOn === null ? [fieldRefusal(`${at}/statedOn`, 'required')] : []),
  ];
}

export function checkSites(at: string, sites: readonly string[]): FieldRefusal[] {
  if (sites.length > maxCounts.certificateSites) {
    return [fieldRefusal(at, 'too-many', { max: maxCounts.certificateSites })];
  }
  return sites.flatMap((site, place) => checkText(`${at}/${place}`, site, { max: maxLengths.name }));
}

export function checkPastDay(at: string, day: Day, today: Day): FieldRefusal[] {
  const fault = findDayFault(day);
  if (fault !== undefined) return [fieldRefusal(at, fault)];
  return day > today ? [fieldRefusal(at, 'date-in-future')] : [];
}

/** The contract that closes the loop is the one to take back: it is named with its whole way round. */
function checkCycle(asked: CertificationChain): FieldRefusal[] {
  const cycle = findCycle(contractsOf(asked));
  if (cycle === undefined) return [];
  const names = new Map(asked.actors.map(({ id, name }) => [id, name]));
  const [from, to] = cycle.slice(-2);
  const place = asked.contracts.findIndex((one) => one.from === from && one.to === to);
  return [
    fieldRefusal(`${pointer('contracts', place)}/to`, 'chain-cycle', {
      path: cycle.map((id) => names.get(id) ?? id).join(' → '),
    }),
  ];
}

function tidy(chain: CertificationChain): CertificationChain {
  return {
    ...chain,
    actors: chain.actors.map((actor) => ({ ...actor, name: tidyText(actor.name) })),
    contracts: chain.contracts.map((one) => ({ ...one, reference: tidyText(one.reference) })),
    performances: chain.performances.map((one) => ({
      ...one,
      sites: one.sites.map(tidyText),
    })),
  };
}
