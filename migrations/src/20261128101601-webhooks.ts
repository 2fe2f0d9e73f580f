import type { MigrationInterface, QueryRunner } from 'typeorm';
import { either, of, secure, serving } from './row-security.js';

/** Addresses of others that are told of events, what waits to be told, and every attempt at telling. */
export class Webhooks20261128101601 implements MigrationInterface {
  name = 'Webhooks20261128101601';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`${tables}\n${policies}\n${following}\n${taking}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TRIGGER events_webhooks ON events;
DROP FUNCTION webhook_follow(), take_webhook(uuid, integer), rotate_webhook_secret(uuid, text, timestamptz);
DROP TABLE webhook_attempts, webhook_deliveries, webhook_endpoints;
`);
  }
}

const tables = `
CREATE TABLE webhook_endpoints (
  organisation_id uuid NOT NULL REFERENCES organisations(id),
  id uuid NOT NULL,
  name text NOT NULL,
  url text NOT NULL,
  -- Kinds of events of the chains.
  kinds text[] NOT NULL CHECK (cardinality(kinds) > 0),
  secret text NOT NULL,
  previous_secret text,
  previous_until timestamptz,
  state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'paused', 'failing', 'gone', 'removed')),
  failing_since timestamptz,
  revision integer NOT NULL DEFAULT 1,
  -- One attempt at a time, whichever process makes it.
  claim uuid,
  claimed_until timestamptz,
  created_by_name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT coalesce(played_at(), now()),
  PRIMARY KEY (organisation_id, id),
  CHECK ((previous_secret IS NULL) = (previous_until IS NULL))
);
CREATE TABLE webhook_deliveries (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  endpoint_id uuid NOT NULL,
  kind text NOT NULL,
  text text NOT NULL,
  happened_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'delivered', 'failed')),
  attempts integer NOT NULL DEFAULT 0,
  -- Or by hand queued again: pauses grow from there.
  queued_at timestamptz NOT NULL DEFAULT now(),
  next_attempt_at timestamptz NOT NULL DEFAULT now(),
  delivered_at timestamptz,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, endpoint_id) REFERENCES webhook_endpoints (organisation_id, id)
);
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (next_attempt_at, id) WHERE state = 'queued';
CREATE INDEX webhook_deliveries_endpoint ON webhook_deliveries (organisation_id, endpoint_id, happened_at DESC, id DESC);
CREATE INDEX webhook_deliveries_over ON webhook_deliveries (happened_at) WHERE state <> 'queued';
CREATE TABLE webhook_attempts (
  organisation_id uuid NOT NULL,
  delivery_id uuid NOT NULL,
  number integer NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  status integer,
  failure text,
  reply text NOT NULL,
  took_ms integer NOT NULL,
  PRIMARY KEY (organisation_id, delivery_id, number),
  FOREIGN KEY (organisation_id, delivery_id) REFERENCES webhook_deliveries (organisation_id, id) ON DELETE CASCADE
);
`;

const own = of('organisation_id');
const sending = serving('webhooks');

const policies = `
${secure('webhook_endpoints', { select: either(own, sending), insert: own, update: either(own, sending) })}
${secure('webhook_deliveries', { select: either(own, sending), insert: own, update: either(own, sending), delete: sending })}
${secure('webhook_attempts', { select: either(own, sending), insert: sending, delete: sending })}
-- Secrets sign and are not shown: they are read by the function that hands out what is due.
REVOKE SELECT ON webhook_endpoints FROM probant_app;
GRANT SELECT (organisation_id, id, name, url, kinds, previous_until, state, failing_since, revision, claim, claimed_until,
  created_by_name, created_at) ON webhook_endpoints TO probant_app;
`;

/** In the transaction of the event: neither is there without the other. */
const following = `
CREATE FUNCTION webhook_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO webhook_deliveries (organisation_id, id, endpoint_id, kind, text, happened_at)
    SELECT NEW.organisation_id, gen_random_uuid(), e.id, NEW.kind, NEW.text, NEW.at FROM webhook_endpoints e
    WHERE e.organisation_id = NEW.organisation_id AND e.state = 'active' AND NEW.kind = ANY (e.kinds);
  RETURN NULL;
END $$;
CREATE TRIGGER events_webhooks AFTER INSERT ON events FOR EACH ROW
  WHEN (NEW.kind IN ('submitted', 'decided', 'finding-raised', 'finding-closed', 'finding-reopened', 'incident-stated',
    'certificate-lost', 'request-accepted', 'request-declined', 'warning-given'))
  EXECUTE FUNCTION webhook_follow();
`;

const taking = `
-- What is due for an address that nobody is sending to; the address is held until the attempt is told of, or the time is over.
CREATE FUNCTION take_webhook(p_claim uuid, p_seconds integer) RETURNS TABLE (
  organisation_id uuid, id uuid, endpoint_id uuid, kind text, text text, happened_at timestamptz, attempts integer,
  queued_at timestamptz, url text, secret text, previous_secret text
) LANGUAGE plpgsql SECURITY DEFINER SET search_path = probant, pg_temp AS $$
#variable_conflict use_column
DECLARE
  v_due record;
BEGIN
  IF purpose() <> 'webhooks' THEN RAISE EXCEPTION 'only deliveries take' USING ERRCODE = '42501'; END IF;
  SELECT d.*, e.url, e.secret, CASE WHEN e.previous_until > now() THEN e.previous_secret END AS previous INTO v_due
    FROM webhook_deliveries d JOIN webhook_endpoints e ON e.organisation_id = d.organisation_id AND e.id = d.endpoint_id
    WHERE d.state = 'queued' AND d.next_attempt_at <= now() AND e.state = 'active'
      AND (e.claimed_until IS NULL OR e.claimed_until < now())
    ORDER BY d.next_attempt_at, d.id LIMIT 1 FOR UPDATE OF d, e SKIP LOCKED;
  IF NOT FOUND THEN RETURN; END IF;
  UPDATE webhook_endpoints e SET claim = p_claim, claimed_until = now() + make_interval(secs => p_seconds)
    WHERE e.organisation_id = v_due.organisation_id AND e.id = v_due.endpoint_id;
  RETURN QUERY SELECT v_due.organisation_id, v_due.id, v_due.endpoint_id, v_due.kind, v_due.text, v_due.happened_at,
    v_due.attempts, v_due.queued_at, v_due.url, v_due.secret, v_due.previous;
END $$;

-- Both secrets sign until the given instant.
CREATE FUNCTION rotate_webhook_secret(p_id uuid, p_secret text, p_until timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = probant, pg_temp AS $$
  UPDATE webhook_endpoints SET previous_secret = secret, previous_until = p_until, secret = p_secret, revision = revision + 1
  WHERE organisation_id = organisation() AND id = p_id
$$;
REVOKE ALL ON FUNCTION take_webhook(uuid, integer), rotate_webhook_secret(uuid, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION take_webhook(uuid, integer), rotate_webhook_secret(uuid, text, timestamptz) TO probant_app;
`;
