import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownedAppendOnly } from './row-security.js';

/** What will expire is told to programs, once for each moment before its day. */
export class ExpiryAnnouncements20261128102100 implements MigrationInterface {
  name = 'ExpiryAnnouncements20261128102100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`${table}\n${follow([...told, 'certificate-expiring', 'piece-expiring'])}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`${follow(told)}\nDROP TABLE expiry_announcements`);
  }
}

const table = `
CREATE TABLE expiry_announcements (
  organisation_id uuid NOT NULL REFERENCES organisations (id),
  -- Of the obligation: the certificate or the piece, whichever engagements rely on it.
  key text NOT NULL,
  due_on date NOT NULL,
  days_before integer NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, key, due_on, days_before)
);
${ownedAppendOnly('expiry_announcements')}`;

const told = [
  ...['submitted', 'decided', 'finding-raised', 'finding-closed', 'finding-reopened', 'incident-stated'],
  ...['certificate-lost', 'request-accepted', 'request-declined', 'warning-given'],
];

function follow(kinds: readonly string[]): string {
  return `
DROP TRIGGER events_webhooks ON events;
CREATE TRIGGER events_webhooks AFTER INSERT ON events FOR EACH ROW
  WHEN (NEW.kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')}))
  EXECUTE FUNCTION webhook_follow();`;
}
