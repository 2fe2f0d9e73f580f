import {
  identifyActors,
  type ActorIdentity,
  type RecordedActor,
} from '@probant/shared/concentration/identify-actors';
import type { Language } from '@probant/shared/questionnaires/document';
import { countryCodes, countryName } from '@probant/shared/suppliers/countries';
import { comparable } from '@probant/shared/suppliers/import-columns';
import type { Scope } from '../../platform/access/scope.js';
import type { Tx } from '../../platform/database/work.js';
import type { Conditions } from '../../platform/http/page.js';

type Reader = Pick<Scope, 'organisationId'>;
type NamedRecord = RecordedActor & { readonly country: string | null };

/** The chain that counts of every engagement that is not archived; $1 is the organisation. */
const lastChains = `last AS MATERIALIZED (
  SELECT DISTINCT ON (c.engagement_id) c.engagement_id, c.chain, s.supplier_id, s.tier
  FROM certification_chains c JOIN engagement_standings s
    ON s.organisation_id = c.organisation_id AND s.engagement_id = c.engagement_id AND NOT s.archived
  WHERE c.organisation_id = $1 ORDER BY c.engagement_id, c.revision DESC)`;

/** Longer chains are none that anybody works with; loops were refused when they were stated. */
const maxDepth = 30;

/** A name-based UUID (RFC 9562, version 5 by its marks): a place has no record that could lend it an id. */
const namedId = (text: string): string =>
  `overlay(overlay(md5(${text}) placing '5' from 13) placing 'a' from 17)::uuid`;

/** By how many contracts a company is away from the buyer, on the shortest way; 1 is whom the buyer signed with. */
const ranks = `ways(engagement_id, actor_id, depth) AS (
    SELECT engagement_id, chain->>'holderId', 1 FROM last
    UNION SELECT l.engagement_id, c->>'to', 1 FROM last l CROSS JOIN jsonb_array_elements(l.chain->'contracts') c WHERE c->>'from' = 'buyer'
    UNION SELECT w.engagement_id, c->>'to', w.depth + 1
    FROM ways w JOIN last l ON l.engagement_id = w.engagement_id CROSS JOIN jsonb_array_elements(l.chain->'contracts') c
    WHERE c->>'from' = w.actor_id AND w.depth < ${maxDepth}),
  ranks AS (SELECT engagement_id, actor_id, min(depth) AS depth FROM ways GROUP BY engagement_id, actor_id)`;

/** Companies and places that the chains name, each under the id that stands for it. */
export interface Known {
  readonly identities: ReadonlyMap<string, ActorIdentity>;
  readonly recordIds: readonly string[];
  readonly recordNodes: readonly string[];
  readonly recordNames: readonly string[];
  /** Empty where it is not known. */
  readonly recordCountries: readonly string[];
  readonly sites: readonly string[];
  readonly siteNames: readonly string[];
  /** In the language of the reader. */
  readonly countryNames: readonly string[];
}

/** Names are those that the records have today; a place has none but what was written. */
export async function readKnown(tx: Tx, { organisationId }: Reader, language: Language): Promise<Known> {
  const records = await tx.query<NamedRecord>(
    `WITH ${lastChains}, named AS (
       SELECT DISTINCT a->>'id' AS id FROM last CROSS JOIN jsonb_array_elements(last.chain->'actors') a)
     SELECT r.id, r.name, r.siren, r.country, r."isSupplier" FROM named JOIN (
       SELECT id, name, siren, country, true AS "isSupplier" FROM suppliers WHERE organisation_id = $1
       UNION ALL SELECT id, name, siren, country, false FROM subcontractors WHERE organisation_id = $1) r ON r.id::text = named.id`,
    [organisationId],
  );
  const sites = await tx.query<{ site: string }>(
    `WITH ${lastChains} SELECT DISTINCT site FROM last CROSS JOIN jsonb_array_elements(last.chain->'performances') p CROSS JOIN jsonb_array_elements_text(p->'sites') site ORDER BY site`,
    [organisationId],
  );
  const identities = identifyActors(records);
  const countries = new Map(records.map(({ id, country }) => [id, country]));
  const pairs = identities.flatMap((one) => one.recordIds.map((recordId) => ({ recordId, one })));
  return {
    identities: new Map(identities.map((one) => [one.id, one])),
    recordIds: pairs.map(({ recordId }) => recordId),
    recordNodes: pairs.map(({ one }) => one.id),
    recordNames: pairs.map(({ one }) => one.name),
    recordCountries: pairs.map(({ recordId }) => countries.get(recordId) ?? ''),
    sites: sites.map(({ site }) => site),
    siteNames: sites.map(({ site }) => comparable(site)),
    countryNames: countryCodes.map((code) => countryName(code, language)),
  };
}

/**
 * Common table expressions of a statement over the chains: `parts` has a row per engagement and company or place of its chain,
 * `stays` a row per company and place where it works, `homes` one per company and country,
 * where an engagement without a chain still has that of its supplier.
 */
export function chainRelation({ organisationId }: Reader, known: Known, conditions: Conditions): string {
  if (conditions.parameters.length > 0) throw new RangeError('the organisation is the first parameter');
  conditions.take(organisationId);
  const [ids, nodes, names, homes, sites, siteNames, codes, countryNames] = [
    known.recordIds,
    known.recordNodes,
    known.recordNames,
    known.recordCountries,
    known.sites,
    known.siteNames,
    countryCodes,
    known.countryNames,
  ].map((list) => conditions.take(list));
  return `WITH RECURSIVE ${lastChains}, ${ranks},
  companies AS (SELECT * FROM unnest(${ids}::text[], ${nodes}::uuid[], ${names}::text[], ${homes}::text[]) AS k(record_id, node_id, name, country)),
  places AS (SELECT site, ${namedId("'place ' || plain")} AS node_id FROM unnest(${sites}::text[], ${siteNames}::text[]) AS k(site, plain)),
  countries AS (SELECT code, name, ${namedId("'country ' || code")} AS node_id FROM unnest(${codes}::text[], ${countryNames}::text[]) AS k(code, name)),
  actors AS (
    SELECT l.engagement_id, l.supplier_id, l.tier, k.node_id, k.name, k.record_id, k.country, r.depth
    FROM last l CROSS JOIN jsonb_array_elements(l.chain->'actors') a
      JOIN companies k ON k.record_id = a->>'id'
      LEFT JOIN ranks r ON r.engagement_id = l.engagement_id AND r.actor_id = k.record_id),
  stays AS (
    SELECT l.engagement_id, l.supplier_id, l.tier, a.node_id AS actor_node, p.node_id, p.site AS name, a.depth, f->>'activity' AS activity
    FROM last l CROSS JOIN jsonb_array_elements(l.chain->'performances') f
      JOIN actors a ON a.engagement_id = l.engagement_id AND a.record_id = f->>'actorId' CROSS JOIN jsonb_array_elements_text(f->'sites') s JOIN places p ON p.site = s),
  homes AS (
    SELECT engagement_id, supplier_id, tier, node_id AS actor_node, country, depth FROM actors
    UNION ALL SELECT s.engagement_id, s.supplier_id, s.tier, NULL, p.country, 1
    FROM engagement_standings s JOIN suppliers p ON p.organisation_id = s.organisation_id AND p.id = s.supplier_id
    WHERE s.organisation_id = $1 AND NOT s.archived AND NOT EXISTS (SELECT FROM last l WHERE l.engagement_id = s.engagement_id)),
  parts AS (
    SELECT 'actor' AS kind, node_id, name, NULL AS code, engagement_id, supplier_id, tier, depth FROM actors
    UNION ALL SELECT 'place', node_id, name, NULL, engagement_id, supplier_id, tier, depth FROM stays
    UNION ALL SELECT 'country', c.node_id, c.name, c.code, h.engagement_id, h.supplier_id, h.tier, h.depth
    FROM homes h JOIN countries c ON c.code = h.country),
  nodes AS (
    SELECT kind, node_id, min(name) AS name, min(code) AS code, count(DISTINCT supplier_id)::integer AS suppliers,
      count(DISTINCT engagement_id)::integer AS engagements,
      (count(DISTINCT engagement_id) FILTER (WHERE tier = 'T4'))::integer AS critical,
      min(depth) AS least_depth, max(depth) AS most_depth
    FROM parts GROUP BY kind, node_id HAVING kind <> 'actor' OR bool_or(depth IS DISTINCT FROM 1))`;
}

export interface NodeRow {
  readonly kind: 'actor' | 'place' | 'country';
  readonly node_id: string;
  readonly name: string;
  /** Of a country. */
  readonly code: string | null;
  readonly suppliers: number;
  readonly engagements: number;
  readonly critical: number;
  readonly least_depth: number | null;
  readonly most_depth: number | null;
}
