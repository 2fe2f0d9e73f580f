import type { MigrationInterface, QueryRunner } from 'typeorm';
import { either, of, ownedAppendOnly, secure } from './row-security.js';

/** From a finding to its correction: acts of both sides, proof, verification, and risks that are accepted for a time. */
export class Remediation20261128033000 implements MigrationInterface {
  name = 'Remediation20261128033000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(findings);
    await runner.query(tables);
    await runner.query(policies);
    await runner.query(standing);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE finding_reminders, finding_acceptances, finding_verifications, finding_pieces, finding_acts;
DROP FUNCTION finding_act_stands();
ALTER TABLE score_snapshots DROP CONSTRAINT score_snapshots_cause_check,
  ADD CONSTRAINT score_snapshots_cause_check CHECK (cause IN ('submitted', 'returned', 'reviewed', 'decided', 'profile-changed'));
ALTER TABLE findings DROP COLUMN plan, DROP COLUMN proposal, DROP COLUMN accepted_until, DROP COLUMN due_on,
  DROP COLUMN plan_owner, DROP COLUMN lessons, DROP CONSTRAINT findings_status_check,
  ADD CONSTRAINT findings_status_check CHECK (status IN ('open', 'closed'))`);
  }
}

const findings = `
ALTER TABLE findings
  DROP CONSTRAINT findings_status_check,
  ADD CONSTRAINT findings_status_check
    CHECK (status IN ('open', 'proposed', 'agreed', 'delivered', 'verified', 'accepted', 'closed')),
  -- As the last act left it; lists filter and sort by it.
  ADD COLUMN plan jsonb,
  ADD COLUMN proposal jsonb,
  ADD COLUMN accepted_until date,
  ADD COLUMN due_on date,
  ADD COLUMN plan_owner text,
  ADD COLUMN lessons text[] NOT NULL DEFAULT '{}';
CREATE INDEX findings_due ON findings (buyer_id, due_on) WHERE due_on IS NOT NULL;
CREATE INDEX findings_accepted ON findings (buyer_id, accepted_until) WHERE accepted_until IS NOT NULL;
ALTER TABLE score_snapshots
  DROP CONSTRAINT score_snapshots_cause_check,
  ADD CONSTRAINT score_snapshots_cause_check CHECK (cause IN
    ('submitted', 'returned', 'reviewed', 'decided', 'profile-changed', 'verified', 'reopened'));
`;

const tables = `
-- Everything that was done and said about a finding, by either side; the finding stands as the last one left it.
CREATE TABLE finding_acts (
  buyer_id uuid NOT NULL,
  finding_id uuid NOT NULL,
  -- The revision that it gives the finding.
  number integer NOT NULL,
  -- Null where the supplier does not read it.
  supplier_organisation_id uuid REFERENCES organisations(id),
  assessment_id uuid NOT NULL,
  act text NOT NULL,
  side text NOT NULL CHECK (side IN ('buyer', 'supplier', 'product')),
  status text NOT NULL,
  plan jsonb,
  proposal jsonb,
  accepted_until date,
  reason text NOT NULL,
  author_organisation_id uuid NOT NULL,
  author_id uuid,
  author_name text NOT NULL,
  at timestamptz NOT NULL DEFAULT coalesce(played_at(), now()),
  PRIMARY KEY (buyer_id, finding_id, number),
  FOREIGN KEY (buyer_id, finding_id) REFERENCES findings (buyer_id, id)
);
CREATE INDEX finding_acts_supplier ON finding_acts (supplier_organisation_id, finding_id);
-- What the supplier shows as proof, copied from its pieces so that the buyer reads what it was given.
CREATE TABLE finding_pieces (
  buyer_id uuid NOT NULL,
  finding_id uuid NOT NULL,
  evidence_id uuid NOT NULL,
  supplier_organisation_id uuid NOT NULL,
  assessment_id uuid NOT NULL,
  sha256 text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  media_type text NOT NULL,
  bytes bigint NOT NULL,
  scan_engine text NOT NULL,
  scan_partial boolean NOT NULL,
  dated_on date,
  expires_on date,
  attached_by uuid NOT NULL,
  attached_by_name text NOT NULL,
  attached_at timestamptz NOT NULL DEFAULT coalesce(played_at(), now()),
  PRIMARY KEY (buyer_id, finding_id, evidence_id),
  FOREIGN KEY (buyer_id, finding_id) REFERENCES findings (buyer_id, id),
  FOREIGN KEY (supplier_organisation_id, evidence_id) REFERENCES evidence (organisation_id, id)
);
CREATE INDEX finding_pieces_supplier ON finding_pieces (supplier_organisation_id, finding_id);
-- What the buyer saw for itself: the score counts it until the finding is reopened or the answer changes.
CREATE TABLE finding_verifications (
  organisation_id uuid NOT NULL,
  finding_id uuid NOT NULL,
  number integer NOT NULL,
  assessment_id uuid NOT NULL,
  question_key text NOT NULL,
  value jsonb NOT NULL,
  level text NOT NULL CHECK (level IN ('E1', 'E2', 'E3', 'E4')),
  dated_on date NOT NULL,
  on_answer_sha256 text NOT NULL,
  verified_by uuid NOT NULL,
  verified_by_name text NOT NULL,
  at timestamptz NOT NULL DEFAULT coalesce(played_at(), now()),
  ended_at timestamptz,
  PRIMARY KEY (organisation_id, finding_id, number),
  FOREIGN KEY (organisation_id, finding_id, number) REFERENCES finding_acts (buyer_id, finding_id, number)
);
CREATE INDEX finding_verifications_standing ON finding_verifications (organisation_id, assessment_id, question_key)
  WHERE ended_at IS NULL;
-- Asked for by one person and decided by another.
CREATE TABLE finding_acceptances (
  organisation_id uuid NOT NULL,
  finding_id uuid NOT NULL,
  number integer NOT NULL,
  reason text NOT NULL,
  until date NOT NULL,
  asked_by uuid NOT NULL,
  asked_by_name text NOT NULL,
  asked_at timestamptz NOT NULL DEFAULT coalesce(played_at(), now()),
  -- 'dropped': the finding moved on before anybody decided.
  decision text CHECK (decision IN ('accepted', 'refused', 'dropped')),
  decision_reason text NOT NULL DEFAULT '',
  decided_by_name text,
  decided_at timestamptz,
  PRIMARY KEY (organisation_id, finding_id, number),
  FOREIGN KEY (organisation_id, finding_id, number) REFERENCES finding_acts (buyer_id, finding_id, number)
);
CREATE UNIQUE INDEX finding_acceptances_asked ON finding_acceptances (organisation_id, finding_id) WHERE decision IS NULL;
CREATE TABLE finding_reminders (
  organisation_id uuid NOT NULL,
  finding_id uuid NOT NULL,
  due_on date NOT NULL,
  -- Before the due date; negative: after it.
  days integer NOT NULL,
  at timestamptz NOT NULL DEFAULT coalesce(played_at(), now()),
  PRIMARY KEY (organisation_id, finding_id, due_on, days),
  FOREIGN KEY (organisation_id, finding_id) REFERENCES findings (buyer_id, id)
);
`;

const parties = either(of('buyer_id'), of('supplier_organisation_id'));
/** The finding that a row of the supplier is about has been shown to it. */
const shown = (table: string) => `${of('supplier_organisation_id')} AND EXISTS (SELECT 1 FROM findings f
  WHERE f.buyer_id = ${table}.buyer_id AND f.id = ${table}.finding_id AND f.assessment_id = ${table}.assessment_id
    AND f.supplier_organisation_id = ${table}.supplier_organisation_id AND f.shared_at IS NOT NULL)`;

const policies = `
${secure('finding_acts', {
  select: parties,
  insert: `author_organisation_id = (SELECT organisation())
    AND ((${of('buyer_id')} AND side <> 'supplier') OR (side = 'supplier' AND ${shown('finding_acts')}))`,
})}
${secure('finding_pieces', { select: parties, insert: shown('finding_pieces') })}
${secure('finding_verifications', {
  select: of('organisation_id'),
  insert: of('organisation_id'),
  update: of('organisation_id'),
})}
${secure('finding_acceptances', {
  select: of('organisation_id'),
  insert: of('organisation_id'),
  update: of('organisation_id'),
})}
${ownedAppendOnly('finding_reminders')}
CREATE POLICY findings_verified ON findings FOR SELECT TO probant_owner USING (true);
CREATE POLICY finding_acts_verified ON finding_acts FOR SELECT TO probant_owner USING (true);
CREATE POLICY finding_pieces_verified ON finding_pieces FOR SELECT TO probant_owner USING (true);
CREATE POLICY finding_verifications_verified ON finding_verifications FOR SELECT TO probant_owner USING (true);
`;

const standing = `
-- The row of a finding belongs to the buyer, and the supplier's acts move it: the database carries each act over, and lets
-- those of a supplier lead only where its side may lead.
CREATE FUNCTION finding_act_stands() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_organisation text := coalesce(current_setting('app.organisation_id', true), '');
  v_before findings%ROWTYPE;
BEGIN
  PERFORM set_config('app.organisation_id', NEW.buyer_id::text, true);
  SELECT * INTO v_before FROM findings
    WHERE buyer_id = NEW.buyer_id AND id = NEW.finding_id AND revision = NEW.number - 1 FOR UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'not the next act of this finding' USING ERRCODE = '40001'; END IF;
  IF NEW.side = 'supplier' AND NOT (
    NEW.accepted_until IS NOT DISTINCT FROM v_before.accepted_until
    AND CASE NEW.act
      WHEN 'comment' THEN NEW.status = v_before.status AND NEW.plan IS NOT DISTINCT FROM v_before.plan
        AND NEW.proposal IS NOT DISTINCT FROM v_before.proposal
      WHEN 'propose' THEN v_before.status IN ('open', 'proposed', 'agreed') AND NEW.status = 'proposed'
        AND NEW.plan IS NOT DISTINCT FROM v_before.plan AND NEW.proposal->>'by' = 'supplier'
      WHEN 'agree' THEN v_before.status = 'proposed' AND v_before.proposal->>'by' = 'buyer' AND NEW.status = 'agreed'
        AND NEW.plan = v_before.proposal - 'by' AND NEW.proposal IS NULL
      WHEN 'decline' THEN v_before.status = 'proposed' AND v_before.proposal->>'by' = 'buyer' AND NEW.proposal IS NULL
        AND NEW.plan IS NOT DISTINCT FROM v_before.plan
        AND NEW.status = CASE WHEN v_before.plan IS NULL THEN 'open' ELSE 'agreed' END
      WHEN 'deliver' THEN v_before.status IN ('open', 'agreed') AND NEW.status = 'delivered'
        AND NEW.plan IS NOT DISTINCT FROM v_before.plan AND NEW.proposal IS NOT DISTINCT FROM v_before.proposal
      ELSE false
    END) THEN
    RAISE EXCEPTION 'a supplier may not do this to a finding' USING ERRCODE = '42501';
  END IF;
  UPDATE findings SET status = NEW.status, plan = NEW.plan, proposal = NEW.proposal, accepted_until = NEW.accepted_until,
    due_on = (NEW.plan->>'dueOn')::date, plan_owner = NEW.plan->>'owner', revision = NEW.number,
    closed_at = CASE WHEN NEW.status NOT IN ('verified', 'closed') THEN NULL
      WHEN NEW.status = v_before.status THEN closed_at ELSE NEW.at END,
    closed_by_name = CASE WHEN NEW.status NOT IN ('verified', 'closed') OR NEW.side = 'product' THEN NULL
      WHEN NEW.status = v_before.status THEN closed_by_name ELSE NEW.author_name END,
    closing_reason = CASE WHEN NEW.status NOT IN ('verified', 'closed') THEN ''
      WHEN NEW.status = v_before.status THEN closing_reason ELSE NEW.reason END,
    closed_by_answer = CASE WHEN NEW.status <> 'closed' THEN false
      WHEN NEW.status = v_before.status THEN closed_by_answer ELSE NEW.act = 'answer-settled' END
    WHERE buyer_id = NEW.buyer_id AND id = NEW.finding_id;
  PERFORM set_config('app.organisation_id', v_organisation, true);
  RETURN NULL;
END $$;
CREATE TRIGGER finding_acts_stand AFTER INSERT ON finding_acts FOR EACH ROW EXECUTE FUNCTION finding_act_stands();
`;
