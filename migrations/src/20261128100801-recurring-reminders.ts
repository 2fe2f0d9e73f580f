import type { MigrationInterface, QueryRunner } from 'typeorm';
import { either, of, ownedAppendOnly, secure, serving } from './row-security.js';

/** Reminders that leave by themselves, and the addresses at which nobody receives them. */
export class RecurringReminders20261128100801 implements MigrationInterface {
  name = 'RecurringReminders20261128100801';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(reminders);
    await runner.query(pauses);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TRIGGER contacts_mended ON contacts;
DROP FUNCTION mend_paused_address();
DROP TABLE paused_addresses, assessment_reminders;
ALTER TABLE campaigns DROP COLUMN reminders_on, DROP COLUMN reminder_words, DROP COLUMN reminder_revision;
ALTER TABLE organisations DROP COLUMN time_zone`);
  }
}

// Campaigns that are already out stay silent until somebody switches their reminders on: nobody expects letters of an update.
const reminders = `
ALTER TABLE organisations ADD COLUMN time_zone text NOT NULL DEFAULT 'Europe/Paris';
ALTER TABLE campaigns
  ADD COLUMN reminders_on boolean NOT NULL DEFAULT false,
  ADD COLUMN reminder_words jsonb NOT NULL DEFAULT '{"fr": "", "en": ""}',
  ADD COLUMN reminder_revision integer NOT NULL DEFAULT 1;
ALTER TABLE campaigns ALTER COLUMN reminders_on SET DEFAULT true;

-- What left: a moment of a due date once, and one letter a day.
CREATE TABLE assessment_reminders (
  buyer_id uuid NOT NULL,
  assessment_id uuid NOT NULL,
  due_on date NOT NULL,
  offset_days integer NOT NULL,
  day date NOT NULL,
  to_address text NOT NULL,
  at timestamptz NOT NULL DEFAULT coalesce(played_at(), now()),
  PRIMARY KEY (buyer_id, assessment_id, due_on, offset_days),
  UNIQUE (buyer_id, assessment_id, day),
  FOREIGN KEY (buyer_id, assessment_id) REFERENCES assessments (buyer_id, id)
);
${ownedAppendOnly('assessment_reminders', 'buyer_id')}`;

const pauses = `
-- An address that a mail server refused for good. A pause ends with the next message that arrives, and stays as what happened.
CREATE TABLE paused_addresses (
  organisation_id uuid NOT NULL REFERENCES organisations(id),
  id uuid NOT NULL,
  address text NOT NULL,
  reply text NOT NULL,
  paused_at timestamptz NOT NULL,
  resumed_at timestamptz,
  -- The address that a contact was given in its place.
  mended_to text,
  PRIMARY KEY (organisation_id, id)
);
CREATE UNIQUE INDEX paused_addresses_now ON paused_addresses (organisation_id, address) WHERE resumed_at IS NULL;
${secure('paused_addresses', {
  select: either(of('organisation_id'), serving('outbox')),
  insert: either(of('organisation_id'), serving('outbox')),
  update: either(of('organisation_id'), serving('outbox')),
})}

CREATE FUNCTION mend_paused_address() RETURNS trigger LANGUAGE plpgsql SET search_path = probant AS $$
BEGIN
  UPDATE paused_addresses SET mended_to = NEW.email
  WHERE organisation_id = NEW.organisation_id AND address = OLD.email AND resumed_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER contacts_mended AFTER UPDATE OF email ON contacts FOR EACH ROW
  WHEN (NEW.email IS DISTINCT FROM OLD.email) EXECUTE FUNCTION mend_paused_address();`;
