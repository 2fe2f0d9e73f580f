import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows of which events tell: `probant verify --chain` compares the two, for every organisation. */
const read = [
  'submissions',
  'submission_pieces',
  'questionnaires',
  'questionnaire_versions',
  'supplier_documents',
  'assessment_frames',
  'score_snapshots',
  'decisions',
  'decision_notices',
  'evidence',
  'evidence_files',
  'clarifications',
  'weight_profiles',
  'answer_reviews',
];

/** The owner's role, which nobody signs in with, may read what the chains tell of, as it may read the chains. */
export class OwnerVerifiesDocuments20261128002000 implements MigrationInterface {
  name = 'OwnerVerifiesDocuments20261128002000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of read)
      await runner.query(
        `CREATE POLICY ${table}_verified ON ${table} FOR SELECT TO probant_owner USING (true)`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of read) await runner.query(`DROP POLICY ${table}_verified ON ${table}`);
  }
}
