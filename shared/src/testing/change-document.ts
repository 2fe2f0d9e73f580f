import type { Question, QuestionnaireDocument, Theme } from '../questionnaires/document.js';

/** The document with one of its questions changed. */
export function withQuestion(
  document: QuestionnaireDocument,
  key: string,
  change: (question: Question) => object,
): QuestionnaireDocument {
  const themes = document.themes.map((theme) => ({
    ...theme,
    questions: theme.questions.map((one) => (one.id === key ? { ...one, ...change(one) } : one)),
  }));
  return { ...document, themes };
}

export function withTheme(
  document: QuestionnaireDocument,
  code: string,
  change: (theme: Theme) => Partial<Theme>,
): QuestionnaireDocument {
  return {
    ...document,
    themes: document.themes.map((theme) => (theme.code === code ? { ...theme, ...change(theme) } : theme)),
  };
}

export type Path = readonly (string | number)[];

/** Where every value of the document stands but its keys, the closed lists and the number of the version. */
export function leavesOf(document: QuestionnaireDocument): readonly Path[] {
  return listLeaves(document, []).filter((path) => !closed.has(path.at(-1) ?? ''));
}

const closed: ReadonlySet<string | number> = new Set([
  'format',
  'version',
  'id',
  'code',
  'key',
  'value',
  'type',
  'need',
  'severity',
]);

function listLeaves(value: unknown, at: Path): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? value.map((item: unknown, index) => [index, item])
    : Object.entries(value);
  return entries.flatMap(([key, item]) => listLeaves(item, [...at, key]));
}

/** The document with another value there. */
export function changeAt(document: QuestionnaireDocument, path: Path): QuestionnaireDocument {
  return changeValue(document, path) as QuestionnaireDocument;
}

function changeValue(value: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined) {
    if (typeof value === 'number') return value + 1;
    return typeof value === 'boolean' ? !value : `${String(value)} bis`;
  }
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => (index === key ? changeValue(item, rest) : item));
  }
  const record = value as Readonly<Record<string, unknown>>;
  return { ...record, [key]: changeValue(record[key], rest) };
}
