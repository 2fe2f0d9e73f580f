import type { ImportedCondition, ImportedOption, ImportedQuestion } from '../imported-questionnaire.js';
import type { HecvatTable } from './find-hecvat.js';
import { findDecimal, placeOf, plainWords, type GridRow } from './grid.js';
import { findHecvatRouting, type Gate } from './hecvat-routing.js';
import { freeKey } from './keys.js';

/** What the sheets that suppliers fill in say of a question: the section above it, the answers it allows. */
export interface ShownQuestion {
  readonly section: string;
  readonly list: readonly string[] | undefined;
  readonly text: string;
  readonly place: string;
}

export interface HecvatRowContext {
  readonly table: HecvatTable;
  readonly shown: ShownQuestion | undefined;
  readonly gates: readonly Gate[];
}

export function readHecvatRow(
  row: GridRow,
  key: string,
  { table, shown, gates }: HecvatRowContext,
): ImportedQuestion {
  const compliant = plainWords(hecvatText(row, table.compliant));
  const { type, options, guessed } = answersOf(compliant, shown?.list, table, row);
  const weight = findDecimal(hecvatText(row, table.weight));
  const importance = hecvatText(row, table.importance);
  const help = [table.guidance.standard, table.guidance.yes, table.guidance.no]
    .map((column) => hecvatText(row, column))
    .filter((text, index, all) => text !== '' && all.indexOf(text) === index)
    .join('\n');
  const routed = findHecvatRouting(hecvatText(row, table.routing));
  const gated =
    routed === undefined && hecvatText(row, table.routing) === ''
      ? gateOf(row, key, { table, shown, gates })
      : undefined;
  const condition = routed ?? gated;
  return {
    key,
    section: key.slice(0, 4),
    text: { en: hecvatText(row, table.question) || shown?.text || key },
    ...(help === '' ? {} : { help: { en: help } }),
    type,
    options,
    ...(weight === undefined || weight < 0 ? {} : { weight }),
    ...(condition === undefined ? {} : { condition }),
    groups: importance === '' ? [] : [importance],
    references: [],
    guessed: gated === undefined ? guessed : [...guessed, 'condition'],
    where: placeOf(table.sheet.name, row.row, table.question),
  };
}

/** The compliant answer has no risk, be it a no, and the other of the two all of it. */
function answersOf(
  compliant: string,
  list: readonly string[] | undefined,
  { guidance }: HecvatTable,
  row: GridRow,
): Pick<ImportedQuestion, 'type' | 'options'> & { readonly guessed: ('type' | 'options')[] } {
  const isScored = compliant === 'yes' || compliant === 'no';
  const isAsking = /^do not complete/iu.test(hecvatText(row, guidance.no));
  if (list === undefined && !isScored && !isAsking) return { type: 'text', options: [], guessed: ['type'] };
  const taken = new Set<string>();
  const options = (list ?? ['Yes', 'No']).map((label): ImportedOption => {
    const option = { key: freeKey(label, taken), label: { en: label } };
    const answer = plainWords(label);
    if (!isScored || (answer !== 'yes' && answer !== 'no')) return option;
    return { ...option, risk: answer === compliant ? 0 : 1 };
  });
  return { type: 'single', options, guessed: list === undefined ? ['options'] : [] };
}

/** Of a question that stands only on sheets, or in a section, that another question closes. */
function gateOf(
  row: GridRow,
  key: string,
  { table, shown, gates }: HecvatRowContext,
): ImportedCondition | undefined {
  const sheets = [...table.presence]
    .filter(([column]) => /^(?:1|x|yes|true)$/iu.test(hecvatText(row, column)))
    .map(([, sheet]) => sheet);
  const gate = gates.find(({ q, closes }) => {
    if (q === key || key.startsWith('GNRL') || key.startsWith('REQU')) return false;
    const [, section] = /^(.+?) section\b/u.exec(closes) ?? [];
    if (section !== undefined) return plainWords(shown?.section ?? '').startsWith(plainWords(section));
    return sheets.length > 0 && sheets.every((sheet) => ` ${plainWords(closes)} `.includes(` ${sheet} `));
  });
  return gate === undefined ? undefined : { not: { q: gate.q, option: 'no' } };
}

export function hecvatText(row: GridRow, column: number | undefined): string {
  return (column === undefined ? undefined : row.texts.get(column)) ?? '';
}
