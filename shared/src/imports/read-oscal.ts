import { isRecord } from '../plain-text.js';
import { importBounds, tooDeep, tooManyQuestions } from './import-bounds.js';
import type {
  ImportedQuestion,
  ImportedQuestionnaire,
  ImportedSection,
  ImportedText,
  ImportWarning,
} from './imported-questionnaire.js';
import { entriesAt, listAt, makeKeys, textAt, type Entries } from './imported-values.js';
import { fillParams, labelOf, propOf, readParams, readParts } from './oscal-prose.js';
import { tellTaken, unreadable, warned } from './said.js';
import { makeTranslator, type Translator } from './translated-text.js';

const knownKeys = {
  catalog: ['uuid', 'metadata', 'params', 'controls', 'groups', 'back-matter'],
  group: [
    'id',
    'class',
    'title',
    'params',
    'props',
    'links',
    'parts',
    'groups',
    'controls',
    'insert-controls',
  ],
  control: ['id', 'class', 'title', 'params', 'props', 'links', 'parts', 'controls'],
} as const;

/** Reads a catalog of OSCAL 1.x: its controls, or the questions that their parts put. */
export function readOscal(file: unknown): ImportedQuestionnaire {
  const catalog = entriesAt(file, 'catalog');
  if (catalog === undefined) throw unreadable('catalog', 'un objet est attendu', 'an object is expected');
  const metadata = entriesAt(catalog, 'metadata');
  const translator = makeTranslator(textAt(metadata, 'language') ?? 'en');
  const title = translator.write(textAt(metadata, 'title') ?? 'OSCAL');
  const reader = new OscalReader(translator, title);
  reader.readGroup(catalog, 'catalog', 0, undefined);
  if (reader.questions.length === 0) {
    throw unreadable('catalog', 'aucun contrôle n’y est', 'there is no control in it');
  }
  return {
    format: 'oscal',
    title,
    sections: reader.sections,
    questions: reader.questions,
    warnings: [...reader.warnings, ...reader.tellUnread()],
  };
}

/** A misspelt key loses what it holds: the rest is read all the same. */
function tellUnknownKeys(
  owner: Entries,
  kind: keyof typeof knownKeys,
  where: string,
): readonly ImportWarning[] {
  const known: readonly string[] = knownKeys[kind];
  return Object.keys(owner)
    .filter((key) => !known.includes(key))
    .map((key) =>
      warned(
        `${where}.${key}`,
        `clé « ${key} » inconnue d’OSCAL : laissée de côté`,
        `key "${key}" unknown to OSCAL: left out`,
      ),
    );
}

class OscalReader {
  readonly sections: ImportedSection[] = [];
  readonly questions: ImportedQuestion[] = [];
  readonly warnings: ImportWarning[] = [];
  private readonly params = new Map<string, string>();
  private readonly sectionKeyOf = makeKeys();
  private readonly keyOf = makeKeys();
  private readonly unread = new Map<string, number>();

  constructor(
    private readonly translator: Translator,
    private readonly title: ImportedText,
  ) {}

  /** The catalog itself counts as a group: controls may stand in it directly. */
  readGroup(group: Entries, where: string, depth: number, parent: string | undefined): void {
    if (depth > importBounds.depth) throw tooDeep(where);
    this.warnings.push(...tellUnknownKeys(group, depth === 0 ? 'catalog' : 'group', where));
    for (const name of listAt(group, 'parts').flatMap((part) => textAt(part, 'name') ?? [])) this.leave(name);
    for (const [id, text] of readParams(group)) this.params.set(id, text);
    const own = textAt(group, 'title');
    const title = [parent, own].filter((one) => one !== undefined).join(' › ');
    const controls = listAt(group, 'controls');
    if (controls.length > 0) {
      const key = this.sectionKeyOf(textAt(group, 'id') ?? `section-${this.sections.length + 1}`);
      const before = this.questions.length;
      controls.forEach((control, index) =>
        this.readControl(control, `${where}.controls[${index}]`, key, 0, depth === 0),
      );
      if (this.questions.length > before) {
        this.sections.push({ key, title: title === '' ? this.title : this.translator.write(title) });
      }
    }
    listAt(group, 'groups').forEach((inner, index) => {
      if (isRecord(inner)) this.readGroup(inner, `${where}.groups[${index}]`, depth + 1, own && title);
    });
  }

  private readControl(control: unknown, where: string, section: string, depth: number, loose: boolean): void {
    if (!isRecord(control)) return;
    if (depth > importBounds.depth) throw tooDeep(where);
    this.warnings.push(...tellUnknownKeys(control, 'control', where));
    const status = propOf(control, 'status')?.toLowerCase();
    if (status === 'withdrawn') this.warnings.push(withdrawn(where, textAt(control, 'id') ?? '?'));
    else {
      for (const [id, text] of readParams(control)) this.params.set(id, text);
      this.ask(control, where, section, loose);
    }
    if (this.questions.length > importBounds.questions) throw tooManyQuestions(where);
    listAt(control, 'controls').forEach((inner, index) =>
      this.readControl(inner, `${where}.controls[${index}]`, section, depth + 1, loose),
    );
  }

  private ask(control: Entries, where: string, section: string, loose: boolean): void {
    const { questions, statement, guidance, others } = readParts(control, where, this.params);
    const title = textAt(control, 'title');
    const label = labelOf(control);
    const id = textAt(control, 'id') ?? label ?? `control-${this.questions.length + 1}`;
    const common = {
      section,
      type: 'text',
      options: [],
      groups: [],
      guessed: loose ? (['type', 'section'] as const) : (['type'] as const),
    } as const;
    for (const part of questions) {
      const text = fillParams(textAt(part.entries, 'prose') ?? textAt(part.entries, 'title'), this.params);
      if (text === undefined) {
        this.warnings.push(
          warned(part.where, 'question sans texte : laissée de côté', 'question without a text: left out'),
        );
        continue;
      }
      this.questions.push({
        ...common,
        key: this.takeKey(part.where, textAt(part.entries, 'id') ?? `${id}-q`),
        text: this.translator.write(text),
        ...this.helpOf([title, statement, guidance]),
        references: [labelOf(part.entries), label].filter((one) => one !== undefined),
        where: part.where,
      });
    }
    const [spare] = others.values();
    const text = statement ?? title ?? guidance ?? spare;
    const isSpare = questions.length === 0 && text === spare;
    [...others.keys()].slice(isSpare ? 1 : 0).forEach((name) => this.leave(name));
    if (questions.length > 0) return;
    if (text === undefined) {
      this.warnings.push(
        warned(where, 'contrôle sans texte : laissé de côté', 'control without a text: left out'),
      );
      return;
    }
    this.questions.push({
      ...common,
      key: this.takeKey(where, id),
      text: this.translator.write(title === undefined || title === text ? text : `${title}\n\n${text}`),
      ...this.helpOf([text === guidance ? undefined : guidance]),
      references: label === undefined ? [] : [label],
      where,
    });
  }

  private takeKey(where: string, wanted: string): string {
    const key = this.keyOf(wanted);
    // Questions of one control without ids of their own are numbered.
    if (!wanted.endsWith('-q')) this.warnings.push(...tellTaken(where, wanted, key));
    return key;
  }

  private leave(part: string): void {
    this.unread.set(part, (this.unread.get(part) ?? 0) + 1);
  }

  /** Each kind of part once, however many controls have one. */
  tellUnread(): readonly ImportWarning[] {
    return [...this.unread].map(([name, count]) =>
      warned(
        'catalog',
        `parties « ${name} » laissées de côté : ${count}`,
        `parts "${name}" that were left out: ${count}`,
      ),
    );
  }

  private helpOf(texts: readonly (string | undefined)[]): { readonly help?: ImportedText } {
    const help = texts.filter((text) => text !== undefined).join('\n\n');
    return help === '' ? {} : { help: this.translator.write(help) };
  }
}

function withdrawn(where: string, id: string): ImportWarning {
  return warned(
    where,
    `contrôle « ${id} » retiré du catalogue : laissé de côté`,
    `control "${id}" withdrawn from the catalog: left out`,
  );
}
