import type { ImportedCondition, ImportedQuestion } from '../imported-questionnaire.js';

/**
 * `1:2,3`, the number of an earlier question of the same requirement and of its choices, of which one is enough. Nothing for
 * an empty line or a dash.
 */
export function findCisoCondition(
  line: string,
  asked: readonly ImportedQuestion[],
): ImportedCondition | 'not-understood' | undefined {
  if (/^[-/]?$/u.test(line)) return undefined;
  const [, question = '', choices = ''] = /^q?(\d+)\s*:\s*(\d+(?:\s*,\s*\d+)*)$/iu.exec(line) ?? [];
  const on = asked[Number(question) - 1];
  const options = choices.split(',').map((number) => on?.options[Number(number) - 1]);
  const any = options.flatMap((option) =>
    on === undefined || option === undefined ? [] : [{ q: on.key, option: option.key }],
  );
  const [first] = any;
  if (first === undefined || any.length !== options.length) return 'not-understood';
  return any.length === 1 ? first : { any };
}
