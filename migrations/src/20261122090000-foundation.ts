import type { MigrationInterface, QueryRunner } from 'typeorm';
import { either, of, secure, serving } from './row-security.js';

/** Who speaks (organisation, account, purpose), who exists (accounts, organisations), and the chains of events. */
export class Foundation20261122090000 implements MigrationInterface {
  name = 'Foundation20261122090000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(speaker);
    await runner.query(identity);
    await runner.query(chains);
    await runner.query(outbox);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('the foundation cannot be taken away'));
  }
}

const speaker = `
GRANT USAGE ON SCHEMA probant TO probant_app;

CREATE FUNCTION organisation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.organisation_id', true), '')::uuid $$;

CREATE FUNCTION account() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.account_id', true), '')::uuid $$;

CREATE FUNCTION purpose() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT coalesce(current_setting('app.purpose', true), '') $$;

CREATE FUNCTION speak(p_organisation uuid, p_account uuid, p_purpose text) RETURNS void LANGUAGE sql AS $$
  SELECT set_config('app.organisation_id', coalesce(p_organisation::text, ''), true),
         set_config('app.account_id', coalesce(p_account::text, ''), true),
         set_config('app.purpose', p_purpose, true)
$$;
`;

const identity = `
CREATE TABLE organisations (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('buyer', 'supplier')),
  name text NOT NULL,
  language text NOT NULL DEFAULT 'fr' CHECK (language IN ('fr', 'en')),
  demo boolean NOT NULL DEFAULT false,
  revision integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE accounts (
  id uuid PRIMARY KEY,
  email text NOT NULL UNIQUE CHECK (email = lower(email)),
  name text NOT NULL,
  language text NOT NULL DEFAULT 'fr' CHECK (language IN ('fr', 'en')),
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE credentials (
  account_id uuid PRIMARY KEY REFERENCES accounts(id) ON DELETE CASCADE,
  password_hash text NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE memberships (
  organisation_id uuid NOT NULL REFERENCES organisations(id),
  account_id uuid NOT NULL REFERENCES accounts(id),
  -- One person may hold several roles of the organisation's kind: a small buyer's only member is all of them.
  roles text[] NOT NULL CHECK (cardinality(roles) > 0 AND roles <@
    ARRAY['admin', 'buyer', 'risk-manager', 'auditor', 'supplier-admin', 'contributor']),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, account_id)
);
CREATE INDEX memberships_account ON memberships (account_id);
CREATE TABLE sessions (
  token_hash bytea PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
  organisation_id uuid REFERENCES organisations(id),
  recipient_id uuid,
  assessment_id uuid,
  user_agent text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL
);
CREATE INDEX sessions_account ON sessions (account_id);
CREATE INDEX sessions_recipient ON sessions (recipient_id) WHERE recipient_id IS NOT NULL;
CREATE TABLE one_time_tokens (
  token_hash bytea PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('invitation', 'password-reset', 'first-administrator')),
  email text,
  organisation_id uuid REFERENCES organisations(id),
  roles text[],
  language text NOT NULL DEFAULT 'fr',
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE TABLE rate_limits (
  key text PRIMARY KEY,
  window_start timestamptz NOT NULL,
  hits integer NOT NULL
);

${secure('organisations', {
  select: either(of('id'), serving('identity', 'link', 'outbox')),
  insert: serving('identity', 'link'),
  update: of('id'),
})}
${secure('accounts', {
  select: either(
    'id = (SELECT account())',
    serving('identity', 'link'),
    'EXISTS (SELECT 1 FROM memberships m WHERE m.account_id = accounts.id AND m.organisation_id = (SELECT organisation()))',
  ),
  insert: serving('identity', 'link'),
  update: either('id = (SELECT account())', serving('identity')),
})}
${secure('credentials', { select: serving('identity'), insert: serving('identity'), update: serving('identity') })}
${secure('memberships', {
  select: either(of('organisation_id'), 'account_id = (SELECT account())', serving('identity', 'link')),
  insert: either(of('organisation_id'), serving('identity', 'link')),
  update: of('organisation_id'),
  delete: of('organisation_id'),
})}
${secure('sessions', {
  select: either('account_id = (SELECT account())', serving('identity', 'link')),
  insert: serving('identity', 'link'),
  update: serving('identity', 'link'),
  delete: either('account_id = (SELECT account())', serving('identity', 'link')),
})}
${secure('one_time_tokens', {
  select: either(of('organisation_id'), serving('identity')),
  insert: either(of('organisation_id'), serving('identity')),
  update: serving('identity'),
  delete: either(of('organisation_id'), serving('identity')),
})}
${secure('rate_limits', {
  select: serving('limits'),
  insert: serving('limits'),
  update: serving('limits'),
  delete: serving('limits'),
})}

-- One hit in a fixed window; returns the hits so far and the seconds until the window ends.
CREATE FUNCTION hit(p_key text, p_window_seconds integer) RETURNS TABLE (hits integer, seconds_left integer)
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM speak(NULL, NULL, 'limits');
  RETURN QUERY
    INSERT INTO rate_limits AS r (key, window_start, hits) VALUES (p_key, now(), 1)
    ON CONFLICT (key) DO UPDATE SET
      hits = CASE WHEN r.window_start + make_interval(secs => p_window_seconds) <= now() THEN 1 ELSE r.hits + 1 END,
      window_start = CASE WHEN r.window_start + make_interval(secs => p_window_seconds) <= now() THEN now() ELSE r.window_start END
    RETURNING r.hits, ceil(extract(epoch FROM r.window_start + make_interval(secs => p_window_seconds) - now()))::integer;
END $$;

-- The session behind a cookie, with the account, the organisation it speaks for and the role there.
CREATE FUNCTION find_session(p_token_hash bytea) RETURNS TABLE (
  account_id uuid, account_name text, account_email text, account_language text,
  organisation_id uuid, organisation_name text, organisation_kind text, roles text[],
  recipient_id uuid, assessment_id uuid
) LANGUAGE plpgsql AS $$
BEGIN
  PERFORM speak(NULL, NULL, 'identity');
  RETURN QUERY
    SELECT a.id, a.name, a.email, a.language, o.id, o.name, o.kind, m.roles, s.recipient_id, s.assessment_id
    FROM sessions s
    JOIN accounts a ON a.id = s.account_id
    LEFT JOIN memberships m ON m.account_id = s.account_id AND m.organisation_id = s.organisation_id
    LEFT JOIN organisations o ON o.id = m.organisation_id
    WHERE s.token_hash = p_token_hash AND s.expires_at > now();
  PERFORM speak(NULL, NULL, '');
END $$;
`;

const chains = `
CREATE TABLE chains (
  organisation_id uuid NOT NULL REFERENCES organisations(id),
  id uuid NOT NULL,
  sequence bigint NOT NULL DEFAULT 0,
  hash text NOT NULL DEFAULT repeat('0', 64),
  PRIMARY KEY (organisation_id, id)
) WITH (fillfactor = 70);
CREATE TABLE events (
  organisation_id uuid NOT NULL,
  chain_id uuid NOT NULL,
  sequence bigint NOT NULL,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  kind text NOT NULL,
  text text NOT NULL,
  text_sha256 text NOT NULL,
  previous_hash text NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (organisation_id, chain_id, sequence),
  FOREIGN KEY (organisation_id, chain_id) REFERENCES chains (organisation_id, id)
);
CREATE INDEX events_at ON events (organisation_id, at DESC, chain_id, sequence DESC);
${secure('chains', { select: of('organisation_id'), insert: of('organisation_id'), update: of('organisation_id') })}
${secure('events', { select: of('organisation_id'), insert: of('organisation_id') })}

-- An instant as the hash and every document write it: UTC, milliseconds, Z.
CREATE FUNCTION instant_text(p_at timestamptz) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT to_char(p_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;

-- Adds one event to a chain of the organisation that speaks. The hash is the one of shared/src/proof/chain.ts:
-- sha256 of the lines previous hash, chain (organisation/id), sequence, instant, actor, kind, sha256 of the text.
CREATE FUNCTION append_event(p_chain uuid, p_kind text, p_actor text, p_text text) RETURNS TABLE (sequence bigint, hash text)
LANGUAGE plpgsql AS $$
DECLARE
  v_organisation uuid := organisation();
  v_sequence bigint;
  v_previous text;
  v_at timestamptz := date_trunc('milliseconds', clock_timestamp());
  v_text_hash text := encode(sha256(convert_to(p_text, 'UTF8')), 'hex');
  v_hash text;
BEGIN
  SELECT c.sequence, c.hash INTO v_sequence, v_previous FROM chains c
    WHERE c.organisation_id = v_organisation AND c.id = p_chain FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO chains (organisation_id, id) VALUES (v_organisation, p_chain) ON CONFLICT DO NOTHING;
    SELECT c.sequence, c.hash INTO v_sequence, v_previous FROM chains c
      WHERE c.organisation_id = v_organisation AND c.id = p_chain FOR UPDATE;
  END IF;
  v_sequence := v_sequence + 1;
  v_hash := encode(sha256(convert_to(concat_ws(E'\\n', v_previous, v_organisation::text || '/' || p_chain::text,
    v_sequence::text, instant_text(v_at), p_actor, p_kind, v_text_hash), 'UTF8')), 'hex');
  INSERT INTO events (organisation_id, chain_id, sequence, at, actor, kind, text, text_sha256, previous_hash, hash)
    VALUES (v_organisation, p_chain, v_sequence, v_at, p_actor, p_kind, p_text, v_text_hash, v_previous, v_hash);
  UPDATE chains c SET sequence = v_sequence, hash = v_hash WHERE c.organisation_id = v_organisation AND c.id = p_chain;
  RETURN QUERY SELECT v_sequence, v_hash;
END $$;
`;

const outbox = `
CREATE TABLE mail_messages (
  id uuid PRIMARY KEY,
  organisation_id uuid REFERENCES organisations(id),
  assessment_id uuid,
  template text NOT NULL,
  to_address text NOT NULL,
  to_name text NOT NULL DEFAULT '',
  language text NOT NULL,
  subject text NOT NULL,
  body_text text,
  body_html text,
  state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sent', 'failed')),
  attempts integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL DEFAULT now(),
  last_error text,
  created_at timestamptz NOT NULL DEFAULT now(),
  sent_at timestamptz
);
CREATE INDEX mail_messages_due ON mail_messages (next_attempt_at) WHERE state = 'queued';
CREATE INDEX mail_messages_assessment ON mail_messages (organisation_id, assessment_id, created_at DESC);
${secure('mail_messages', {
  select: either(of('organisation_id'), serving('outbox', 'mailbox')),
  insert: either(of('organisation_id'), serving('identity', 'link')),
  update: serving('outbox'),
})}
-- The bodies carry one-time secrets: an organisation reads that a message went out, never its text.
REVOKE SELECT ON mail_messages FROM probant_app;
GRANT SELECT (id, organisation_id, assessment_id, template, to_address, to_name, language, subject, state, attempts,
  next_attempt_at, last_error, created_at, sent_at) ON mail_messages TO probant_app;

CREATE FUNCTION take_due_mail(p_limit integer) RETURNS TABLE (
  id uuid, to_address text, to_name text, subject text, body_text text, body_html text, attempts integer
) LANGUAGE sql SECURITY DEFINER SET search_path = probant AS $$
  SELECT m.id, m.to_address, m.to_name, m.subject, m.body_text, m.body_html, m.attempts
  FROM mail_messages m WHERE m.state = 'queued' AND m.next_attempt_at <= now()
  ORDER BY m.next_attempt_at LIMIT p_limit FOR UPDATE SKIP LOCKED
$$;

CREATE FUNCTION read_mailbox(p_limit integer) RETURNS TABLE (
  id uuid, to_address text, to_name text, subject text, body_text text, body_html text, state text, created_at timestamptz
) LANGUAGE sql SECURITY DEFINER SET search_path = probant AS $$
  SELECT m.id, m.to_address, m.to_name, m.subject, m.body_text, m.body_html, m.state, m.created_at
  FROM mail_messages m ORDER BY m.created_at DESC, m.id DESC LIMIT p_limit
$$;
REVOKE ALL ON FUNCTION take_due_mail(integer), read_mailbox(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION take_due_mail(integer), read_mailbox(integer) TO probant_app;
`;
