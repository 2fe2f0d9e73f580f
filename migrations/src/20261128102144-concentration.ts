import type { MigrationInterface, QueryRunner } from 'typeorm';
import { concentrationFollowers, concentrationTotals } from './concentration-followers.js';
import { concentrationRefresh } from './concentration-refresh.js';
import { owned } from './row-security.js';

const kept = [
  'concentration_records',
  'concentration_parts',
  'concentration_suppliers',
  'concentration_nodes',
  'concentration_links',
  'concentration_edges',
  'concentration_holders',
  'concentration_totals',
] as const;
const read = ['suppliers', 'subcontractors', 'certification_chains', 'engagement_standings'] as const;

/** What suppliers share, kept as chains, records and engagements are written, so that nothing is aggregated when it is read. */
export class Concentration20261128102144 implements MigrationInterface {
  name = 'Concentration20261128102144';

  async up(runner: QueryRunner): Promise<void> {
    const force = (how: 'FORCE' | 'NO FORCE') =>
      read.map((table) => `ALTER TABLE ${table} ${how} ROW LEVEL SECURITY;`).join('\n');
    await runner.query(`${tables}\n${concentrationRefresh}\n${concentrationTotals}`);
    // Force holds for the owner as well, who fills in every organisation's rows here, before the new tables are secured.
    await runner.query(`
${force('NO FORCE')}
SELECT concentration_follow_records(o.organisation_id, array_agg(o.id)) FROM (
  SELECT organisation_id, id FROM suppliers UNION ALL SELECT organisation_id, id FROM subcontractors) o GROUP BY o.organisation_id;
SELECT concentration_refresh(organisation_id, array_agg(engagement_id)) FROM engagement_standings GROUP BY organisation_id;
${force('FORCE')}
${kept.map((table) => owned(table)).join('\n')}
${concentrationFollowers}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP FUNCTION concentration_records_written, concentration_chains_written, concentration_standings_inserted,
  concentration_standings_updated, concentration_standings_deleted, concentration_nodes_changed, concentration_holders_changed,
  concentration_follow_records, concentration_refresh, concentration_describe, concentration_actors CASCADE;
DROP TABLE ${kept.join(', ')};
DROP FUNCTION concentration_count, concentration_plain, concentration_id;
`);
  }
}

const tables = String.raw`
-- How names of companies and places are compared: lower case, without accents, punctuation and doubled spaces.
CREATE FUNCTION concentration_plain(p_text text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT btrim(regexp_replace(lower(regexp_replace(normalize(p_text, NFD),
    '[\u0300-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F]', '', 'g') COLLATE "und-x-icu"),
    '[^[:alnum:]]+' COLLATE "und-x-icu", ' ', 'g'))
$$;
-- A name-based UUID (RFC 9562, version 5 by its marks) of what stands for a company, a place or a country.
CREATE FUNCTION concentration_id(p_key text) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT overlay(overlay(md5(p_key) placing '5' from 13) placing 'a' from 17)::uuid
$$;
CREATE TABLE concentration_records (
  organisation_id uuid NOT NULL,
  record_id uuid NOT NULL,
  is_supplier boolean NOT NULL,
  name text NOT NULL,
  plain text NOT NULL,
  siren text,
  country text,
  -- What tells it from any other of its name; null where its name is all there is.
  own_key text,
  -- The company that it is a record of.
  node_id uuid NOT NULL,
  PRIMARY KEY (organisation_id, record_id)
);
CREATE INDEX concentration_records_plain ON concentration_records (organisation_id, plain);
CREATE INDEX concentration_records_node ON concentration_records (organisation_id, node_id);
-- One for each engagement that is not archived and each company, place or country of its chain, and its supplier.
CREATE TABLE concentration_parts (
  organisation_id uuid NOT NULL,
  node_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  kind text NOT NULL,
  supplier_id uuid NOT NULL,
  tier text NOT NULL,
  score_order double precision NOT NULL,
  -- The company of the supplier itself.
  own boolean NOT NULL,
  -- The engagement has a chain.
  stated boolean NOT NULL,
  -- Named by the chain, or the country of a supplier of whom nothing else is known: what the concentration counts.
  counted boolean NOT NULL,
  -- Not only as whom the buyer signed with.
  beyond boolean NOT NULL,
  least_depth integer,
  most_depth integer,
  -- Of a place, as it was written.
  name text,
  -- Of a country.
  code text,
  PRIMARY KEY (organisation_id, node_id, engagement_id)
);
CREATE INDEX concentration_parts_engagement ON concentration_parts (organisation_id, engagement_id);
CREATE INDEX concentration_parts_order ON concentration_parts (organisation_id, node_id, tier, score_order, engagement_id);
CREATE INDEX concentration_parts_least ON concentration_parts (organisation_id, node_id, least_depth) WHERE counted;
CREATE INDEX concentration_parts_most ON concentration_parts (organisation_id, node_id, most_depth) WHERE counted AND most_depth IS NOT NULL;
CREATE INDEX concentration_parts_name ON concentration_parts (organisation_id, node_id, name) WHERE kind = 'place';
CREATE INDEX concentration_parts_own ON concentration_parts (organisation_id, supplier_id) WHERE own AND stated;
CREATE TABLE concentration_suppliers (
  organisation_id uuid NOT NULL,
  supplier_id uuid NOT NULL,
  node_id uuid NOT NULL,
  kind text NOT NULL,
  engagements integer NOT NULL,
  PRIMARY KEY (organisation_id, supplier_id, node_id)
);
CREATE TABLE concentration_nodes (
  organisation_id uuid NOT NULL,
  node_id uuid NOT NULL,
  kind text NOT NULL,
  name text NOT NULL DEFAULT '',
  code text,
  siren text,
  ground text,
  suppliers integer NOT NULL,
  engagements integer NOT NULL,
  critical integer NOT NULL,
  beyond integer NOT NULL,
  -- Of every engagement that depends on it, in order of tiers.
  t1 integer NOT NULL,
  t2 integer NOT NULL,
  t3 integer NOT NULL,
  t4 integer NOT NULL,
  least_depth integer,
  most_depth integer,
  farthest integer GENERATED ALWAYS AS (coalesce(most_depth, 0)) STORED,
  -- Whom the buyer signed with alone is no news.
  listed boolean GENERATED ALWAYS AS (engagements > 0 AND (kind <> 'actor' OR beyond > 0)) STORED,
  PRIMARY KEY (organisation_id, node_id)
);
CREATE INDEX concentration_nodes_kind ON concentration_nodes (organisation_id, kind, suppliers, engagements, node_id) WHERE listed;
CREATE INDEX concentration_nodes_suppliers ON concentration_nodes (organisation_id, suppliers, node_id) WHERE listed;
CREATE INDEX concentration_nodes_engagements ON concentration_nodes (organisation_id, engagements, node_id) WHERE listed;
CREATE INDEX concentration_nodes_critical ON concentration_nodes (organisation_id, critical, node_id) WHERE listed;
CREATE INDEX concentration_nodes_farthest ON concentration_nodes (organisation_id, farthest, node_id) WHERE listed;
-- From a company to a place where it works or the country where it is established, by engagement and in all.
CREATE TABLE concentration_links (
  organisation_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  from_node uuid NOT NULL,
  to_node uuid NOT NULL,
  PRIMARY KEY (organisation_id, engagement_id, from_node, to_node)
);
CREATE TABLE concentration_edges (
  organisation_id uuid NOT NULL,
  from_node uuid NOT NULL,
  to_node uuid NOT NULL,
  engagements integer NOT NULL,
  PRIMARY KEY (organisation_id, from_node, to_node)
);
-- Suppliers with a chain, by how many companies stand behind them.
CREATE TABLE concentration_holders (
  organisation_id uuid NOT NULL,
  supplier_id uuid NOT NULL,
  companies integer NOT NULL,
  engagements integer NOT NULL,
  PRIMARY KEY (organisation_id, supplier_id)
);
CREATE INDEX concentration_holders_order ON concentration_holders (organisation_id, companies, engagements, supplier_id);
-- How many there are: listed companies, places and countries, suppliers with a chain, engagements and those with a chain.
CREATE TABLE concentration_totals (
  organisation_id uuid NOT NULL,
  key text NOT NULL,
  count integer NOT NULL,
  PRIMARY KEY (organisation_id, key)
);
CREATE FUNCTION concentration_count(p_organisation uuid, p_key text, p_change bigint) RETURNS void LANGUAGE sql AS $$
  INSERT INTO concentration_totals AS t (organisation_id, key, count) SELECT p_organisation, p_key, p_change WHERE p_change <> 0
  ON CONFLICT (organisation_id, key) DO UPDATE SET count = t.count + excluded.count
$$;`;
