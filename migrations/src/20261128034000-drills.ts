import type { MigrationInterface, QueryRunner } from 'typeorm';
import { either, of, owned, ownedAppendOnly, secure } from './row-security.js';

/**
 * EICAR drills: the supplier's consent, the plan, the drops and their tickets, which are the buyer's alone; the record of a
 * drill once carried out and what the supplier says to it, which both sides read; and what a review took as measured proof.
 */
export class Drills20261128034000 implements MigrationInterface {
  name = 'Drills20261128034000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(consent);
    await runner.query(policies);
    for (const table of verified)
      await runner.query(
        `CREATE POLICY ${table}_verified ON ${table} FOR SELECT TO probant_owner USING (true)`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE measured_proofs, drill_replies, drill_records, drill_drops, drill_test_files, drills, drill_plans,
         drill_authorisation_withdrawals, drill_authorisations`,
    );
    await runner.query('DROP FUNCTION require_drill_consent(), require_drops_before_withdrawal()');
  }
}

const tables = `
CREATE TABLE drill_authorisations (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  reference text NOT NULL,
  signatory text NOT NULL,
  perimeter text NOT NULL,
  valid_from date NOT NULL,
  valid_until date NOT NULL CHECK (valid_until >= valid_from),
  file_sha256 text NOT NULL,
  file_name text NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, engagement_id, id),
  FOREIGN KEY (organisation_id, engagement_id) REFERENCES engagements (organisation_id, id),
  FOREIGN KEY (organisation_id, file_sha256) REFERENCES evidence_files (organisation_id, sha256)
);
CREATE TABLE drill_authorisation_withdrawals (
  organisation_id uuid NOT NULL,
  authorisation_id uuid NOT NULL,
  -- Its last day.
  withdrawn_on date NOT NULL,
  reason text NOT NULL,
  withdrawn_by uuid NOT NULL,
  withdrawn_by_name text NOT NULL,
  withdrawn_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, authorisation_id),
  FOREIGN KEY (organisation_id, authorisation_id) REFERENCES drill_authorisations (organisation_id, id)
);
CREATE TABLE drill_plans (
  organisation_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  revision integer NOT NULL,
  drops jsonb NOT NULL,
  planned_by uuid NOT NULL,
  planned_by_name text NOT NULL,
  planned_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, engagement_id, revision),
  FOREIGN KEY (organisation_id, engagement_id) REFERENCES engagements (organisation_id, id)
);
CREATE TABLE drills (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  authorisation_id uuid NOT NULL,
  -- Name, limits, explanation.
  head jsonb NOT NULL,
  -- True while the last record is what the drill holds.
  recorded boolean NOT NULL DEFAULT false,
  revision integer NOT NULL DEFAULT 1,
  opened_by uuid NOT NULL,
  opened_by_name text NOT NULL,
  opened_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, engagement_id, authorisation_id)
    REFERENCES drill_authorisations (organisation_id, engagement_id, id)
);
CREATE INDEX drills_engagement ON drills (organisation_id, engagement_id, opened_at DESC);
-- The file is made when it is taken and kept nowhere: what is kept is the token in its name.
CREATE TABLE drill_test_files (
  organisation_id uuid NOT NULL,
  token text NOT NULL,
  drill_id uuid NOT NULL,
  extension text NOT NULL,
  taken_by uuid NOT NULL,
  taken_by_name text NOT NULL,
  taken_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, token),
  UNIQUE (organisation_id, drill_id, token),
  FOREIGN KEY (organisation_id, drill_id) REFERENCES drills (organisation_id, id)
);
CREATE TABLE drill_drops (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  drill_id uuid NOT NULL,
  dropped_on date NOT NULL,
  -- Null: a file of another origin.
  token text,
  content jsonb NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, token),
  FOREIGN KEY (organisation_id, drill_id) REFERENCES drills (organisation_id, id),
  FOREIGN KEY (organisation_id, drill_id, token) REFERENCES drill_test_files (organisation_id, drill_id, token)
);
CREATE INDEX drill_drops_drill ON drill_drops (organisation_id, drill_id);
CREATE TABLE drill_records (
  buyer_id uuid NOT NULL,
  id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  drill_id uuid NOT NULL,
  number integer NOT NULL,
  -- Null while no workspace answers for the engagement: the record is then the buyer's alone.
  assessment_id uuid,
  supplier_organisation_id uuid REFERENCES organisations (id),
  -- The canonical text (RFC 8785) is the record; sha256 is of its UTF-8 bytes.
  record_text text NOT NULL,
  sha256 text NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (buyer_id, id),
  UNIQUE (buyer_id, drill_id, number),
  CHECK ((assessment_id IS NULL) = (supplier_organisation_id IS NULL)),
  FOREIGN KEY (buyer_id, drill_id) REFERENCES drills (organisation_id, id),
  FOREIGN KEY (buyer_id, assessment_id) REFERENCES assessments (buyer_id, id)
);
CREATE INDEX drill_records_engagement ON drill_records (buyer_id, engagement_id, recorded_at DESC);
CREATE INDEX drill_records_supplier ON drill_records (supplier_organisation_id, recorded_at DESC);
CREATE TABLE drill_replies (
  buyer_id uuid NOT NULL,
  id uuid NOT NULL,
  supplier_organisation_id uuid NOT NULL REFERENCES organisations (id),
  record_id uuid NOT NULL,
  stance text NOT NULL CHECK (stance IN ('countersigned', 'contested')),
  reason text NOT NULL,
  replied_by uuid NOT NULL,
  replied_by_name text NOT NULL,
  replied_at timestamptz NOT NULL,
  PRIMARY KEY (buyer_id, id),
  FOREIGN KEY (buyer_id, record_id) REFERENCES drill_records (buyer_id, id)
);
CREATE INDEX drill_replies_record ON drill_replies (buyer_id, record_id, replied_at);
CREATE UNIQUE INDEX drill_replies_countersigned ON drill_replies (buyer_id, record_id) WHERE stance = 'countersigned';
CREATE TABLE measured_proofs (
  organisation_id uuid NOT NULL,
  assessment_id uuid NOT NULL,
  question_key text NOT NULL,
  source_id uuid NOT NULL,
  value jsonb NOT NULL,
  level text NOT NULL,
  measured_on date NOT NULL,
  -- Of the answer beside which it was confirmed: it proves no other.
  answer_sha256 text NOT NULL,
  confirmed_by uuid NOT NULL,
  confirmed_by_name text NOT NULL,
  confirmed_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, assessment_id, question_key, source_id),
  FOREIGN KEY (organisation_id, assessment_id) REFERENCES assessments (buyer_id, id),
  FOREIGN KEY (organisation_id, source_id) REFERENCES drill_records (buyer_id, id)
);
`;

const consent = `
CREATE FUNCTION require_drill_consent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.content #>> '{droppedAt,on}' IS DISTINCT FROM to_char(NEW.dropped_on, 'YYYY-MM-DD') THEN
    RAISE EXCEPTION 'a drop is recorded on the day that it tells of' USING ERRCODE = '23514';
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM drills d
      JOIN drill_authorisations a ON a.organisation_id = d.organisation_id AND a.id = d.authorisation_id
      LEFT JOIN drill_authorisation_withdrawals w ON w.organisation_id = a.organisation_id AND w.authorisation_id = a.id
     WHERE d.organisation_id = NEW.organisation_id AND d.id = NEW.drill_id
       AND NEW.dropped_on BETWEEN a.valid_from AND least(a.valid_until, coalesce(w.withdrawn_on, a.valid_until))
  ) THEN
    RAISE EXCEPTION 'no authorisation covers the day of this drop' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER drill_drops_consent BEFORE INSERT OR UPDATE ON drill_drops
  FOR EACH ROW EXECUTE FUNCTION require_drill_consent();
CREATE FUNCTION require_drops_before_withdrawal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM drills d JOIN drill_drops p ON p.organisation_id = d.organisation_id AND p.drill_id = d.id
     WHERE d.organisation_id = NEW.organisation_id AND d.authorisation_id = NEW.authorisation_id
       AND p.dropped_on > NEW.withdrawn_on
  ) THEN
    RAISE EXCEPTION 'a drop follows the day on which its authorisation would end' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER drill_withdrawals_after_drops BEFORE INSERT ON drill_authorisation_withdrawals
  FOR EACH ROW EXECUTE FUNCTION require_drops_before_withdrawal();
`;

const parties = either(of('buyer_id'), of('supplier_organisation_id'));

const policies = `
${ownedAppendOnly('drill_authorisations')}
${ownedAppendOnly('drill_authorisation_withdrawals')}
${ownedAppendOnly('drill_plans')}
${secure('drills', { select: of('organisation_id'), insert: of('organisation_id'), update: of('organisation_id') })}
-- The consent of a drill is the one that it was opened under.
REVOKE UPDATE ON drills FROM probant_app;
GRANT UPDATE (head, recorded, revision) ON drills TO probant_app;
${ownedAppendOnly('drill_test_files')}
${secure('drill_drops', {
  select: of('organisation_id'),
  insert: of('organisation_id'),
  update: of('organisation_id'),
})}
${secure('drill_records', {
  select: parties,
  insert: `${of('buyer_id')} AND (assessment_id IS NULL OR EXISTS (SELECT 1 FROM assessments a
    WHERE a.buyer_id = drill_records.buyer_id AND a.id = drill_records.assessment_id
      AND a.engagement_id = drill_records.engagement_id
      AND a.supplier_organisation_id = drill_records.supplier_organisation_id))`,
})}
${secure('drill_replies', {
  select: parties,
  insert: `${of('supplier_organisation_id')} AND EXISTS (SELECT 1 FROM drill_records r
    WHERE r.buyer_id = drill_replies.buyer_id AND r.id = drill_replies.record_id
      AND r.supplier_organisation_id = drill_replies.supplier_organisation_id)`,
})}
${owned('measured_proofs')}
`;

/** The owner's role, which nobody signs in with, compares these rows with the events that tell of them. */
const verified = [
  'drill_authorisations',
  'drill_plans',
  'drills',
  'drill_drops',
  'drill_records',
  'drill_replies',
] as const;
