import { isRecord } from '../plain-text.js';
import { readCisoGroups, type Grouped } from './ciso-groups.js';
import type { CisoNode } from './ciso-nodes.js';
import { readCisoOptions } from './ciso-options.js';
import { questionsOf, refOf, shorten, type FoundQuestion } from './ciso-questions.js';
import { importBounds, tooManyQuestions } from './import-bounds.js';
import type {
  ImportedCondition,
  ImportedQuestion,
  ImportedQuestionType,
  ImportWarning,
} from './imported-questionnaire.js';
import { joinTexts, makeKeys, numberAt, textAt, textsAt, type Entries } from './imported-values.js';
import { tellTaken, warned } from './said.js';
import type { Translator } from './translated-text.js';

const questionTypes: Readonly<Record<string, ImportedQuestionType>> = {
  unique_choice: 'single',
  single_choice: 'single',
  multiple_choice: 'multi',
  boolean: 'single',
  text: 'text',
  number: 'number',
  date: 'date_age',
};

const yesOrNo = [
  { key: 'true', label: { fr: 'Oui', en: 'Yes' } },
  { key: 'false', label: { fr: 'Non', en: 'No' } },
];

/** A question before conditions are looked up: they may name questions that come later. */
interface Asked {
  readonly question: ImportedQuestion;
  readonly dependsOn: unknown;
  readonly optionKeys: ReadonlyMap<string, string>;
  readonly node: CisoNode;
  readonly opens: Grouped['opens'];
}

/** Reads requirements one by one, and looks up what they name of each other at the end. */
export class CisoReader {
  readonly warnings: ImportWarning[] = [];
  private readonly asked: Asked[] = [];
  private readonly keys = new Map<string, Asked>();
  private readonly keyOf = makeKeys();

  constructor(
    private readonly translator: Translator,
    private readonly controls: ReadonlyMap<string, string>,
    /** Where requirements ask questions, one that asks none and has others below it is a heading. */
    private readonly asks: boolean,
  ) {}

  readNode(node: CisoNode): void {
    const questions = questionsOf(node);
    if (questions.length > 0) questions.forEach((one) => this.readQuestion(node, one));
    else if (node.assessable && !(this.asks && node.hasChildren)) this.readRequirement(node);
    else if (node.assessable) this.warnings.push(readAsHeading(node.where));
    if (this.asked.length > importBounds.questions) throw tooManyQuestions(node.where);
  }

  finish(): readonly ImportedQuestion[] {
    const groups = readCisoGroups(
      this.asked.map(({ question: { key, where, groups: own }, node, opens }) => ({
        ...{ key, where, opens, groups: own },
        ...{ framework: node.framework, requirement: node.entries },
      })),
    );
    this.warnings.push(...groups.warnings);
    return this.asked.map(({ question: asked, dependsOn }) => {
      const opened = groups.conditions.get(asked.key);
      const question = opened === undefined ? asked : { ...asked, condition: opened };
      if (!isRecord(dependsOn)) return question;
      const condition = this.readDependsOn(dependsOn);
      if (condition !== undefined) {
        return { ...question, condition: opened === undefined ? condition : { all: [opened, condition] } };
      }
      this.warnings.push(
        warned(
          `${question.where}.depends_on`,
          'condition qui nomme une question ou une réponse absente : laissée de côté',
          'condition that names a question or an answer that is not there: left out',
        ),
      );
      return question;
    });
  }

  private readQuestion(node: CisoNode, { urn, where, entries }: FoundQuestion): void {
    const stated = textAt(entries, 'type') ?? textAt(entries, 'question_type');
    const found = readCisoOptions(entries, where, this.translator);
    const type = questionTypes[stated ?? ''] ?? (found.options.length > 0 ? 'single' : 'text');
    const known = questionTypes[stated ?? ''] !== undefined;
    const text = this.translator.read(entries, 'text') ?? this.textOf(node);
    const help = joinTexts([
      ...this.headings(node),
      ...(this.translator.read(entries, 'text') === undefined
        ? []
        : [this.translator.read(node.entries, 'name')]),
      this.translator.read(node.entries, 'description'),
      this.translator.read(entries, 'description'),
      this.translator.read(entries, 'annotation'),
      this.translator.read(node.entries, 'annotation'),
      this.translator.read(node.entries, 'typical_evidence'),
      ...found.details,
    ]);
    const choosable = type === 'single' || type === 'multi';
    if (!known) this.warnings.push(unknownType(where, stated ?? '?', type));
    this.warnings.push(...found.warnings);
    const wanted = urn === undefined ? `${refOf(node)}-q${this.asked.length + 1}` : shorten(urn);
    const question = {
      ...this.common(node, where, entries),
      key: this.takeKey(where, wanted),
      text,
      ...(help === undefined ? {} : { help }),
      type,
      options: !choosable ? [] : stated === 'boolean' && found.options.length === 0 ? yesOrNo : found.options,
      guessed: known ? found.guessed : (['type', ...found.guessed] as const),
    };
    const opens = choosable ? found.opens : [];
    this.add(urn, { question, dependsOn: entries['depends_on'], optionKeys: found.keys, node, opens });
  }

  /** A requirement that asks nothing is answered in words until its reader chooses how. */
  private readRequirement(node: CisoNode): void {
    const name = this.translator.read(node.entries, 'name');
    const description = this.translator.read(node.entries, 'description');
    const help = joinTexts([
      ...this.headings(node),
      ...(name === undefined ? [] : [description]),
      this.translator.read(node.entries, 'annotation'),
      this.translator.read(node.entries, 'typical_evidence'),
    ]);
    const urn = textAt(node.entries, 'urn');
    const question: ImportedQuestion = {
      ...this.common(node, node.where, node.entries),
      key: this.takeKey(node.where, urn === undefined ? refOf(node) : shorten(urn)),
      text: this.textOf(node),
      ...(help === undefined ? {} : { help }),
      type: 'text',
      options: [],
      guessed: ['type'],
    };
    this.add(urn, { question, dependsOn: undefined, optionKeys: new Map(), node, opens: [] });
  }

  private takeKey(where: string, wanted: string): string {
    const key = this.keyOf(wanted);
    this.warnings.push(...tellTaken(where, wanted, key));
    return key;
  }

  private add(urn: string | undefined, asked: Asked): void {
    this.asked.push(asked);
    if (urn !== undefined) this.keys.set(urn.toLowerCase(), asked);
  }

  private common(node: CisoNode, where: string, entries: Entries) {
    const weight = numberAt(entries, 'weight') ?? numberAt(node.entries, 'weight');
    const ref = textAt(node.entries, 'ref_id');
    return {
      section: node.section.key,
      ...(weight === undefined || weight < 0 ? {} : { weight }),
      groups: textsAt(node.entries, 'implementation_groups'),
      references: [...(ref === undefined ? [] : [ref]), ...this.controlsOf(node)],
      where,
    };
  }

  /** By the names that the library gives them; controls of another library have but their urn here. */
  private controlsOf({ entries }: CisoNode): readonly string[] {
    return textsAt(entries, 'reference_controls').map((urn) => this.controls.get(urn.toLowerCase()) ?? urn);
  }

  private textOf({ entries }: CisoNode) {
    return (
      this.translator.read(entries, 'name') ??
      this.translator.read(entries, 'description') ??
      this.translator.write(textAt(entries, 'ref_id') ?? '?')
    );
  }

  private headings({ above }: CisoNode) {
    const titles = above.map((one) => this.translator.read(one, 'name'));
    return [joinTexts(titles, ' › ')];
  }

  private readDependsOn(dependsOn: Entries): ImportedCondition | undefined {
    const target = this.keys.get(textAt(dependsOn, 'question')?.toLowerCase() ?? '');
    const answers = textsAt(dependsOn, 'answers');
    const named = answers.flatMap((answer): readonly ImportedCondition[] => {
      const option =
        target?.optionKeys.get(answer.toLowerCase()) ??
        target?.question.options.find(({ key }) => key === answer)?.key;
      return target === undefined || option === undefined ? [] : [{ q: target.question.key, option }];
    });
    const [first] = named;
    if (first === undefined || named.length < answers.length) return undefined;
    if (named.length === 1) return first;
    return textAt(dependsOn, 'condition') === 'all' ? { all: named } : { any: named };
  }
}

function unknownType(where: string, stated: string, type: ImportedQuestionType): ImportWarning {
  return warned(
    where,
    `type « ${stated} » inconnu : lu comme « ${type} »`,
    `unknown type "${stated}": read as "${type}"`,
  );
}

function readAsHeading(where: string): ImportWarning {
  return warned(
    where,
    'exigence qui ne pose aucune question et en a d’autres sous elle : lue comme un titre',
    'requirement that asks nothing and has others below it: read as a heading',
  );
}
