import type { MigrationInterface, QueryRunner } from 'typeorm';
import { either, of, owned, ownedAppendOnly, secure, serving } from './row-security.js';

/** What is sent to whom: campaigns, assessments, the recipients' links and the workspace that accepted. */
export class Assessments20261122093000 implements MigrationInterface {
  name = 'Assessments20261122093000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(policies);
    await runner.query(guard);
    await runner.query(bothSides);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE acceptances, link_codes, recipients, supplier_documents, assessment_frames, assessments, campaigns CASCADE',
    );
  }
}

const tables = `
CREATE TABLE campaigns (
  organisation_id uuid NOT NULL REFERENCES organisations(id),
  id uuid NOT NULL,
  name text NOT NULL,
  version_id uuid NOT NULL,
  due_on date NOT NULL,
  message text NOT NULL DEFAULT '',
  created_by uuid,
  created_by_name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, version_id) REFERENCES questionnaire_versions (organisation_id, id)
);
CREATE INDEX campaigns_created ON campaigns (organisation_id, created_at DESC, id);

-- The row both sides see. The buyer writes it; the supplier may move its status only (see assessments_guard).
CREATE TABLE assessments (
  buyer_id uuid NOT NULL REFERENCES organisations(id),
  id uuid NOT NULL UNIQUE,
  campaign_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  supplier_organisation_id uuid REFERENCES organisations(id),
  status text NOT NULL CHECK (status IN ('prepared', 'sent', 'opened', 'in-progress', 'submitted', 'in-review',
    'returned', 'reviewed', 'decided', 'cancelled')),
  status_at timestamptz NOT NULL DEFAULT now(),
  due_on date NOT NULL,
  title text NOT NULL,
  buyer_name text NOT NULL,
  buyer_contact text NOT NULL DEFAULT '',
  message text NOT NULL DEFAULT '',
  questionnaire_code text NOT NULL,
  questionnaire_title jsonb NOT NULL,
  version_number integer NOT NULL,
  version_sha256 text NOT NULL,
  document_sha256 text NOT NULL,
  question_count integer NOT NULL,
  submissions integer NOT NULL DEFAULT 0,
  sent_at timestamptz,
  revision integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (buyer_id, id),
  FOREIGN KEY (buyer_id, campaign_id) REFERENCES campaigns (organisation_id, id),
  FOREIGN KEY (buyer_id, engagement_id) REFERENCES engagements (organisation_id, id)
);
CREATE INDEX assessments_supplier ON assessments (supplier_organisation_id, due_on) WHERE supplier_organisation_id IS NOT NULL;
CREATE INDEX assessments_engagement ON assessments (buyer_id, engagement_id, created_at DESC);
CREATE INDEX assessments_campaign ON assessments (buyer_id, campaign_id);

-- What only the buyer knows of it: the frozen version and context of the engagement.
CREATE TABLE assessment_frames (
  organisation_id uuid NOT NULL,
  assessment_id uuid NOT NULL,
  version_id uuid NOT NULL,
  supplier_id uuid NOT NULL,
  supplier_name text NOT NULL,
  engagement_name text NOT NULL,
  context jsonb NOT NULL,
  tier text NOT NULL,
  points integer NOT NULL,
  PRIMARY KEY (organisation_id, assessment_id),
  FOREIGN KEY (organisation_id, assessment_id) REFERENCES assessments (buyer_id, id),
  FOREIGN KEY (organisation_id, version_id) REFERENCES questionnaire_versions (organisation_id, id),
  FOREIGN KEY (organisation_id, supplier_id) REFERENCES suppliers (organisation_id, id)
);

-- The supplier's questionnaire, built by allow-list at send; one row for all assessments that got the same.
CREATE TABLE supplier_documents (
  buyer_id uuid NOT NULL REFERENCES organisations(id),
  sha256 text NOT NULL,
  document_text text NOT NULL,
  PRIMARY KEY (buyer_id, sha256)
);

CREATE TABLE recipients (
  buyer_id uuid NOT NULL,
  id uuid NOT NULL UNIQUE,
  assessment_id uuid NOT NULL,
  name text NOT NULL,
  email text NOT NULL CHECK (email = lower(email)),
  language text NOT NULL CHECK (language IN ('fr', 'en')),
  token_hash bytea NOT NULL UNIQUE,
  expires_at timestamptz NOT NULL,
  opened_at timestamptz,
  accepted_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (buyer_id, id),
  FOREIGN KEY (buyer_id, assessment_id) REFERENCES assessments (buyer_id, id)
);
CREATE UNIQUE INDEX recipients_current ON recipients (buyer_id, assessment_id) WHERE revoked_at IS NULL;
CREATE TABLE link_codes (
  recipient_id uuid PRIMARY KEY REFERENCES recipients (id),
  code_hash bytea NOT NULL,
  tries integer NOT NULL DEFAULT 0,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
-- Which workspaces ever accepted an assessment: a workspace keeps what it wrote even when the recipient is replaced.
CREATE TABLE acceptances (
  buyer_id uuid NOT NULL,
  assessment_id uuid NOT NULL,
  supplier_organisation_id uuid NOT NULL REFERENCES organisations(id),
  recipient_id uuid NOT NULL,
  accepted_by uuid NOT NULL REFERENCES accounts(id),
  accepted_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (assessment_id, supplier_organisation_id, recipient_id),
  FOREIGN KEY (buyer_id, assessment_id) REFERENCES assessments (buyer_id, id),
  FOREIGN KEY (buyer_id, recipient_id) REFERENCES recipients (buyer_id, id)
);
ALTER TABLE sessions ADD FOREIGN KEY (recipient_id) REFERENCES recipients (id);
ALTER TABLE sessions ADD FOREIGN KEY (assessment_id) REFERENCES assessments (id);
`;

const policies = `
${owned('campaigns')}
${secure('assessments', {
  select: either(of('buyer_id'), of('supplier_organisation_id'), serving('link')),
  insert: of('buyer_id'),
  update: either(of('buyer_id'), of('supplier_organisation_id'), serving('link')),
})}
${ownedAppendOnly('assessment_frames')}
${secure('supplier_documents', {
  select: either(
    of('buyer_id'),
    serving('link'),
    `EXISTS (SELECT 1 FROM assessments a WHERE a.buyer_id = supplier_documents.buyer_id
      AND a.document_sha256 = supplier_documents.sha256 AND a.supplier_organisation_id = (SELECT organisation()))`,
  ),
  insert: of('buyer_id'),
})}
${secure('recipients', {
  select: either(of('buyer_id'), serving('link')),
  insert: of('buyer_id'),
  update: either(of('buyer_id'), serving('link')),
})}
${secure('link_codes', {
  select: serving('link'),
  insert: serving('link'),
  update: serving('link'),
  delete: serving('link'),
})}
${secure('acceptances', {
  select: either(of('supplier_organisation_id'), serving('link')),
  insert: serving('link'),
})}
`;

const guard = `
-- A supplier, and the link before it chose a workspace, may move an assessment along its own steps and touch nothing else.
CREATE FUNCTION assessments_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_free jsonb := '{"status": 0, "status_at": 0, "submissions": 0, "revision": 0}';
BEGIN
  -- Nobody speaks: row security shows the application no row, so this is the owner's maintenance.
  IF OLD.buyer_id = organisation() OR (organisation() IS NULL AND purpose() = '') THEN RETURN NEW; END IF;
  IF purpose() = 'link' THEN v_free := v_free || '{"supplier_organisation_id": 0}'; END IF;
  IF (to_jsonb(NEW) - ARRAY(SELECT jsonb_object_keys(v_free)))
     IS DISTINCT FROM (to_jsonb(OLD) - ARRAY(SELECT jsonb_object_keys(v_free)))
     OR NOT (NEW.status = OLD.status
       OR (NEW.status = 'opened' AND OLD.status = 'sent')
       OR (NEW.status = 'in-progress' AND OLD.status IN ('sent', 'opened', 'returned'))
       OR (NEW.status = 'submitted' AND OLD.status IN ('sent', 'opened', 'in-progress', 'returned')))
     OR NOT (NEW.submissions = OLD.submissions OR (NEW.submissions = OLD.submissions + 1 AND NEW.status = 'submitted'))
  THEN
    RAISE EXCEPTION 'a supplier may only move its assessment along' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER assessments_guard BEFORE UPDATE ON assessments FOR EACH ROW EXECUTE FUNCTION assessments_guard();
`;

const bothSides = `
-- The same act in the chains of both parties of an assessment, each entry naming the head of the other chain.
-- p_text is the canonical JSON object of the event; the counterpart's copy gains the key "~with", which sorts last.
CREATE FUNCTION append_shared_event(p_assessment uuid, p_kind text, p_actor text, p_text text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  v_here uuid := organisation();
  v_there uuid;
  v_hash text;
BEGIN
  SELECT CASE WHEN a.buyer_id = v_here THEN a.supplier_organisation_id ELSE a.buyer_id END INTO v_there
    FROM assessments a WHERE a.id = p_assessment AND v_here IN (a.buyer_id, a.supplier_organisation_id) FOR UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'no such assessment' USING ERRCODE = 'P0002'; END IF;
  SELECT e.hash INTO v_hash FROM append_event(p_assessment, p_kind, p_actor, p_text) e;
  IF v_there IS NULL THEN RETURN; END IF;
  PERFORM set_config('app.organisation_id', v_there::text, true);
  PERFORM append_event(p_assessment, p_kind, p_actor, left(p_text, -1) || ',"~with":"' || v_hash || '"}');
  PERFORM set_config('app.organisation_id', v_here::text, true);
END $$;
`;
