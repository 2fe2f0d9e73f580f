import type { MigrationInterface, QueryRunner } from 'typeorm';

const clock = "date_trunc('milliseconds', clock_timestamp())";
const playedClock = "date_trunc('milliseconds', coalesce(played_at(), clock_timestamp()))";

/** Saved answers carry the instant that a demo plays at, which the count of partial answers had taken from the clock again. */
export class PartialAnswersPlayed20261128064500 implements MigrationInterface {
  name = 'PartialAnswersPlayed20261128064500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(replaceIn(clock, playedClock));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(replaceIn(playedClock, clock));
  }
}

/** The function as it stands, but for where it reads the clock. */
function replaceIn(from: string, to: string): string {
  return `
DO $do$
DECLARE
  v_text text := pg_get_functiondef('save_answers(bytea, uuid, text[], text, jsonb, jsonb)'::regprocedure);
BEGIN
  IF strpos(v_text, $place$${from}$place$) = 0 THEN RAISE EXCEPTION 'nothing to replace in save_answers'; END IF;
  EXECUTE replace(v_text, $place$${from}$place$, $place$${to}$place$);
END $do$`;
}
