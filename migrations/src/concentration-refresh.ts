/** Longer chains are none that anybody works with; loops were refused when they were stated. */
const maxDepth = 30;
const isId = (text: string): string =>
  `CASE WHEN ${text} ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN (${text})::uuid END`;

/** What joins rows of one statement knows not how many they are: many are taken a few hundred at a time. */
const inSlices = (run: string, ids: string): string => `IF cardinality(${ids}) > 400 THEN
    FOR v_first IN 1 .. cardinality(${ids}) BY 400 LOOP
      PERFORM ${run}(p_organisation, ${ids}[v_first : v_first + 399]);
    END LOOP;
    RETURN;
  END IF;`;

/** Every company that the last chains of some engagements name, with what it does where; no chain, no rows. */
const actors = `
CREATE FUNCTION concentration_actors(p_organisation uuid, p_engagements uuid[])
RETURNS TABLE (engagement_id uuid, node_id uuid, country text, depth integer, sites text[]) LANGUAGE sql STABLE AS $$
  WITH RECURSIVE last AS MATERIALIZED (
    SELECT s.engagement_id, c.chain FROM engagement_standings s CROSS JOIN LATERAL (
      SELECT chain FROM certification_chains c WHERE c.organisation_id = s.organisation_id AND c.engagement_id = s.engagement_id
      ORDER BY revision DESC LIMIT 1) c
    WHERE s.organisation_id = p_organisation AND s.engagement_id = ANY (p_engagements) AND NOT s.archived),
  contracts AS MATERIALIZED (
    SELECT l.engagement_id, c ->> 'from' AS "from", c ->> 'to' AS "to" FROM last l CROSS JOIN jsonb_array_elements(l.chain -> 'contracts') c),
  ways(engagement_id, actor_id, depth) AS (
    SELECT l.engagement_id, l.chain ->> 'holderId', 1 FROM last l
    UNION SELECT c.engagement_id, c."to", 1 FROM contracts c WHERE c."from" = 'buyer'
    UNION SELECT w.engagement_id, c."to", w.depth + 1
    FROM ways w JOIN contracts c ON c.engagement_id = w.engagement_id AND c."from" = w.actor_id WHERE w.depth < ${maxDepth}),
  ranks AS (SELECT w.engagement_id, w.actor_id, min(w.depth) AS depth FROM ways w GROUP BY 1, 2),
  places AS (
    SELECT l.engagement_id, f ->> 'actorId' AS actor_id, array_agg(DISTINCT s) AS sites
    FROM last l CROSS JOIN jsonb_array_elements(l.chain -> 'performances') f CROSS JOIN jsonb_array_elements_text(f -> 'sites') s GROUP BY 1, 2)
  SELECT l.engagement_id, k.node_id, k.country, r.depth, coalesce(p.sites, '{}')
  FROM last l CROSS JOIN jsonb_array_elements(l.chain -> 'actors') a
    JOIN concentration_records k ON k.organisation_id = p_organisation AND k.record_id = ${isId("a ->> 'id'")}
    LEFT JOIN ranks r ON r.engagement_id = l.engagement_id AND r.actor_id = a ->> 'id'
    LEFT JOIN places p ON p.engagement_id = l.engagement_id AND p.actor_id = a ->> 'id'
$$;`;

/** Name, number and reach of some companies and places, from their records and from the ends of indexes; those of nothing go. */
const describe = `
CREATE FUNCTION concentration_describe(p_organisation uuid, p_nodes uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM concentration_nodes n WHERE n.organisation_id = p_organisation AND n.node_id = ANY (p_nodes) AND n.t1 + n.t2 + n.t3 + n.t4 = 0;
  UPDATE concentration_nodes n SET
    name = CASE n.kind WHEN 'actor' THEN coalesce(r.named, r.first, '') WHEN 'place' THEN coalesce(
      (SELECT p.name FROM concentration_parts p WHERE p.organisation_id = n.organisation_id AND p.node_id = n.node_id AND p.kind = 'place'
       ORDER BY p.name LIMIT 1), '') ELSE n.code END,
    siren = r.siren,
    ground = CASE WHEN r.records = 1 THEN 'one-record' WHEN r.unnumbered THEN 'same-name' WHEN r.records > 1 THEN 'same-siren' END,
    least_depth = (SELECT p.least_depth FROM concentration_parts p WHERE p.organisation_id = n.organisation_id AND p.node_id = n.node_id
      AND p.counted ORDER BY p.least_depth LIMIT 1),
    most_depth = (SELECT p.most_depth FROM concentration_parts p WHERE p.organisation_id = n.organisation_id AND p.node_id = n.node_id
      AND p.counted AND p.most_depth IS NOT NULL ORDER BY p.most_depth DESC LIMIT 1)
  FROM unnest(p_nodes) asked(node_id) LEFT JOIN LATERAL (
    SELECT count(*) AS records, min(k.siren) AS siren, bool_or(k.siren IS NULL) AS unnumbered,
      (array_agg(k.name ORDER BY k.record_id))[1] AS first, (array_agg(k.name ORDER BY k.record_id) FILTER (WHERE k.siren IS NOT NULL))[1] AS named
    FROM concentration_records k WHERE k.organisation_id = p_organisation AND k.node_id = asked.node_id) r ON true
  WHERE n.organisation_id = p_organisation AND n.node_id = asked.node_id;
END $$;`;

const columns =
  'node_id, engagement_id, kind, supplier_id, tier, score_order, own, stated, counted, beyond, least_depth, most_depth, name, code';

/**
 * Writes what some engagements are part of again, and carries the difference to every count. Whoever does waits for whoever does in
 * the same organisation: counts that cross each other would not add up.
 */
const refresh = `
CREATE FUNCTION concentration_refresh(p_organisation uuid, p_engagements uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_nodes uuid[];
  v_suppliers uuid[];
  v_change record;
BEGIN
  IF coalesce(cardinality(p_engagements), 0) = 0 THEN RETURN; END IF;
  ${inSlices('concentration_refresh', 'p_engagements')}
  PERFORM pg_advisory_xact_lock(hashtextextended(p_organisation::text, 117));
  WITH named AS MATERIALIZED (SELECT * FROM concentration_actors(p_organisation, p_engagements)),
  live AS MATERIALIZED (
    SELECT s.engagement_id, s.supplier_id, s.tier, s.score_order, k.node_id AS own_node, k.country, EXISTS (
      SELECT FROM certification_chains c WHERE c.organisation_id = s.organisation_id AND c.engagement_id = s.engagement_id) AS stated
    FROM engagement_standings s LEFT JOIN concentration_records k
      ON k.organisation_id = s.organisation_id AND k.record_id = s.supplier_id
    WHERE s.organisation_id = p_organisation AND s.engagement_id = ANY (p_engagements) AND NOT s.archived),
  rows AS (
    SELECT 'actor' AS kind, n.node_id, n.engagement_id, true AS counted, n.depth, NULL AS name, NULL AS code FROM named n
    UNION ALL SELECT 'actor', l.own_node, l.engagement_id, false, 1, NULL, NULL FROM live l WHERE l.own_node IS NOT NULL
    UNION ALL SELECT 'place', concentration_id('place ' || concentration_plain(s)), n.engagement_id, true, n.depth, s, NULL
    FROM named n CROSS JOIN unnest(n.sites) s
    UNION ALL SELECT 'country', concentration_id('country ' || n.country), n.engagement_id, true, n.depth, NULL, n.country
    FROM named n WHERE n.country IS NOT NULL
    UNION ALL SELECT 'country', concentration_id('country ' || l.country), l.engagement_id, true, 1, NULL, l.country
    FROM live l WHERE l.country IS NOT NULL AND NOT l.stated),
  fresh AS MATERIALIZED (
    SELECT r.node_id, l.engagement_id, r.kind, l.supplier_id, l.tier, l.score_order, r.node_id IS NOT DISTINCT FROM l.own_node AS own, l.stated,
      bool_or(r.counted) AS counted, coalesce(bool_or(r.depth IS DISTINCT FROM 1) FILTER (WHERE r.counted), false) AS beyond,
      min(r.depth) AS least_depth, max(r.depth) AS most_depth, min(r.name) AS name, min(r.code) AS code
    FROM rows r JOIN live l ON l.engagement_id = r.engagement_id
    GROUP BY r.node_id, l.engagement_id, r.kind, l.supplier_id, l.tier, l.score_order, l.own_node, l.stated),
  old AS MATERIALIZED (
    SELECT ${columns} FROM concentration_parts WHERE organisation_id = p_organisation AND engagement_id = ANY (p_engagements)),
  added AS MATERIALIZED (SELECT ${columns} FROM fresh EXCEPT SELECT ${columns} FROM old),
  dropped AS MATERIALIZED (SELECT ${columns} FROM old EXCEPT SELECT ${columns} FROM fresh),
  deleted AS (
    DELETE FROM concentration_parts p USING dropped d WHERE p.organisation_id = p_organisation AND p.node_id = d.node_id
      AND p.engagement_id = d.engagement_id
      AND NOT EXISTS (SELECT FROM added a WHERE a.node_id = d.node_id AND a.engagement_id = d.engagement_id)),
  written AS (
    INSERT INTO concentration_parts (organisation_id, ${columns}) SELECT p_organisation, ${columns} FROM added
    ON CONFLICT (organisation_id, node_id, engagement_id) DO UPDATE SET (${columns}) = ROW(${columns
      .split(', ')
      .map((column) => `excluded.${column}`)
      .join(', ')})),
  moved AS MATERIALIZED (SELECT 1 AS sign, a.* FROM added a UNION ALL SELECT -1, d.* FROM dropped d),
  by_supplier AS MATERIALIZED (
    SELECT supplier_id, node_id, kind, sum(sign)::integer AS change FROM moved WHERE counted GROUP BY 1, 2, 3 HAVING sum(sign) <> 0),
  shares AS (
    INSERT INTO concentration_suppliers AS c (organisation_id, supplier_id, node_id, kind, engagements)
    SELECT p_organisation, supplier_id, node_id, kind, change FROM by_supplier
    ON CONFLICT (organisation_id, supplier_id, node_id) DO UPDATE SET engagements = c.engagements + excluded.engagements
    RETURNING supplier_id, node_id, engagements),
  crossed AS (
    SELECT b.node_id, sum((s.engagements > 0)::integer - (s.engagements - b.change > 0)::integer)::integer AS change
    FROM shares s JOIN by_supplier b ON b.supplier_id = s.supplier_id AND b.node_id = s.node_id GROUP BY 1),
  by_node AS (
    SELECT node_id, kind, min(code) AS code, coalesce(sum(sign) FILTER (WHERE counted), 0) AS engagements,
      coalesce(sum(sign) FILTER (WHERE counted AND tier = 'T4'), 0) AS critical, coalesce(sum(sign) FILTER (WHERE beyond), 0) AS beyond,
      coalesce(sum(sign) FILTER (WHERE tier = 'T1'), 0) AS t1, coalesce(sum(sign) FILTER (WHERE tier = 'T2'), 0) AS t2,
      coalesce(sum(sign) FILTER (WHERE tier = 'T3'), 0) AS t3, coalesce(sum(sign) FILTER (WHERE tier = 'T4'), 0) AS t4
    FROM moved GROUP BY 1, 2),
  nodes AS (
    INSERT INTO concentration_nodes AS n (organisation_id, node_id, kind, code, suppliers, engagements, critical, beyond, t1, t2, t3, t4)
    SELECT p_organisation, b.node_id, b.kind, b.code, coalesce(c.change, 0), b.engagements, b.critical, b.beyond, b.t1, b.t2, b.t3, b.t4
    FROM by_node b LEFT JOIN crossed c ON c.node_id = b.node_id
    ON CONFLICT (organisation_id, node_id) DO UPDATE SET suppliers = n.suppliers + excluded.suppliers,
      engagements = n.engagements + excluded.engagements, critical = n.critical + excluded.critical, beyond = n.beyond + excluded.beyond,
      t1 = n.t1 + excluded.t1, t2 = n.t2 + excluded.t2, t3 = n.t3 + excluded.t3, t4 = n.t4 + excluded.t4
    RETURNING node_id),
  fresh_links AS MATERIALIZED (
    SELECT engagement_id, node_id AS from_node, concentration_id('place ' || concentration_plain(s)) AS to_node
    FROM named CROSS JOIN unnest(sites) s
    UNION SELECT engagement_id, node_id, concentration_id('country ' || country) FROM named WHERE country IS NOT NULL),
  old_links AS MATERIALIZED (
    SELECT engagement_id, from_node, to_node FROM concentration_links
    WHERE organisation_id = p_organisation AND engagement_id = ANY (p_engagements)),
  added_links AS MATERIALIZED (TABLE fresh_links EXCEPT TABLE old_links),
  dropped_links AS MATERIALIZED (TABLE old_links EXCEPT TABLE fresh_links),
  deleted_links AS (
    DELETE FROM concentration_links p USING dropped_links d WHERE p.organisation_id = p_organisation
      AND (p.engagement_id, p.from_node, p.to_node) = (d.engagement_id, d.from_node, d.to_node)),
  written_links AS (
    INSERT INTO concentration_links (organisation_id, engagement_id, from_node, to_node)
    SELECT p_organisation, engagement_id, from_node, to_node FROM added_links),
  edges AS (
    INSERT INTO concentration_edges AS e (organisation_id, from_node, to_node, engagements)
    SELECT p_organisation, from_node, to_node, sum(sign) FROM (
      SELECT 1 AS sign, a.* FROM added_links a UNION ALL SELECT -1, d.* FROM dropped_links d) m
    GROUP BY from_node, to_node HAVING sum(sign) <> 0
    ON CONFLICT (organisation_id, from_node, to_node) DO UPDATE SET engagements = e.engagements + excluded.engagements)
  SELECT (SELECT array_agg(node_id) FROM nodes) AS nodes, (SELECT array_agg(DISTINCT supplier_id) FROM moved) AS suppliers,
    (SELECT array_agg(DISTINCT from_node) FROM dropped_links) AS companies,
    (SELECT coalesce(sum(sign) FILTER (WHERE own AND stated), 0) FROM moved) AS stated,
    (SELECT coalesce(sum(sign) FILTER (WHERE own), 0) FROM moved) AS engagements INTO v_change;
  v_nodes := v_change.nodes;
  v_suppliers := v_change.suppliers;
  DELETE FROM concentration_edges e WHERE e.organisation_id = p_organisation AND e.engagements = 0 AND e.from_node = ANY (v_change.companies);
  DELETE FROM concentration_suppliers s WHERE s.organisation_id = p_organisation AND s.supplier_id = ANY (v_suppliers) AND s.engagements = 0;
  PERFORM concentration_count(p_organisation, 'stated', v_change.stated);
  PERFORM concentration_count(p_organisation, 'engagements', v_change.engagements);
  PERFORM concentration_describe(p_organisation, v_nodes);
  DELETE FROM concentration_holders h WHERE h.organisation_id = p_organisation AND h.supplier_id = ANY (v_suppliers);
  INSERT INTO concentration_holders (organisation_id, supplier_id, companies, engagements)
    SELECT p_organisation, a.supplier_id, coalesce(c.companies, 0), p.engagements
    FROM unnest(v_suppliers) a(supplier_id) CROSS JOIN LATERAL (
      SELECT count(*) AS engagements FROM concentration_parts p
      WHERE p.organisation_id = p_organisation AND p.supplier_id = a.supplier_id AND p.own AND p.stated) p
    LEFT JOIN LATERAL (
      SELECT count(*) AS companies FROM concentration_suppliers s JOIN concentration_records k
        ON k.organisation_id = p_organisation AND k.record_id = a.supplier_id
      WHERE s.organisation_id = p_organisation AND s.supplier_id = a.supplier_id AND s.kind = 'actor' AND s.node_id <> k.node_id) c ON true
    WHERE p.engagements > 0;
END $$;`;

/** Who is who, by records: one company for each SIREN, and what has none by its name; see shared/concentration. */
const records = `
CREATE FUNCTION concentration_follow_records(p_organisation uuid, p_records uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_plains text[];
  v_before uuid[];
  v_after uuid[];
  v_moved uuid[];
BEGIN
  ${inSlices('concentration_follow_records', 'p_records')}
  PERFORM pg_advisory_xact_lock(hashtextextended(p_organisation::text, 117));
  SELECT array_agg(plain), array_agg(node_id) INTO v_plains, v_before FROM concentration_records
    WHERE organisation_id = p_organisation AND record_id = ANY (p_records);
  WITH now AS MATERIALIZED (
    SELECT id, name, siren, country, true AS is_supplier FROM suppliers WHERE organisation_id = p_organisation AND id = ANY (p_records)
    UNION ALL SELECT id, name, siren, country, false FROM subcontractors WHERE organisation_id = p_organisation AND id = ANY (p_records)),
  keyed AS MATERIALIZED (
    SELECT id, is_supplier, name, concentration_plain(name) AS plain, siren, country,
      CASE WHEN siren IS NOT NULL THEN 'siren ' || siren WHEN is_supplier THEN 'supplier ' || id END AS own_key FROM now),
  was AS MATERIALIZED (
    SELECT record_id, node_id, country FROM concentration_records WHERE organisation_id = p_organisation AND record_id = ANY (p_records)),
  written AS (
    INSERT INTO concentration_records AS r (organisation_id, record_id, is_supplier, name, plain, siren, country, own_key, node_id)
    SELECT p_organisation, id, is_supplier, name, plain, siren, country, own_key,
      concentration_id('company ' || coalesce(own_key, 'name ' || plain)) FROM keyed
    ON CONFLICT (organisation_id, record_id) DO UPDATE SET name = excluded.name, plain = excluded.plain, siren = excluded.siren,
      country = excluded.country, own_key = excluded.own_key,
      -- One that its name alone stands for is told below what company that is.
      node_id = CASE WHEN excluded.own_key IS NULL THEN r.node_id ELSE excluded.node_id END
    RETURNING record_id, node_id, plain, country)
  SELECT v_plains || array_agg(w.plain), array_agg(w.node_id),
    array_agg(o.node_id) FILTER (WHERE (o.node_id, o.country) IS DISTINCT FROM (w.node_id, w.country))
    INTO v_plains, v_after, v_moved FROM written w LEFT JOIN was o ON o.record_id = w.record_id;
  WITH bearers AS (
    SELECT plain, min(own_key) AS own_key FROM concentration_records
    WHERE organisation_id = p_organisation AND plain = ANY (v_plains) AND own_key IS NOT NULL GROUP BY plain
    HAVING count(DISTINCT own_key) = 1),
  told AS MATERIALIZED (
    SELECT r.record_id, r.node_id AS before, concentration_id('company ' || coalesce(b.own_key, 'name ' || r.plain)) AS node_id
    FROM concentration_records r LEFT JOIN bearers b ON b.plain = r.plain
    WHERE r.organisation_id = p_organisation AND r.plain = ANY (v_plains) AND r.own_key IS NULL),
  written AS (
    UPDATE concentration_records r SET node_id = t.node_id FROM told t
    WHERE r.organisation_id = p_organisation AND r.record_id = t.record_id AND t.node_id <> t.before)
  SELECT v_after || array_agg(node_id), v_moved || array_agg(before) FILTER (WHERE before <> node_id)
    INTO v_after, v_moved FROM told;
  PERFORM concentration_refresh(p_organisation, (SELECT array_agg(DISTINCT engagement_id) FROM concentration_parts
    WHERE organisation_id = p_organisation AND node_id = ANY (v_moved)));
  PERFORM concentration_describe(p_organisation, (SELECT array_agg(DISTINCT one) FROM unnest(v_before || v_after || v_moved) one));
END $$;`;

/** Functions that work out again what is kept of some engagements and of some records. */
export const concentrationRefresh = [actors, describe, refresh, records].join('\n');
