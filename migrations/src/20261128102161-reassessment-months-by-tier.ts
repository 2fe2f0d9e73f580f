import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Riskier engagements are assessed again sooner: a rule may give tiers a time of their own. */
export class ReassessmentMonthsByTier20261128102161 implements MigrationInterface {
  name = 'ReassessmentMonthsByTier20261128102161';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE reassessment_rules ADD COLUMN months_by_tier jsonb NOT NULL DEFAULT '{}'
         CHECK (jsonb_typeof(months_by_tier) = 'object')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE reassessment_rules DROP COLUMN months_by_tier');
  }
}
