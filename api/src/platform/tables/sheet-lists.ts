import { findRange, type CellRange } from './cell-range.js';
import { attribute, decoded } from './workbook-index.js';

/** A validation that allows the values of a list, before the list is looked up. */
export interface ListRule {
  readonly ranges: readonly CellRange[];
  /** A text between quotes, a range or the name of one. */
  readonly source: string;
}

const maxRules = 20_000;
const maxRangesEach = 2_000;
const maxMerges = 50_000;

/** Also those that only newer programs write, whose lists stand on other sheets. */
export function readListRules(part: Buffer): ListRule[] {
  const rules: ListRule[] = [];
  for (const [, tag = '', inside = ''] of textFrom(part, 'dataValidation').matchAll(
    /<(?:\w+:)?dataValidation(\s[^>]*[^/])>([\s\S]*?)<\/(?:\w+:)?dataValidation>/gu,
  )) {
    if (rules.length === maxRules) break;
    if (attribute(tag, 'type') !== 'list') continue;
    const formula = /<(?:\w+:)?formula1[^>]*>([\s\S]*?)<\/(?:\w+:)?formula1>/u.exec(inside)?.[1] ?? '';
    const places = attribute(tag, 'sqref') || (/<(?:\w+:)?sqref>([^<]*)</u.exec(inside)?.[1] ?? '');
    const ranges = places
      .split(/\s+/u)
      .slice(0, maxRangesEach)
      .flatMap((range) => findRange(range) ?? []);
    rules.push({ ranges, source: decoded(formula.replaceAll(/<[^>]*>/gu, '')).trim() });
  }
  return rules;
}

export function readMerges(part: Buffer): CellRange[] {
  const merges: CellRange[] = [];
  for (const [, tag = ''] of textFrom(part, 'mergeCell').matchAll(/<(?:\w+:)?mergeCell(\s[^>]*)>/gu)) {
    const range = findRange(attribute(tag, 'ref'));
    if (range !== undefined && merges.length < maxMerges) merges.push(range);
  }
  return merges;
}

/** Columns that a person who opens the sheet does not see, of those that hold something. */
export function readHiddenColumns(part: Buffer, used: ReadonlySet<number>): number[] {
  // They stand before the cells.
  const before = part.toString('utf8', 0, Math.max(0, part.indexOf('sheetData')));
  const hidden = [...before.matchAll(/<(?:\w+:)?col(\s[^>]*)>/gu)].flatMap(([, tag = '']) => {
    if (!['1', 'true'].includes(attribute(tag, 'hidden'))) return [];
    return [{ first: Number(attribute(tag, 'min')), last: Number(attribute(tag, 'max')) }];
  });
  return [...used]
    .filter((column) => hidden.some(({ first, last }) => column >= first && column <= last))
    .toSorted((one, other) => one - other);
}

/** Both follow the cells, of which nothing is decoded. */
function textFrom(part: Buffer, name: string): string {
  const cells = part.lastIndexOf('sheetData');
  const start = part.indexOf(name, Math.max(0, cells));
  return start === -1 ? '' : part.toString('utf8', Math.max(0, start - 20));
}
