import type { ImportedCondition, ImportedQuestion } from '../imported-questionnaire.js';

/**
 * `1:2,3`, the number of an earlier question of the same requirement and of its choices, of which one is enough; `12:1:2` is
 * of the requirement in row 12. Nothing for an empty line, a dash or `undefined`.
 */
export function findCisoCondition(
  line: string,
  asked: readonly ImportedQuestion[],
  askedInRow: (row: number) => readonly ImportedQuestion[],
): ImportedCondition | 'not-understood' | undefined {
  if (/^(?:[-/]?|undefined)$/iu.test(line)) return undefined;
  const [, row = '', question = '', choices = ''] =
    /^(?:(\d+)\s*:\s*)?q?(\d+)\s*:\s*(\d+(?:\s*,\s*\d+)*)$/iu.exec(line) ?? [];
  const on = (row === '' ? asked : askedInRow(Number(row)))[Number(question) - 1];
  const options = choices.split(',').map((number) => on?.options[Number(number) - 1]);
  const any = options.flatMap((option) =>
    on === undefined || option === undefined ? [] : [{ q: on.key, option: option.key }],
  );
  const [first] = any;
  if (first === undefined || any.length !== options.length) return 'not-understood';
  return any.length === 1 ? first : { any };
}
