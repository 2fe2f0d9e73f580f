import type { MigrationInterface, QueryRunner } from 'typeorm';
import { followedByCalendar } from './followed-by-calendar.js';

/** The day that a supplier named in its answer about a text stands in the calendar. */
export class AnnouncedChanges20261128102101 implements MigrationInterface {
  name = 'AnnouncedChanges20261128102101';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
${followedByCalendar('regulation_admissions')};
-- Force holds for the owner as well, who looks for every organisation here.
ALTER TABLE calendar_engagements NO FORCE ROW LEVEL SECURITY;
ALTER TABLE regulation_admissions NO FORCE ROW LEVEL SECURITY;
UPDATE calendar_engagements c SET stale = true WHERE EXISTS (SELECT 1 FROM regulation_admissions r
  WHERE r.organisation_id = c.organisation_id AND r.engagement_id = c.engagement_id);
ALTER TABLE regulation_admissions FORCE ROW LEVEL SECURITY;
ALTER TABLE calendar_engagements FORCE ROW LEVEL SECURITY;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER regulation_admissions_calendar ON regulation_admissions');
  }
}
