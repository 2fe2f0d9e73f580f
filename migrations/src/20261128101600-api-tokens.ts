import type { MigrationInterface, QueryRunner } from 'typeorm';
import { either, of, secure, serving } from './row-security.js';

/** Tokens by which programs of an organisation call the API, and the writes that they may repeat without repeating the act. */
export class ApiTokens20261128101600 implements MigrationInterface {
  name = 'ApiTokens20261128101600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`${tables}\n${policies}\n${functions}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP FUNCTION find_api_token(bytea);
DROP POLICY accounts_of_tokens ON accounts;
DROP TABLE token_writes, api_tokens;
`);
  }
}

const tables = `
-- The id is that of an account without password and membership: what the token does stands in the chains under its name.
CREATE TABLE api_tokens (
  organisation_id uuid NOT NULL REFERENCES organisations(id),
  id uuid NOT NULL UNIQUE REFERENCES accounts(id),
  token_hash bytea NOT NULL UNIQUE,
  name text NOT NULL,
  -- How it begins, to tell it from others; far too little to guess the rest.
  hint text NOT NULL,
  scopes text[] NOT NULL CHECK (cardinality(scopes) > 0),
  created_by_name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT coalesce(played_at(), now()),
  expires_at timestamptz NOT NULL,
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by_name text,
  CHECK ((revoked_at IS NULL) = (revoked_by_name IS NULL)),
  PRIMARY KEY (organisation_id, id)
);
-- One row for each Idempotency-Key: which request carried it, whether it acted, and what it was answered.
CREATE TABLE token_writes (
  organisation_id uuid NOT NULL,
  token_id uuid NOT NULL,
  key text NOT NULL,
  claim uuid NOT NULL UNIQUE,
  request_sha256 bytea NOT NULL,
  acted boolean NOT NULL DEFAULT false,
  status integer,
  body text,
  claimed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, token_id, key),
  FOREIGN KEY (organisation_id, token_id) REFERENCES api_tokens (organisation_id, id)
);
CREATE INDEX token_writes_claimed ON token_writes (claimed_at);
`;

const own = of('organisation_id');
/** What has run out is locked before it is removed, which asks for the rule of an update. */
const counting = either(own, serving('limits'));

const policies = `
${secure('api_tokens', { select: either(own, serving('identity')), insert: own, update: either(own, serving('identity')) })}
REVOKE UPDATE ON api_tokens FROM probant_app;
GRANT UPDATE (last_used_at, revoked_at, revoked_by_name) ON api_tokens TO probant_app;
${secure('token_writes', { select: counting, insert: own, update: counting, delete: counting })}
CREATE POLICY accounts_of_tokens ON accounts FOR SELECT USING (
  EXISTS (SELECT 1 FROM api_tokens t WHERE t.id = accounts.id AND t.organisation_id = (SELECT organisation())));
`;

const functions = `
-- The token behind a hash, for as long as it is neither revoked nor run out. That it was used is kept once a minute.
CREATE FUNCTION find_api_token(p_token_hash bytea) RETURNS TABLE (
  id uuid, name text, scopes text[], organisation_id uuid, organisation_name text, organisation_kind text, language text
) LANGUAGE plpgsql AS $$
BEGIN
  PERFORM speak(NULL, NULL, 'identity');
  UPDATE api_tokens t SET last_used_at = now() WHERE t.token_hash = p_token_hash AND t.revoked_at IS NULL
    AND t.expires_at > now() AND (t.last_used_at IS NULL OR t.last_used_at < now() - interval '1 minute');
  RETURN QUERY
    SELECT t.id, t.name, t.scopes, o.id, o.name, o.kind, o.language
    FROM api_tokens t JOIN organisations o ON o.id = t.organisation_id
    WHERE t.token_hash = p_token_hash AND t.revoked_at IS NULL AND t.expires_at > now();
  PERFORM speak(NULL, NULL, '');
END $$;
`;
