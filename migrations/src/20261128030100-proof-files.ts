import type { MigrationInterface, QueryRunner } from 'typeorm';
import { either, of, secure, serving } from './row-security.js';

/** Hourly roots over the heads of the chains, and the proof files that organisations had sealed. */
export class ProofFiles20261128030100 implements MigrationInterface {
  name = 'ProofFiles20261128030100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(policies);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE proof_files, merkle_leaves, root_timestamps, merkle_roots;
       DROP POLICY chains_rooted ON chains;`,
    );
  }
}

const tables = `
CREATE TABLE merkle_roots (
  number integer PRIMARY KEY,
  -- The canonical text that was signed; the columns beside it are the same, for reading.
  statement text NOT NULL,
  sha256 text NOT NULL,
  at timestamptz NOT NULL,
  public_key text NOT NULL,
  signature text NOT NULL
);
CREATE TABLE root_timestamps (
  number integer PRIMARY KEY REFERENCES merkle_roots (number),
  token text NOT NULL
);
-- Where a chain stood when a root was signed, and the way from there to the root.
CREATE TABLE merkle_leaves (
  organisation_id uuid NOT NULL,
  chain_id uuid NOT NULL,
  sequence bigint NOT NULL,
  hash text NOT NULL,
  root_number integer NOT NULL REFERENCES merkle_roots (number),
  path jsonb NOT NULL,
  PRIMARY KEY (organisation_id, chain_id, sequence)
);
CREATE TABLE proof_files (
  organisation_id uuid NOT NULL REFERENCES organisations (id),
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('assessment', 'engagement', 'request')),
  subject_id uuid NOT NULL,
  -- Of the buyer's: the engagement in whose file it stands.
  engagement_id uuid,
  title text NOT NULL,
  job_id uuid NOT NULL,
  wanted_by uuid NOT NULL,
  wanted_by_name text NOT NULL,
  wanted_at timestamptz NOT NULL DEFAULT coalesce(played_at(), now()),
  sealed_at timestamptz,
  file_name text,
  files integer,
  bytes bigint,
  sha256 text,
  manifest_sha256 text,
  key_fingerprint text,
  timestamped_at timestamptz,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, job_id) REFERENCES jobs (organisation_id, id),
  CHECK ((sealed_at IS NULL) = (sha256 IS NULL))
);
CREATE INDEX proof_files_wanted ON proof_files (organisation_id, wanted_at DESC, id);
`;

const anybody = either('(SELECT organisation()) IS NOT NULL', serving('roots'));

const policies = `
CREATE POLICY chains_rooted ON chains FOR SELECT USING (${serving('roots')});
${secure('merkle_roots', { select: anybody, insert: serving('roots') })}
${secure('root_timestamps', { select: anybody, insert: serving('roots') })}
${secure('merkle_leaves', { select: either(of('organisation_id'), serving('roots')), insert: serving('roots') })}
${secure('proof_files', { select: of('organisation_id'), insert: of('organisation_id'), update: of('organisation_id') })}
CREATE POLICY proof_files_verified ON proof_files FOR SELECT TO probant_owner USING (true);
`;
