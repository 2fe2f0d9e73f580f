import type { ImportedQuestionType, ImportSheet } from '../imported-questionnaire.js';
import { gridOf, type GridRow } from './grid.js';

/** The tables of a CISO Assistant authoring workbook, in its older layout of one index or its newer one of pairs of sheets. */
export interface CisoTables {
  readonly title: string;
  readonly locale: string;
  readonly frameworks: readonly CisoFramework[];
  /** Sheets that hold none of what is read. */
  readonly others: readonly string[];
}

export interface CisoFramework {
  readonly title: string;
  /** Titles in other languages. */
  readonly meta: ReadonlyMap<string, string>;
  readonly content: CisoTable;
  readonly answers: CisoTable | undefined;
  readonly groups: CisoTable | undefined;
}

export interface CisoTable {
  readonly sheet: string;
  readonly rows: readonly { readonly row: number; readonly cells: ReadonlyMap<string, CisoCell> }[];
}

export interface CisoCell {
  readonly text: string;
  readonly column: number;
}

export const cisoTypes: Readonly<Record<string, ImportedQuestionType>> = {
  unique_choice: 'single',
  single_choice: 'single',
  multiple_choice: 'multi',
  boolean: 'single',
  number: 'number',
  text: 'text',
  date: 'date_age',
};

/** Nothing where the workbook has neither index. */
export function findCisoTables(sheets: readonly ImportSheet[]): CisoTables | undefined {
  const named = new Map(sheets.map((sheet) => [sheet.name.trim(), sheet]));
  const library = named.get('library_meta');
  if (library !== undefined) return pairs(pairsOf(library), named);
  const index = named.get('library_content');
  return index === undefined ? undefined : indexed(index, named);
}

function pairs(library: ReadonlyMap<string, string>, named: ReadonlyMap<string, ImportSheet>): CisoTables {
  const objects = [...named].flatMap(([name, sheet]) => {
    if (!name.endsWith('_meta') || name === 'library_meta') return [];
    const meta = pairsOf(sheet);
    const content = named.get(`${name.slice(0, -5)}_content`);
    return content === undefined ? [] : [{ name: meta.get('name') ?? name.slice(0, -5), meta, content }];
  });
  const find = (type: string, name: string | undefined): CisoTable | undefined => {
    const found = objects.find(
      (one) => one.meta.get('type') === type && (name === undefined || one.name === name),
    );
    return found === undefined ? undefined : tableOf(found.content);
  };
  const title = library.get('name') ?? '';
  const frameworks = objects.flatMap(({ meta, content }) => {
    if (meta.get('type') !== 'framework') return [];
    const answers = meta.get('answers_definition');
    const groups = meta.get('implementation_groups_definition');
    return [
      {
        title: meta.get('name') ?? title,
        meta,
        content: tableOf(content),
        answers: answers === undefined ? undefined : find('answers', answers),
        groups: groups === undefined ? undefined : find('implementation_groups', groups),
      },
    ];
  });
  const known = new Set(['framework', 'answers', 'implementation_groups']);
  const others = objects.flatMap(({ meta, content }) =>
    known.has(meta.get('type') ?? '') ? [] : [content.name],
  );
  return { title, locale: library.get('locale') ?? '', frameworks, others };
}

function indexed(index: ImportSheet, named: ReadonlyMap<string, ImportSheet>): CisoTables {
  const meta = pairsOf(index);
  const tabs = gridOf(index).flatMap(({ texts }) =>
    texts.get(1)?.toLowerCase() === 'tab' ? [{ name: texts.get(2) ?? '', kind: texts.get(3) ?? '' }] : [],
  );
  // The table of answers may stand in a sheet of that name without being listed.
  const tableFor = (kind: string): CisoTable | undefined => {
    const sheet = named.get(tabs.find((tab) => tab.kind === kind)?.name ?? kind);
    return sheet === undefined ? undefined : tableOf(sheet);
  };
  const title = meta.get('framework_name') ?? meta.get('library_name') ?? '';
  const common = { title, meta, answers: tableFor('answers'), groups: tableFor('implementation_groups') };
  const frameworks = tabs.flatMap(({ name, kind }) => {
    const sheet = kind === 'requirements' ? named.get(name) : undefined;
    return sheet === undefined ? [] : [{ ...common, content: tableOf(sheet) }];
  });
  const known = new Set(['requirements', 'answers', 'implementation_groups']);
  const others = tabs.flatMap(({ name, kind }) => (known.has(kind) ? [] : [name]));
  return {
    title: meta.get('library_name') ?? title,
    locale: meta.get('library_locale') ?? '',
    frameworks,
    others,
  };
}

function pairsOf(sheet: ImportSheet): ReadonlyMap<string, string> {
  return new Map(
    gridOf(sheet).flatMap(({ texts }) => {
      const key = texts.get(1)?.toLowerCase();
      const value = texts.get(2);
      return key === undefined || value === undefined ? [] : [[key, value] as const];
    }),
  );
}

function tableOf(sheet: ImportSheet): CisoTable {
  const [header, ...rows] = gridOf(sheet);
  const names = new Map([...(header?.texts ?? [])].map(([column, text]) => [column, text.toLowerCase()]));
  return { sheet: sheet.name, rows: rows.map((row) => ({ row: row.row, cells: cellsOf(row, names) })) };
}

function cellsOf(row: GridRow, names: ReadonlyMap<number, string>): ReadonlyMap<string, CisoCell> {
  return new Map(
    [...row.texts].flatMap(([column, text]) => {
      const name = names.get(column);
      return name === undefined ? [] : [[name, { text, column }] as const];
    }),
  );
}
