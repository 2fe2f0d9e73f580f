import type { Language, Localised } from '@probant/shared/questionnaires/document';
import type { ColumnKind, WrittenCell } from '../../../platform/tables/written-table.js';

/** A column of a template: where its values come from, or, without `cell`, why it stays empty. */
export interface RegisterColumn<R> {
  readonly code: string;
  readonly title: Localised;
  readonly told: Localised;
  readonly kind: ColumnKind;
  readonly cell: ((row: R, language: Language) => WrittenCell) | null;
}

const notHeld: Localised = {
  fr: 'Vide\u00a0: Probant ne tient pas cette donnée.',
  en: 'Empty: Probant does not hold this.',
};

export function filled<R>(
  code: string,
  [fr, en, kind = 'text']: readonly [fr: string, en: string, kind?: ColumnKind],
  told: Localised,
  cell: (row: R, language: Language) => WrittenCell,
): RegisterColumn<R> {
  return { code, title: { fr, en }, told, kind, cell };
}

export function empty<R>(code: string, fr: string, en: string, told: Localised = notHeld): RegisterColumn<R> {
  return { code, title: { fr, en }, told, kind: 'text', cell: null };
}

export interface RegisterTemplate<R> {
  readonly code: string;
  readonly title: Localised;
  readonly columns: readonly RegisterColumn<R>[];
}

/** What the product says of it, in both languages. */
export const told = (fr: string, en: string): Localised => ({ fr, en });
