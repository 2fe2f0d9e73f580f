import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A table with some of the rows that it asks for is not counted as answered: the progress that both sides read said otherwise. */
export class PartialAnswers20261128060000 implements MigrationInterface {
  name = 'PartialAnswers20261128060000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE working_answers ADD COLUMN partial boolean NOT NULL DEFAULT false');
    await runner.query(replaceInSave(places));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(replaceInSave(places.map(([before, after]) => [after, before])));
    await runner.query('ALTER TABLE working_answers DROP COLUMN partial');
  }
}

/** Where the function that saves takes `partial` in, keeps it and counts without it; each place stands there once. */
const places: readonly (readonly [before: string, after: string])[] = [
  ['w.state AS old_state,', 'w.state AS old_state, w.partial AS old_partial,'],
  ['justification text, text text)', 'justification text, partial boolean, text text)'],
  ['justification, revision, client_key,', 'justification, partial, revision, client_key,'],
  ['v_item.justification, v_item.expected', 'v_item.justification, v_item.partial, v_item.expected'],
  ['excluded.justification, revision', 'excluded.justification, partial = excluded.partial, revision'],
  ["v_item.state = 'cleared' THEN", "v_item.state = 'cleared' OR v_item.partial THEN"],
  ["'cleared') = 'cleared' THEN", "'cleared') = 'cleared' OR v_item.old_partial THEN"],
];

/** The function as it stands, but for these places. */
function replaceInSave(replacements: readonly (readonly [from: string, to: string])[]): string {
  const steps = replacements.map(
    ([from, to]) => `
  IF array_length(string_to_array(v_text, $place$${from}$place$), 1) <> 2 THEN
    RAISE EXCEPTION 'save_answers has not one place to replace: %', $place$${from}$place$;
  END IF;
  v_text := replace(v_text, $place$${from}$place$, $place$${to}$place$);`,
  );
  return `
DO $do$
DECLARE
  v_text text := pg_get_functiondef('save_answers(bytea, uuid, text[], text, jsonb, jsonb)'::regprocedure);
BEGIN${steps.join('')}
  EXECUTE v_text;
END $do$`;
}
