import type { Grade, Language } from '@probant/shared/questionnaires/document';
import type { Content, ContentText, TableCell } from 'pdfmake/interfaces.js';

/** The colours of the screens, on white paper. */
export const ink = {
  text: '#1d1a16',
  soft: '#4b453c',
  quiet: '#685f53',
  line: '#dfd7c8',
  paper: '#f6f2ea',
  unlawful: '#be2f14',
  bar: '#4b453c',
} as const;

export const gradeInk: Readonly<Record<Grade, { readonly fill: string; readonly text: string }>> = {
  A: { fill: '#cbe4dd', text: '#0c3a33' },
  B: { fill: '#a9cba5', text: '#14341a' },
  C: { fill: '#cfa23c', text: '#2e1f00' },
  D: { fill: '#99602a', text: '#ffffff' },
  E: { fill: '#4d1d3c', text: '#ffffff' },
};

/** Between the margins of an upright A4 page. */
export const pageWidth = 499;

export const nbsp = '\u00a0';

/** Picks the language of the document. */
export type Say = (fr: string, en: string) => string;
export const sayIn =
  (language: Language): Say =>
  (fr, en) =>
    language === 'fr' ? fr : en;

export function title(text: string, { newPage = false } = {}): Content {
  return {
    text,
    headlineLevel: 2,
    ...{ fontSize: 16, bold: true, color: ink.text, margin: [0, newPage ? 0 : 22, 0, 8] },
    ...(newPage ? { pageBreak: 'before' } : {}),
  };
}

/** On one page, whole: a heading never stands alone at the foot of a page. */
export function together(...blocks: readonly Content[]): Content {
  return { stack: [...blocks], unbreakable: true };
}

/** The same for a table of so few rows that they leave room on any page. */
export function togetherIfShort(rows: number, ...blocks: readonly Content[]): Content[] {
  return rows <= 14 ? [together(...blocks)] : [...blocks];
}

export function subtitle(text: string): Content {
  return { text, headlineLevel: 3, fontSize: 11, bold: true, color: ink.text, margin: [0, 14, 0, 4] };
}

export function paragraph(text: Content | string): Content {
  return typeof text === 'string'
    ? { text, margin: [0, 0, 0, 6], lineHeight: 1.35 }
    : { stack: [text], margin: [0, 0, 0, 6] };
}

export function note(text: string): Content {
  return { text, fontSize: 8, color: ink.quiet, margin: [0, 3, 0, 6], lineHeight: 1.3 };
}

interface PrintedColumn {
  readonly title: string;
  readonly width: number | string;
  readonly right?: boolean;
}

const lineBelow = {
  border: [false, false, false, true] as [boolean, boolean, boolean, boolean],
  borderColor: [ink.line, ink.line, ink.line, ink.line] as [string, string, string, string],
};

/** Its head comes again on every page that it goes on to; no row is cut in two. */
export function tableOf(columns: readonly PrintedColumn[], rows: readonly (readonly TableCell[])[]): Content {
  const head = columns.map(({ title: text, right }): TableCell => ({
    ...{ text, bold: true, fontSize: 8, color: ink.quiet, alignment: right === true ? 'right' : 'left' },
    ...lineBelow,
  }));
  const body = rows.map((row) => row.map((cell, index) => aligned(cell, columns[index]?.right === true)));
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: columns.map(({ width }) => width),
      body: [head, ...body],
    },
    fontSize: 9,
    margin: [0, 2, 0, 6],
  };
}

function aligned(cell: TableCell, right: boolean): TableCell {
  const content = typeof cell === 'string' || typeof cell === 'number' ? { text: String(cell) } : cell;
  return { alignment: right ? 'right' : 'left', ...(content as object), ...lineBelow } as TableCell;
}

/** The letter on its colour: never the colour alone. */
export function gradeCell(grade: Grade | null): TableCell {
  if (grade === null) return { text: '–', alignment: 'center', color: ink.quiet };
  const { fill, text } = gradeInk[grade];
  return { text: grade, alignment: 'center', bold: true, fillColor: fill, color: text };
}

/** What is unlawful is red, and bold for those who see no red. */
export function warned(text: string, unlawful: boolean): ContentText {
  return { text, bold: unlawful, color: unlawful ? ink.unlawful : ink.text };
}

/** Words of another, in small. */
export function cited(text: string): ContentText {
  return { text, italics: true, fontSize: 8 };
}

/** A drawing with the words for those who do not see it. */
export function figure(svg: string, alt: string): Content {
  return { svg, width: pageWidth, margin: [0, 4, 0, 8], ...{ alt } };
}

/** A text by its title, where nothing of it is quoted. */
export function citation(text: string): Content {
  return { text, fontSize: 8, color: ink.quiet, margin: [12, 0, 12, 8] };
}

/** A verbatim quote under its source, as the library has it. */
export function quotation(quote: string, source: string, language: Language): Content {
  const marked = language === 'fr' ? `«${nbsp}${quote}${nbsp}»` : `“${quote}”`;
  return {
    stack: [
      { text: marked, italics: true, lineHeight: 1.35 },
      { text: source, fontSize: 8, color: ink.quiet, margin: [0, 2, 0, 0] },
    ],
    margin: [12, 2, 12, 8],
  };
}
