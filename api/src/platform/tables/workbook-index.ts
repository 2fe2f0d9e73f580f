import path from 'node:path/posix';

import type { StoredPart } from '../files/stored-zip.js';

export interface WorkbookIndex {
  /** Parts of the sheets by their name. */
  readonly parts: ReadonlyMap<string, Buffer>;
  /** What the names of ranges stand for, in capitals. */
  readonly names: ReadonlyMap<string, string>;
}

const maxNames = 10_000;

/** Which part holds which sheet, and the named ranges; told from the text, as a library would make objects of every cell. */
export function readWorkbookIndex(parts: readonly StoredPart[]): WorkbookIndex {
  const byName = new Map(parts.map(({ name, bytes }) => [name, bytes]));
  const workbook = byName.get('xl/workbook.xml')?.toString('utf8') ?? '';
  const relations = byName.get('xl/_rels/workbook.xml.rels')?.toString('utf8') ?? '';
  const targets = new Map(
    tags(relations, 'Relationship').map((tag) => [attribute(tag, 'Id'), attribute(tag, 'Target')]),
  );
  const sheets = tags(workbook, 'sheet').flatMap((tag) => {
    const target = targets.get(attribute(tag, '\\w+:id')) ?? '';
    const part = byName.get(target.startsWith('/') ? target.slice(1) : path.join('xl', target));
    return part === undefined ? [] : [[attribute(tag, 'name'), part] as const];
  });
  const names = new Map<string, string>();
  for (const [, tag = '', text = ''] of workbook.matchAll(
    /<(?:\w+:)?definedName\s([^>]*)>([^<]{0,500})</gu,
  )) {
    if (names.size === maxNames) break;
    names.set(attribute(` ${tag}`, 'name').toUpperCase(), decoded(text));
  }
  return { parts: new Map(sheets), names };
}

function tags(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(\\s[^>]*)>`, 'gu'))].map(([, tag = '']) => tag);
}

export function attribute(tag: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u').exec(tag);
  return decoded(found?.[1] ?? found?.[2] ?? '');
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Of the five names that XML knows and of numbers; no other is ever looked up. */
export function decoded(text: string): string {
  return text.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,4}));/giu, (whole, hex, decimal, name) => {
    if (typeof name === 'string') return entities[name] ?? whole;
    const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
