import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether an address could not be reached before, asked for every recipient of a campaign. */
export class FailedMail20261122113100 implements MigrationInterface {
  name = 'FailedMail20261122113100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      "CREATE INDEX mail_messages_failed ON mail_messages (organisation_id, to_address) WHERE state = 'failed'",
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX mail_messages_failed');
  }
}
