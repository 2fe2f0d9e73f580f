import type { ImportSheet } from '../imported-questionnaire.js';
import { gridOf, plainWords, type GridRow } from './grid.js';

/** As `REQU-01`: four letters of the category and a number. */
export const hecvatId = /^[A-Z]{4}-\d{2,3}$/u;

/** The columns of the table that a HECVAT workbook keeps its questions in. */
export interface HecvatTable {
  readonly sheet: ImportSheet;
  readonly rows: readonly GridRow[];
  readonly id: number;
  readonly question: number;
  readonly compliant: number | undefined;
  readonly importance: number | undefined;
  readonly weight: number | undefined;
  readonly routing: number | undefined;
  readonly guidance: Readonly<Record<'standard' | 'yes' | 'no' | 'reason', number | undefined>>;
  /** Columns that say on which sheets a question stands. */
  readonly presence: ReadonlyMap<number, string>;
}

const leastQuestions = 3;

/** The sheet, shown or hidden, that says the compliant answer of each question. */
export function findHecvatTable(sheets: readonly ImportSheet[]): HecvatTable | undefined {
  for (const sheet of sheets) {
    const rows = gridOf(sheet);
    const id = idColumn(rows);
    if (id === undefined) continue;
    const table = tableOf(sheet, rows, id, new Set(sheets.map(({ name }) => plainWords(name))));
    if (table.compliant !== undefined) return table;
  }
  return undefined;
}

/** A filled form without that table: the sheets whose rows begin with ids of questions. */
export function findHecvatForms(
  sheets: readonly ImportSheet[],
): readonly { sheet: ImportSheet; rows: readonly GridRow[]; id: number }[] {
  return sheets.flatMap((sheet) => {
    const rows = gridOf(sheet);
    const id = idColumn(rows);
    return id === undefined || sheet.hidden ? [] : [{ sheet, rows, id }];
  });
}

/** Whether ids are those of HECVAT and not of any list numbered alike. */
export function hasHecvatIds(sheets: readonly ImportSheet[]): boolean {
  const known = new Set([
    'GNRL',
    'COMP',
    'REQU',
    'DOCU',
    'APPL',
    'AAAI',
    'HIPA',
    'PCID',
    'DATA',
    'VULN',
    'ITAC',
    'THRD',
  ]);
  const found = new Set(
    sheets.flatMap(({ rows }) =>
      rows.flatMap(({ cells }) =>
        cells.slice(0, 2).flatMap(({ text }) => {
          const prefix = hecvatId.test(text.trim()) ? text.trim().slice(0, 4) : '';
          return known.has(prefix) ? [prefix] : [];
        }),
      ),
    ),
  );
  return found.size >= 2;
}

function idColumn(rows: readonly GridRow[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { texts } of rows) {
    for (const [column, text] of texts)
      if (hecvatId.test(text)) counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  const [best] = [...counts].toSorted(([a, one], [b, other]) => other - one || a - b);
  return best === undefined || best[1] < leastQuestions ? undefined : best[0];
}

function tableOf(
  sheet: ImportSheet,
  rows: readonly GridRow[],
  id: number,
  sheetNames: ReadonlySet<string>,
): HecvatTable {
  const first = rows.findIndex(({ texts }) => hecvatId.test(texts.get(id) ?? ''));
  const questions = rows.slice(first).filter(({ texts }) => hecvatId.test(texts.get(id) ?? ''));
  const headings = new Map<number, string>();
  for (const { texts } of rows.slice(0, first)) {
    for (const [column, text] of texts) headings.set(column, plainWords(text));
  }
  const named = (pattern: RegExp): number | undefined =>
    [...headings].find(([, text]) => pattern.test(text))?.[0];
  const holding = (pattern: RegExp, least = 0.8): number | undefined => {
    const columns = new Set(questions.flatMap(({ texts }) => [...texts.keys()]));
    return [...columns]
      .toSorted((a, b) => a - b)
      .find((column) => {
        const texts = questions.flatMap((row) => row.texts.get(column) ?? []);
        return (
          column !== id &&
          texts.length > 0 &&
          texts.filter((text) => pattern.test(text)).length >= least * texts.length
        );
      });
  };
  const isMarked = (column: number): boolean => {
    const texts = questions.flatMap((row) => row.texts.get(column) ?? []);
    return texts.length > 0 && texts.every((text) => /^[01x]$/iu.test(text));
  };
  const presence = new Map(
    [...headings].filter(([column, text]) => column !== id && (sheetNames.has(text) || isMarked(column))),
  );
  const compliant = named(/compliant/u) ?? holding(/^(?:yes|no|n\/a|not scored)$/iu);
  const importance = named(/default importance/u) ?? holding(/importance$/iu);
  return {
    sheet,
    rows: questions,
    id,
    question: named(/^(?:question|questions|question text)$/u) ?? id + 1,
    compliant,
    importance,
    weight: named(/default weight/u) ?? (importance === undefined ? named(/weight/u) : importance + 1),
    routing: named(/^if then|^if then|routing|logic/u) ?? holding(/^if [a-z]{4}-\d+/iu),
    guidance: {
      standard: named(/^(?:standard|default|general) guidance/u),
      yes: named(/\byes\b.*guidance|guidance.*\byes\b/u),
      no: named(/\bno\b.*guidance|guidance.*\bno\b/u),
      reason: named(/^reason/u),
    },
    presence,
  };
}
