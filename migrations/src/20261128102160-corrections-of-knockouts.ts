import type { MigrationInterface, QueryRunner } from 'typeorm';

import { either, of, type RowRule } from './row-security.js';

/** Knock-outs are the buyer's alone: the supplier reads no correction of their wording. */
export class CorrectionsOfKnockouts20261128102160 implements MigrationInterface {
  name = 'CorrectionsOfKnockouts20261128102160';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(readable(`NOT starts_with(place, 'knockout-') AND ${sentToMe}`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(readable(sentToMe));
  }
}

const sentToMe = `EXISTS (SELECT 1 FROM assessments a WHERE a.buyer_id = version_corrections.organisation_id
  AND a.version_sha256 = version_corrections.version_sha256 AND a.supplier_organisation_id = (SELECT organisation()))`;

function readable(bySupplier: RowRule): string {
  return `ALTER POLICY version_corrections_select ON version_corrections
    USING (${either(of('organisation_id'), bySupplier)})`;
}
