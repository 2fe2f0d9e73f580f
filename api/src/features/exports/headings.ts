import type { Language } from '@probant/shared/questionnaires/document';
import type { ColumnKind, WrittenColumn } from '../../platform/tables/written-table.js';

/** A heading in both languages, and what its column holds; text unless told. */
export type Heading = readonly [fr: string, en: string, kind?: ColumnKind];

export function toColumns(language: Language, headings: readonly Heading[]): WrittenColumn[] {
  return headings.map(([fr, en, kind = 'text']) => ({ title: language === 'fr' ? fr : en, kind }));
}
