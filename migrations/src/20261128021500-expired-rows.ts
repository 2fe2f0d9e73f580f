import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What has run out is found without reading what has not. */
export class ExpiredRows20261128021500 implements MigrationInterface {
  name = 'ExpiredRows20261128021500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE INDEX sessions_expires ON sessions (expires_at);
CREATE INDEX one_time_tokens_expires ON one_time_tokens (expires_at);
CREATE INDEX one_time_tokens_used ON one_time_tokens (used_at) WHERE used_at IS NOT NULL;
CREATE INDEX rate_limits_window ON rate_limits (window_start);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP INDEX sessions_expires, one_time_tokens_expires, one_time_tokens_used, rate_limits_window',
    );
  }
}
