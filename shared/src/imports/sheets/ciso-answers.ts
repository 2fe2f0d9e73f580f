import type { ImportedOption, ImportedQuestionType, ImportedText } from '../imported-questionnaire.js';
import { cisoTypes, type CisoTable } from './ciso-tables.js';
import { findDecimal } from './grid.js';
import { freeKey } from './keys.js';

export interface CisoAnswer {
  readonly type: ImportedQuestionType;
  readonly options: readonly ImportedOption[];
  readonly guessed: readonly ('options' | 'risk')[];
}

/** The answers that questions name, by their id. */
export function readCisoAnswers(
  table: CisoTable | undefined,
  locale: 'fr' | 'en',
): ReadonlyMap<string, CisoAnswer> {
  return new Map(
    (table?.rows ?? []).flatMap(({ cells }) => {
      const id = cells.get('id')?.text;
      const written = cells.get('question_type')?.text.toLowerCase() ?? '';
      const type = cisoTypes[written];
      if (id === undefined || type === undefined) return [];
      const other = locale === 'fr' ? 'en' : 'fr';
      const choices = choicesOf(cells.get('question_choices')?.text ?? '');
      const translated = choicesOf(cells.get(`question_choices[${other}]`)?.text ?? '');
      const scores = linesOf(cells.get('add_score')?.text ?? '').map(findDecimal);
      const results = forEach(linesOf(cells.get('compute_result')?.text ?? ''), choices.length);
      const labels = choices.map((label, index): ImportedText => {
        const translation = translated.length === choices.length ? translated[index] : undefined;
        return { [locale]: label, ...(translation === undefined ? {} : { [other]: translation }) };
      });
      const isYesNo = written === 'boolean' && labels.length === 0;
      return [[id, answerOf(type, isYesNo ? yesNo : labels, { scores, results }, isYesNo)] as const];
    }),
  );
}

/** What the workbook says of a choice itself; points only say which is better. */
const resultRisks: Readonly<Record<string, number>> = { true: 0, false: 1 };

/** One value stands for every choice. */
function forEach(values: readonly string[], count: number): readonly string[] {
  const [only] = values;
  return values.length === 1 && only !== undefined ? Array<string>(count).fill(only) : values;
}

const yesNo: readonly ImportedText[] = [
  { fr: 'Oui', en: 'Yes' },
  { fr: 'Non', en: 'No' },
];

function answerOf(
  type: ImportedQuestionType,
  labels: readonly ImportedText[],
  {
    scores,
    results,
  }: { readonly scores: readonly (number | undefined)[]; readonly results: readonly string[] },
  isYesNo: boolean,
): CisoAnswer {
  if (type !== 'single' && type !== 'multi') return { type, options: [], guessed: [] };
  const known = scores.filter((score) => score !== undefined);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const taken = new Set<string>();
  const judged = results.some((result) => resultRisks[result.toLowerCase()] !== undefined);
  const options = labels.map((label, index): ImportedOption => {
    const score = scores[index];
    const key = freeKey(label.fr ?? label.en ?? '', taken);
    if (judged) {
      const risk = resultRisks[results[index]?.toLowerCase() ?? ''];
      return risk === undefined ? { key, label } : { key, label, risk };
    }
    if (score === undefined || low === high) return { key, label };
    return { key, label, risk: Math.round((1 - (score - low) / (high - low)) * 10_000) / 10_000 };
  });
  const hasRisk = options.some(({ risk }) => risk !== undefined);
  return {
    type,
    options,
    guessed: [...(isYesNo ? (['options'] as const) : []), ...(hasRisk && !judged ? (['risk'] as const) : [])],
  };
}

/** One a line; a line that begins with a bar goes on with the one before. */
function choicesOf(text: string): string[] {
  const choices: string[] = [];
  for (const line of linesOf(text)) {
    const last = choices.length - 1;
    if (line.startsWith('|') && last >= 0) choices[last] = `${choices[last] ?? ''}\n${line.slice(1).trim()}`;
    else choices.push(line);
  }
  return choices;
}

export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
