import type { MigrationInterface, QueryRunner } from 'typeorm';
import { followedByCalendar } from './followed-by-calendar.js';
import { either, of, owned, ownedAppendOnly, secure, serving } from './row-security.js';

/** Dated obligations of engagements, what was said of them, the calendar's secret addresses and the reminders that left. */
export class Obligations20261128043000 implements MigrationInterface {
  name = 'Obligations20261128043000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`${tables};\n${policies};\n${staleness};\n${triggers}`);
    // Force holds for the owner as well, who marks every organisation's engagements here.
    await runner.query(`
ALTER TABLE engagements NO FORCE ROW LEVEL SECURITY;
ALTER TABLE calendar_engagements NO FORCE ROW LEVEL SECURITY;
INSERT INTO calendar_engagements (organisation_id, engagement_id) SELECT organisation_id, id FROM engagements;
ALTER TABLE calendar_engagements FORCE ROW LEVEL SECURITY;
ALTER TABLE engagements FORCE ROW LEVEL SECURITY;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP FUNCTION calendar_is_stale, calendar_of_supplier_is_stale CASCADE;
DROP TABLE regulation_questions, obligation_reminders, obligation_digests, calendar_choices, calendar_feeds, obligation_marks,
  obligations, calendar_engagements;
`);
  }
}

const tables = `
-- Of which engagements the obligations have to be worked out anew: at once, or on a day though nobody has written anything.
CREATE TABLE calendar_engagements (
  organisation_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  stale boolean NOT NULL DEFAULT true,
  again_on date,
  PRIMARY KEY (organisation_id, engagement_id),
  FOREIGN KEY (organisation_id, engagement_id) REFERENCES engagements (organisation_id, id)
);
CREATE INDEX calendar_engagements_stale ON calendar_engagements (organisation_id, engagement_id) WHERE stale;
CREATE INDEX calendar_engagements_again ON calendar_engagements (organisation_id, again_on) WHERE again_on IS NOT NULL;
-- Worked out by shared/obligations from what the sources hold; a row says nothing that could not be worked out again.
CREATE TABLE obligations (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  supplier_id uuid NOT NULL,
  supplier_name text NOT NULL,
  engagement_name text NOT NULL,
  key text NOT NULL,
  kind text NOT NULL,
  due_on date NOT NULL,
  precision text NOT NULL CHECK (precision IN ('day', 'month')),
  facts jsonb NOT NULL,
  effective_on date NOT NULL,
  overdue_from date NOT NULL,
  done_on date,
  lapsed_on date,
  marks integer NOT NULL,
  sequence integer NOT NULL DEFAULT 0,
  changed_at timestamptz NOT NULL DEFAULT coalesce(played_at(), now()),
  search text GENERATED ALWAYS AS (lower(supplier_name || ' ' || engagement_name || ' ' || coalesce(facts ->> 'pieceName', '')
    || ' ' || coalesce(facts ->> 'title', ''))) STORED,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, engagement_id, key),
  FOREIGN KEY (organisation_id, engagement_id) REFERENCES engagements (organisation_id, id)
);
CREATE INDEX obligations_day ON obligations (organisation_id, effective_on, id);
CREATE INDEX obligations_supplier ON obligations (organisation_id, supplier_id, effective_on, id);
CREATE INDEX obligations_open ON obligations (organisation_id, effective_on, id) WHERE done_on IS NULL AND lapsed_on IS NULL;
CREATE INDEX obligations_search ON obligations USING gin (search public.gin_trgm_ops);
CREATE TABLE obligation_marks (
  organisation_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  key text NOT NULL,
  number integer NOT NULL,
  act text NOT NULL CHECK (act IN ('done', 'postponed', 'reopened')),
  due_on date NOT NULL,
  "on" date CHECK (("on" IS NULL) = (act = 'reopened')),
  note text NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  at timestamptz NOT NULL DEFAULT coalesce(played_at(), now()),
  PRIMARY KEY (organisation_id, engagement_id, key, number),
  FOREIGN KEY (organisation_id, engagement_id) REFERENCES engagements (organisation_id, id)
);
-- The message stands in the thread of the assessment, which both sides keep; the next one of the supplier is its answer.
CREATE TABLE regulation_questions (
  organisation_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  key text NOT NULL,
  assessment_id uuid NOT NULL,
  clarification_id uuid NOT NULL,
  asked_by uuid NOT NULL,
  asked_by_name text NOT NULL,
  asked_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, engagement_id, key),
  FOREIGN KEY (organisation_id, engagement_id) REFERENCES engagements (organisation_id, id),
  FOREIGN KEY (organisation_id, clarification_id) REFERENCES clarifications (buyer_id, id)
);
CREATE TABLE calendar_feeds (
  organisation_id uuid NOT NULL,
  account_id uuid NOT NULL REFERENCES accounts(id),
  token_hash bytea NOT NULL UNIQUE,
  language text NOT NULL CHECK (language IN ('fr', 'en')),
  created_at timestamptz NOT NULL DEFAULT coalesce(played_at(), now()),
  read_at timestamptz,
  PRIMARY KEY (organisation_id, account_id)
);
CREATE TABLE calendar_choices (
  organisation_id uuid NOT NULL,
  account_id uuid NOT NULL REFERENCES accounts(id),
  reminders boolean NOT NULL,
  PRIMARY KEY (organisation_id, account_id)
);
-- One letter a day for a person, whatever is due.
CREATE TABLE obligation_digests (
  organisation_id uuid NOT NULL,
  account_id uuid NOT NULL,
  day date NOT NULL,
  PRIMARY KEY (organisation_id, account_id, day)
);
CREATE TABLE obligation_reminders (
  organisation_id uuid NOT NULL,
  account_id uuid NOT NULL,
  obligation_id uuid NOT NULL,
  effective_on date NOT NULL,
  days_before integer NOT NULL,
  day date NOT NULL,
  PRIMARY KEY (organisation_id, account_id, obligation_id, effective_on, days_before)
)`;

const policies = `
${owned('calendar_engagements')}
${owned('obligations')}
${ownedAppendOnly('obligation_marks')}
${ownedAppendOnly('regulation_questions')}
${secure('calendar_feeds', {
  select: either(of('organisation_id'), serving('identity')),
  insert: of('organisation_id'),
  update: of('organisation_id'),
  delete: of('organisation_id'),
})}
${owned('calendar_choices')}
${ownedAppendOnly('obligation_digests')}
${ownedAppendOnly('obligation_reminders')}`;

/** The supplier's own steps change what the buyer's calendar shows: the trigger speaks for the buyer while it says so. */
const staleness = `
CREATE FUNCTION calendar_is_stale() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_row jsonb := to_jsonb(NEW);
  v_speaker text := coalesce(current_setting('app.organisation_id', true), '');
  v_owner uuid := coalesce(v_row ->> 'buyer_id', v_row ->> 'organisation_id');
  v_engagement uuid := CASE WHEN TG_TABLE_NAME = 'engagements' THEN v_row ->> 'id' ELSE v_row ->> 'engagement_id' END;
BEGIN
  PERFORM set_config('app.organisation_id', v_owner::text, true);
  IF v_engagement IS NULL THEN
    SELECT a.engagement_id INTO v_engagement FROM assessments a
      WHERE a.buyer_id = v_owner AND a.id = (v_row ->> 'assessment_id')::uuid;
  END IF;
  IF v_engagement IS NOT NULL THEN
    INSERT INTO calendar_engagements AS c (organisation_id, engagement_id) VALUES (v_owner, v_engagement)
      ON CONFLICT (organisation_id, engagement_id) DO UPDATE SET stale = true WHERE NOT c.stale;
  END IF;
  PERFORM set_config('app.organisation_id', v_speaker, true);
  RETURN NULL;
END $$;
CREATE FUNCTION calendar_of_supplier_is_stale() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE calendar_engagements c SET stale = true FROM engagements e
    WHERE e.organisation_id = NEW.organisation_id AND e.supplier_id = NEW.id
      AND c.organisation_id = e.organisation_id AND c.engagement_id = e.id AND NOT c.stale;
  RETURN NULL;
END $$`;

const triggers = `
${followedByCalendar('contract_terms')};
${followedByCalendar('obligation_marks')};
${followedByCalendar('clause_assessments', { when: "NEW.clause_id = 'CL-17'" })};
${followedByCalendar('engagements', { of: 'name, context, archived_at, supplier_id' })};
${followedByCalendar('assessments', { of: 'status, due_on' })};
CREATE TRIGGER suppliers_calendar AFTER UPDATE OF name, archived_at ON suppliers FOR EACH ROW
  EXECUTE FUNCTION calendar_of_supplier_is_stale()`;
