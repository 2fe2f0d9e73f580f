/** Written by whoever writes a record, a chain or an engagement, in the same transaction. */
const followed = `
CREATE FUNCTION concentration_records_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM concentration_follow_records(c.organisation_id, array_agg(c.id)) FROM (
    SELECT n.organisation_id, n.id FROM new_rows n LEFT JOIN concentration_records r
      ON r.organisation_id = n.organisation_id AND r.record_id = n.id
    WHERE r.record_id IS NULL OR (r.name, r.siren, r.country) IS DISTINCT FROM (n.name, n.siren, n.country)) c
  GROUP BY c.organisation_id;
  RETURN NULL;
END $$;
CREATE FUNCTION concentration_chains_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM concentration_refresh(organisation_id, array_agg(DISTINCT engagement_id)) FROM new_rows GROUP BY organisation_id;
  RETURN NULL;
END $$;
CREATE FUNCTION concentration_standings_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM concentration_refresh(organisation_id, array_agg(engagement_id)) FROM new_rows GROUP BY organisation_id;
  RETURN NULL;
END $$;
-- A score changes often and counts in nothing: only the order of what depends on a company follows it.
CREATE FUNCTION concentration_standings_updated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE concentration_parts p SET score_order = n.score_order FROM new_rows n
    WHERE p.organisation_id = n.organisation_id AND p.engagement_id = n.engagement_id AND p.score_order <> n.score_order;
  PERFORM concentration_refresh(n.organisation_id, array_agg(n.engagement_id))
    FROM new_rows n JOIN old_rows o ON o.organisation_id = n.organisation_id AND o.engagement_id = n.engagement_id
    WHERE (n.supplier_id, n.tier, n.archived) IS DISTINCT FROM (o.supplier_id, o.tier, o.archived) GROUP BY n.organisation_id;
  RETURN NULL;
END $$;
CREATE FUNCTION concentration_standings_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM concentration_refresh(organisation_id, array_agg(engagement_id)) FROM old_rows GROUP BY organisation_id;
  RETURN NULL;
END $$;
CREATE FUNCTION concentration_nodes_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'DELETE' THEN
    PERFORM concentration_count(organisation_id, kind, count(*)) FROM new_rows WHERE listed GROUP BY organisation_id, kind;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    PERFORM concentration_count(organisation_id, kind, -count(*)) FROM old_rows WHERE listed GROUP BY organisation_id, kind;
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION concentration_holders_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM concentration_count(organisation_id, 'holder', count(*)) FROM new_rows GROUP BY organisation_id;
  ELSE
    PERFORM concentration_count(organisation_id, 'holder', -count(*)) FROM old_rows GROUP BY organisation_id;
  END IF;
  RETURN NULL;
END $$;`;

const inserted = (table: string, run: string): string =>
  `CREATE TRIGGER ${table}_kept_inserted AFTER INSERT ON ${table} REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ${run}();`;
const updated = (table: string, run: string): string =>
  `CREATE TRIGGER ${table}_kept_updated AFTER UPDATE ON ${table} REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ${run}();`;
const deleted = (table: string, run: string): string =>
  `CREATE TRIGGER ${table}_kept_deleted AFTER DELETE ON ${table} REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ${run}();`;

/** How many there are follows the rows that are kept. */
export const concentrationTotals = [
  followed,
  ...[inserted, updated, deleted].map((on) => on('concentration_nodes', 'concentration_nodes_changed')),
  ...[inserted, deleted].map((on) => on('concentration_holders', 'concentration_holders_changed')),
].join('\n');

export const concentrationFollowers = [
  ...['suppliers', 'subcontractors'].flatMap((table) => [
    inserted(table, 'concentration_records_written'),
    updated(table, 'concentration_records_written'),
  ]),
  inserted('certification_chains', 'concentration_chains_written'),
  inserted('engagement_standings', 'concentration_standings_inserted'),
  updated('engagement_standings', 'concentration_standings_updated'),
  deleted('engagement_standings', 'concentration_standings_deleted'),
].join('\n');
