import { isRecord } from '../plain-text.js';
import type { ImportedText } from './imported-questionnaire.js';
import { listAt, textAt, type Entries } from './imported-values.js';
import { importBounds, tooDeep } from './import-bounds.js';
import type { Translator } from './translated-text.js';

export interface CisoNode {
  readonly entries: Entries;
  readonly framework: Entries;
  readonly where: string;
  readonly assessable: boolean;
  readonly hasChildren: boolean;
  /** From the section down to the node before this one. */
  readonly above: readonly Entries[];
  readonly section: { readonly key: string; readonly title: ImportedText };
}

/** Requirements are a flat list that names parents; the outermost of each, or the next where there is but one, is a section. */
export function placeCisoNodes(
  framework: Entries,
  translator: Translator,
  keyOf: (wanted: string) => string,
): readonly CisoNode[] {
  const nodes = listAt(framework, 'requirement_nodes').flatMap((entries, index) =>
    isRecord(entries) ? [{ entries, where: `requirement_nodes[${index}]` }] : [],
  );
  const byUrn = new Map(nodes.map(({ entries }) => [textAt(entries, 'urn') ?? '', entries]));
  const parents = new Set(nodes.map(({ entries }) => textAt(entries, 'parent_urn')));
  const paths = nodes.map(({ entries, where }) => pathOf(entries, byUrn, where));
  const single = new Set(paths.map(([outermost]) => outermost)).size === 1;
  const skipped = single && paths.some(({ length }) => length > 2) ? 1 : 0;

  const sections = new Map<Entries, CisoNode['section']>();
  return nodes.map(({ entries, where }, index) => {
    const path = paths[index] ?? [];
    const outermost = path[Math.min(skipped, path.length - 1)] ?? entries;
    const section = sections.get(outermost) ?? {
      key: keyOf(textAt(outermost, 'ref_id') ?? `section-${sections.size + 1}`),
      title: titleOf(outermost, translator),
    };
    sections.set(outermost, section);
    return {
      entries,
      framework,
      where,
      assessable: entries['assessable'] === true,
      hasChildren: parents.has(textAt(entries, 'urn') ?? '?'),
      above: path.slice(skipped + 1, -1),
      section,
    };
  });
}

function titleOf(entries: Entries, translator: Translator): ImportedText {
  return (
    translator.read(entries, 'name') ??
    translator.read(entries, 'description') ??
    translator.write(textAt(entries, 'ref_id') ?? '?')
  );
}

/** The node itself comes last; a chain of parents that turns in a circle is refused as one that does not end. */
function pathOf(entries: Entries, byUrn: ReadonlyMap<string, Entries>, where: string): readonly Entries[] {
  const path = [entries];
  for (;;) {
    const parent = byUrn.get(textAt(path[0], 'parent_urn') ?? '?');
    if (parent === undefined) return path;
    path.unshift(parent);
    if (path.length > importBounds.depth) throw tooDeep(where);
  }
}
