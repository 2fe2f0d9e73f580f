import { isRecord } from '../plain-text.js';
import { importBounds, tooDeep } from './import-bounds.js';
import { listAt, textAt, textOf, textsAt, type Entries } from './imported-values.js';

/** Names of parts that put a question, as catalogs made from questionnaires have them: "question", "caiq-question". */
const asking = /question|caiq/i;

const guiding = new Set(['guidance', 'overview', 'instruction', 'example', 'discussion']);

export interface OscalParts {
  readonly questions: readonly { readonly entries: Entries; readonly where: string }[];
  readonly statement: string | undefined;
  readonly guidance: string | undefined;
  /** Prose of parts that neither ask nor guide, by the name of the part. */
  readonly others: ReadonlyMap<string, string>;
}

export function readParts(control: Entries, where: string, params: ReadonlyMap<string, string>): OscalParts {
  const questions: { entries: Entries; where: string }[] = [];
  const statement: string[] = [];
  const guidance: string[] = [];
  const others = new Map<string, string[]>();
  const listFor = (name: string): string[] => {
    if (name === 'statement') return statement;
    if (guiding.has(name)) return guidance;
    const lines = others.get(name) ?? [];
    others.set(name, lines);
    return lines;
  };

  const open = (owner: Entries, at: string, depth: number, into: string[] | undefined): void => {
    if (depth > importBounds.depth) throw tooDeep(at);
    listAt(owner, 'parts').forEach((part, index) => {
      if (!isRecord(part)) return;
      const place = `${at}.parts[${index}]`;
      const name = textAt(part, 'name') ?? '';
      if (asking.test(name) || asking.test(textAt(part, 'class') ?? '')) {
        const inner = listAt(part, 'parts').filter(isRecord).some(asks);
        if (inner) open(part, place, depth + 1, into);
        else questions.push({ entries: part, where: place });
        return;
      }
      const list = into ?? listFor(name);
      list.push(...proseOf(part, into === undefined ? 0 : depth, params));
      open(part, place, depth + 1, list);
    });
  };
  open(control, where, 0, undefined);
  return {
    questions,
    statement: joined(statement),
    guidance: joined(guidance),
    others: new Map(
      [...others].flatMap(([name, lines]) => (lines.length === 0 ? [] : [[name, lines.join('\n')]])),
    ),
  };
}

function asks(part: Entries): boolean {
  return asking.test(textAt(part, 'name') ?? '') || asking.test(textAt(part, 'class') ?? '');
}

function joined(lines: readonly string[]): string | undefined {
  return lines.length === 0 ? undefined : lines.join('\n');
}

/** Title and prose of a part; items of a statement have their label before them, such as "a.". */
function proseOf(part: Entries, depth: number, params: ReadonlyMap<string, string>): readonly string[] {
  const prose = fillParams(textAt(part, 'prose'), params);
  const label = depth > 0 ? labelOf(part) : undefined;
  const title = textAt(part, 'title');
  if (prose === undefined) return title === undefined ? [] : [title];
  const line = label === undefined ? prose : `${label} ${prose}`;
  return title === undefined ? [line] : [title, line];
}

/** `{{ insert: param, ac-1_prm_1 }}` is the label of the parameter, or the values to choose from. */
export function fillParams(
  text: string | undefined,
  params: ReadonlyMap<string, string>,
): string | undefined {
  return text?.replaceAll(
    /\{\{\s*(?:insert:\s*)?param,?\s*([\w.-]+)\s*\}\}/g,
    (_, id: string) => `[${params.get(id) ?? id}]`,
  );
}

export function readParams(owner: Entries): readonly (readonly [id: string, text: string])[] {
  return listAt(owner, 'params').flatMap((param) => {
    const id = textAt(param, 'id');
    if (id === undefined || !isRecord(param)) return [];
    const values = textsAt(param, 'values');
    const choices = textsAt(param['select'], 'choice');
    const text = values.length > 0 ? values.join(', ') : (textOf(param['label']) ?? choices.join(' / '));
    return text === '' ? [] : [[id, text] as const];
  });
}

export function propOf(owner: Entries, name: string): string | undefined {
  const found = listAt(owner, 'props').find((prop) => textAt(prop, 'name') === name);
  return textAt(found, 'value');
}

/** Some catalogs write a label twice, plain and padded with zeros; the first is the plain one. */
export function labelOf(owner: Entries): string | undefined {
  return propOf(owner, 'label');
}
