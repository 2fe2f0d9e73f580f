import type { MigrationInterface, QueryRunner } from 'typeorm';
import { either, of, ownedAppendOnly, secure } from './row-security.js';

/** Beside the messages of a thread: what settles it, the files that came with them, who was mentioned, who has read how far. */
export class ClarificationMarks20261128100720 implements MigrationInterface {
  name = 'ClarificationMarks20261128100720';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(policies);
    await runner.query(parts);
    await runner.query(replaceInSheet(lastWord, lastWordUnsettled));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(replaceInSheet(lastWordUnsettled, lastWord));
    await runner.query(
      'DROP TABLE clarification_reads, clarification_mentions, clarification_files, clarification_settlements',
    );
  }
}

const tables = `
-- The last one says whether the thread is settled; a message after it opens the thread again.
CREATE TABLE clarification_settlements (
  buyer_id uuid NOT NULL,
  supplier_organisation_id uuid NOT NULL REFERENCES organisations (id),
  id uuid NOT NULL,
  assessment_id uuid NOT NULL,
  question_key text NOT NULL,
  resolved boolean NOT NULL,
  author_organisation_id uuid NOT NULL,
  author_id uuid NOT NULL,
  author_name text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (buyer_id, id),
  FOREIGN KEY (buyer_id, assessment_id) REFERENCES assessments (buyer_id, id)
);
CREATE INDEX clarification_settlements_thread ON clarification_settlements (buyer_id, assessment_id, question_key, at);
CREATE TABLE clarification_files (
  buyer_id uuid NOT NULL,
  supplier_organisation_id uuid NOT NULL REFERENCES organisations (id),
  id uuid NOT NULL,
  clarification_id uuid NOT NULL,
  assessment_id uuid NOT NULL,
  question_key text NOT NULL,
  author_organisation_id uuid NOT NULL,
  sha256 text NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  bytes bigint NOT NULL,
  scan_engine text NOT NULL,
  scan_partial boolean NOT NULL,
  PRIMARY KEY (buyer_id, id),
  FOREIGN KEY (buyer_id, clarification_id) REFERENCES clarifications (buyer_id, id)
);
CREATE INDEX clarification_files_assessment ON clarification_files (buyer_id, assessment_id);
-- The names of colleagues stay on their own side.
CREATE TABLE clarification_mentions (
  organisation_id uuid NOT NULL REFERENCES organisations (id),
  clarification_id uuid NOT NULL,
  account_id uuid NOT NULL REFERENCES accounts (id),
  assessment_id uuid NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (organisation_id, clarification_id, account_id)
);
CREATE INDEX clarification_mentions_assessment ON clarification_mentions (organisation_id, assessment_id);
CREATE TABLE clarification_reads (
  organisation_id uuid NOT NULL REFERENCES organisations (id),
  account_id uuid NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  assessment_id uuid NOT NULL REFERENCES assessments (id),
  question_key text NOT NULL,
  read_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, assessment_id, account_id, question_key)
);
`;

const parties = either(of('buyer_id'), of('supplier_organisation_id'));
const written = (
  table: string,
) => `author_organisation_id = (SELECT organisation()) AND EXISTS (SELECT 1 FROM assessments a
    WHERE a.id = assessment_id AND a.buyer_id = ${table}.buyer_id
      AND a.supplier_organisation_id = ${table}.supplier_organisation_id)`;

const policies = `
${secure('clarification_settlements', { select: parties, insert: written('clarification_settlements') })}
${secure('clarification_files', { select: parties, insert: written('clarification_files') })}
${ownedAppendOnly('clarification_mentions')}
${secure('clarification_reads', {
  select: of('organisation_id'),
  insert: of('organisation_id'),
  update: of('organisation_id'),
})}
CREATE POLICY clarification_files_verified ON clarification_files FOR SELECT TO probant_owner USING (true);
`;

const mine = '(SELECT delegating())';
const inPart = `assessment_id = (SELECT delegated_assessment()) AND question_key = ANY ((SELECT delegated_keys())::text[])`;
const ownRead = `organisation_id = ${mine} AND ${inPart}
  AND account_id = (SELECT d.account_id FROM delegations d WHERE d.id = delegation())`;

/** A colleague who holds a part reads and writes beside its threads as beside its answers. */
const parts = [
  ...['clarification_settlements', 'clarification_files'].flatMap((table) => [
    `CREATE POLICY ${table}_select_part ON ${table} FOR SELECT USING (supplier_organisation_id = ${mine} AND ${inPart})`,
    `CREATE POLICY ${table}_insert_part ON ${table} FOR INSERT
       WITH CHECK (author_organisation_id = ${mine} AND supplier_organisation_id = ${mine} AND ${inPart})`,
  ]),
  `CREATE POLICY clarification_reads_select_part ON clarification_reads FOR SELECT USING (${ownRead})`,
  `CREATE POLICY clarification_reads_insert_part ON clarification_reads FOR INSERT WITH CHECK (${ownRead})`,
  `CREATE POLICY clarification_reads_update_part ON clarification_reads FOR UPDATE USING (${ownRead}) WITH CHECK (${ownRead})`,
].join(';\n');

/** A settled thread waits for nobody. */
const lastWord = '(array_agg(c.author_organisation_id ORDER BY c.at DESC))[1] <> v_organisation AS awaiting';
const lastWordUnsettled = `(array_agg(c.author_organisation_id ORDER BY c.at DESC))[1] <> v_organisation
              AND coalesce((SELECT NOT m.resolved OR m.at < max(c.at) FROM clarification_settlements m
                WHERE m.buyer_id = v_assessment.buyer_id AND m.assessment_id = p_assessment AND m.question_key = c.question_key
                ORDER BY m.at DESC LIMIT 1), true) AS awaiting`;

function replaceInSheet(from: string, to: string): string {
  return `
DO $do$
DECLARE
  v_text text := pg_get_functiondef('open_sheet(bytea, uuid, text[], boolean)'::regprocedure);
BEGIN
  IF strpos(v_text, $place$${from}$place$) = 0 THEN RAISE EXCEPTION 'nothing to replace in open_sheet'; END IF;
  EXECUTE replace(v_text, $place$${from}$place$, $place$${to}$place$);
END $do$`;
}
