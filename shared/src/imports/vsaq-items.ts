import { isRecord } from '../plain-text.js';
import { importBounds, tooDeep } from './import-bounds.js';
import { listAt, textAt, type Entries } from './imported-values.js';
import type { ImportWarning } from './imported-questionnaire.js';
import { markupText } from './markup-text.js';
import { warned } from './said.js';

/** An item of the file that is no block, with all the blocks around it, outermost first. */
export interface VsaqItem {
  readonly entries: Entries;
  readonly type: string;
  readonly where: string;
  readonly blocks: readonly VsaqBlock[];
}

export interface VsaqBlock {
  readonly where: string;
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly cond: string | undefined;
}

export interface VsaqItems {
  readonly items: readonly VsaqItem[];
  readonly warnings: readonly ImportWarning[];
}

/** The items in the order that they are shown in: blocks opened, extensions put where they ask to be. */
export function listVsaqItems(file: unknown): VsaqItems {
  const extensions = listAt(file, 'extensions').map((entries, index) => ({
    entries,
    where: `extensions[${index}]`,
    after: textAt(entries, 'insertAfter'),
  }));
  const placed = new Set<number>();
  const items: VsaqItem[] = [];
  const warnings: ImportWarning[] = [];

  const open = (entries: unknown, where: string, blocks: readonly VsaqBlock[]): void => {
    if (blocks.length > importBounds.depth) throw tooDeep(where);
    const type = textAt(entries, 'type');
    if (!isRecord(entries) || type === undefined) {
      warnings.push(
        warned(where, 'ce n’est pas un élément : laissé de côté', 'this is not an item: left out'),
      );
      return;
    }
    if (type === 'block') {
      const block = {
        where,
        id: textAt(entries, 'id'),
        title: markupText(entries['text']),
        cond: condOf(entries),
      };
      listAt(entries, 'items').forEach((item, index) =>
        open(item, `${where}.items[${index}]`, [...blocks, block]),
      );
    } else items.push({ entries, type, where, blocks });
    const id = textAt(entries, 'id');
    extensions.forEach((extension, index) => {
      if (id === undefined || extension.after !== id || placed.has(index)) return;
      placed.add(index);
      open(extension.entries, extension.where, blocks);
    });
  };

  listAt(file, 'questionnaire').forEach((item, index) => open(item, `questionnaire[${index}]`, []));
  extensions.forEach(({ entries, where, after }, index) => {
    if (placed.has(index)) return;
    placed.add(index);
    warnings.push(unplaced(where, after));
    open(entries, where, []);
  });
  return { items, warnings };
}

function unplaced(where: string, after: string | undefined): ImportWarning {
  return warned(
    where,
    `extension prévue après « ${after ?? '?'} », qui n’est pas dans ce fichier : mise à la fin`,
    `extension meant to follow "${after ?? '?'}", which is not in this file: put at the end`,
  );
}

export function condOf(entries: Entries): string | undefined {
  return textAt(entries, 'cond');
}
