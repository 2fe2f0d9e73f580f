import type { MigrationInterface, QueryRunner } from 'typeorm';
import { of, secure } from './row-security.js';

/** What became of each engagement of a campaign: a send that is interrupted goes on where it stood. */
export class CampaignSends20261128100802 implements MigrationInterface {
  name = 'CampaignSends20261128100802';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE campaigns
  ADD COLUMN sender_email text NOT NULL DEFAULT '',
  ADD COLUMN job_id uuid,
  -- When every engagement had its result; null while some wait.
  ADD COLUMN sent_at timestamptz;
CREATE TABLE campaign_sends (
  organisation_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  contact_id uuid,
  place integer NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'failed', 'stopped')),
  issues text[] NOT NULL DEFAULT '{}',
  assessment_id uuid,
  PRIMARY KEY (organisation_id, campaign_id, engagement_id),
  CHECK ((state = 'sent') = (assessment_id IS NOT NULL)),
  FOREIGN KEY (organisation_id, campaign_id) REFERENCES campaigns (organisation_id, id),
  FOREIGN KEY (organisation_id, engagement_id) REFERENCES engagements (organisation_id, id),
  FOREIGN KEY (organisation_id, assessment_id) REFERENCES assessments (buyer_id, id)
);
CREATE INDEX campaign_sends_waiting ON campaign_sends (organisation_id, campaign_id, place) WHERE state = 'waiting';
${secure('campaign_sends', {
  select: of('organisation_id'),
  insert: of('organisation_id'),
  update: of('organisation_id'),
})}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE campaign_sends;
ALTER TABLE campaigns DROP COLUMN sender_email, DROP COLUMN job_id, DROP COLUMN sent_at`);
  }
}
