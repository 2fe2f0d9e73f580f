import type {
  ImportedText,
  ImportedOption,
  ImportedQuestion,
  ImportWarning,
} from './imported-questionnaire.js';
import type { Grouped } from './ciso-groups.js';
import { joinTexts, listAt, makeKeys, numberAt, textAt, textOf, textsAt } from './imported-values.js';
import { isRecord } from '../plain-text.js';
import { warned } from './said.js';
import type { Translator } from './translated-text.js';

/** What the result of a choice says of its risk; a choice that does not apply carries none. */
const resultRisks: Readonly<Record<string, number>> = {
  true: 0,
  compliant: 0,
  partially_compliant: 0.5,
  false: 1,
  non_compliant: 1,
};

export interface CisoOptions {
  readonly options: readonly ImportedOption[];
  /** Key of an option by the urn that conditions name it by. */
  readonly keys: ReadonlyMap<string, string>;
  /** What the library says of a choice beside its text. */
  readonly details: readonly ImportedText[];
  /** Groups of requirements that a choice opens. */
  readonly opens: Grouped['opens'];
  readonly guessed: ImportedQuestion['guessed'];
  readonly warnings: readonly ImportWarning[];
}

export function readCisoOptions(question: unknown, where: string, translator: Translator): CisoOptions {
  const choices = listAt(question, 'choices');
  const keyOf = makeKeys();
  const keys = new Map<string, string>();
  const read = choices.flatMap((choice, index) => {
    const label = isRecord(choice) ? translator.read(choice, 'value') : writeAlone(choice, translator);
    if (label === undefined) return [];
    const urn = textAt(choice, 'urn');
    const key = keyOf(urn?.split(':').at(-1) ?? String(index + 1));
    if (urn !== undefined) keys.set(urn.toLowerCase(), key);
    return [{ option: { key, label }, choice }];
  });
  const risks = readRisks(read.map(({ choice }) => choice));
  const leftOut = choices.length - read.length;
  return {
    options: read.map(({ option }, index) => {
      const risk = risks.values[index];
      return risk === undefined ? option : { ...option, risk };
    }),
    keys,
    details: read.flatMap(({ option, choice }) => {
      const told = joinTexts([translator.read(choice, 'description'), translator.read(choice, 'annotation')]);
      return told === undefined ? [] : (joinTexts([option.label, told], ' – ') ?? []);
    }),
    guessed: risks.guessed ? ['risk'] : [],
    opens: read.flatMap(({ option, choice }) => {
      const groups = textsAt(choice, 'select_implementation_groups');
      return groups.length === 0 ? [] : [{ option: option.key, groups }];
    }),
    warnings: leftOut === 0 ? [] : [choicesWithoutText(where, leftOut)],
  };
}

function writeAlone(choice: unknown, translator: Translator) {
  const text = textOf(choice);
  return text === undefined ? undefined : translator.write(text);
}

/** The result says how good a choice is; points only say which is better, so that the best of them is taken as good. */
function readRisks(choices: readonly unknown[]): {
  readonly values: readonly (number | undefined)[];
  readonly guessed: boolean;
} {
  const results = choices.map((choice) => textAt(choice, 'compute_result')?.toLowerCase());
  if (results.some((result) => result !== undefined)) {
    return { values: results.map((result) => resultRisks[result ?? '']), guessed: false };
  }
  const points = choices.map((choice) => numberAt(choice, 'add_score'));
  const most = Math.max(0, ...points.map((one) => one ?? 0));
  if (most === 0) return { values: [], guessed: false };
  const values = points.map((one) => Math.round((1 - Math.max(0, one ?? 0) / most) * 100) / 100);
  return { values, guessed: true };
}

function choicesWithoutText(where: string, count: number): ImportWarning {
  return warned(
    where,
    `choix sans texte laissés de côté : ${count}`,
    `choices without a text that were left out: ${count}`,
  );
}
