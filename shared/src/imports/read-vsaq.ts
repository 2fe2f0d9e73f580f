import { importBounds, tooManyQuestions } from './import-bounds.js';
import type {
  ImportedCondition,
  ImportedQuestion,
  ImportedQuestionnaire,
  ImportedSection,
  ImportWarning,
} from './imported-questionnaire.js';
import { makeKeys, textAt } from './imported-values.js';
import { markupText } from './markup-text.js';
import { readConditionWords, type ConditionWords } from './read-condition-words.js';
import { unreadable, warned } from './said.js';
import { condOf, listVsaqItems, type VsaqItem } from './vsaq-items.js';
import { isWarning, readVsaqQuestions, type VsaqQuestion } from './vsaq-questions.js';

/** Name of an answer in conditions: the id of a choice, or `id`, `id/yes`, `id/no` of what is ticked. */
type Names = ReadonlyMap<string, Extract<ImportedCondition, { readonly q: string }>>;

const severityRisks: Readonly<Record<string, number>> = { critical: 1, high: 0.75, medium: 0.5, low: 0.25 };

/** Reads a questionnaire of VSAQ; its texts are taken to be in English, since the format does not say. */
export function readVsaq(file: unknown): ImportedQuestionnaire {
  const listed = listVsaqItems(file);
  const read = readVsaqQuestions(listed.items);
  if (read.questions.length === 0) {
    throw unreadable('questionnaire', 'aucune question n’y est', 'there is no question in it');
  }
  if (read.questions.length > importBounds.questions) throw tooManyQuestions('questionnaire');
  const conditions = new Conditions(nameAnswers(read.questions));
  const placed = placeInSections(read.questions, conditions);
  const judged = judgeAnswers(listed.items.filter(isWarning), placed.questions, conditions);
  // Notes are shown to all: what hid them is understood, and of no use.
  listed.items.filter(isNote).forEach((item) => conditions.read(item.where, condOf(item.entries)));
  return {
    format: 'vsaq',
    title: { en: titleOf(listed.items) },
    sections: placed.sections,
    questions: judged.questions,
    warnings: [...listed.warnings, ...read.warnings, ...conditions.warnings, ...judged.warnings],
    conditionsRead: conditions.understood,
  };
}

function isNote(item: VsaqItem): boolean {
  return item.type === 'info' || (item.type === 'tip' && !isWarning(item));
}

function titleOf(items: readonly VsaqItem[]): string {
  const outermost = new Set(items.map(({ blocks }) => blocks[0]?.title));
  const [only] = outermost;
  return outermost.size === 1 && only !== undefined ? only : 'VSAQ';
}

function nameAnswers(questions: readonly VsaqQuestion[]): Names {
  return new Map(
    questions.flatMap(({ key, item, options }) => {
      const grouped = item.type === 'radiogroup' || item.type === 'checkgroup';
      const named = options.map(
        ({ key: option }) => [grouped ? option : `${key}/${option}`, { q: key, option }] as const,
      );
      return options.length === 0 || grouped ? named : [...named, [key, { q: key, option: 'yes' }] as const];
    }),
  );
}

class Conditions {
  readonly warnings: ImportWarning[] = [];
  understood = 0;
  private readonly known = new Map<string, ImportedCondition | undefined>();

  constructor(private readonly names: Names) {}

  /** Each condition of the file counts once, however many questions it stands over. */
  read(where: string, cond: string | undefined): ImportedCondition | undefined {
    if (cond === undefined) return undefined;
    if (this.known.has(where)) return this.known.get(where);
    const condition = this.understand(where, cond);
    if (condition !== undefined) this.understood += 1;
    this.known.set(where, condition);
    return condition;
  }

  private understand(where: string, cond: string): ImportedCondition | undefined {
    const read = readConditionWords(cond);
    const condition = read && this.lookUp(read.words);
    if (condition === undefined) {
      this.warnings.push(
        warned(
          where,
          `condition « ${cond} » non comprise : laissée de côté`,
          `condition "${cond}" not understood: left out`,
        ),
      );
    } else if (read?.mixed === true) {
      this.warnings.push(
        warned(
          where,
          `condition « ${cond} » lue de gauche à droite, comme le fait VSAQ`,
          `condition "${cond}" read from left to right, as VSAQ does`,
        ),
      );
    }
    return condition;
  }

  private lookUp(words: ConditionWords): ImportedCondition | undefined {
    if ('name' in words) return this.names.get(words.name);
    if ('not' in words) {
      const not = this.lookUp(words.not);
      return not && { not };
    }
    const list = 'all' in words ? words.all : words.any;
    const found = list.flatMap((one) => this.lookUp(one) ?? []);
    if (found.length < list.length) return undefined;
    return 'all' in words ? { all: found } : { any: found };
  }
}

function placeInSections(questions: readonly VsaqQuestion[], conditions: Conditions) {
  const keyOf = makeKeys();
  const sections = new Map<string, ImportedSection>();
  const placed = questions.map(({ item, ...question }): ImportedQuestion => {
    const block = item.blocks.at(-1);
    const at = block?.where ?? '';
    const section = sections.get(at) ?? {
      key: keyOf(block?.id ?? `section-${sections.size + 1}`),
      title: { en: block?.title ?? titleOf([item]) },
    };
    sections.set(at, section);
    const all = [
      ...item.blocks.map(({ where, cond }) => conditions.read(where, cond)),
      conditions.read(item.where, condOf(item.entries)),
    ].filter((one) => one !== undefined);
    const [first] = all;
    return {
      ...question,
      section: section.key,
      ...(first === undefined ? {} : { condition: all.length === 1 ? first : { all } }),
      guessed: block === undefined ? [...question.guessed, 'section'] : question.guessed,
    };
  });
  return { sections: [...sections.values()], questions: placed };
}

/** A warning with a severity says how bad the answers that raise it are; the other answers of that question are then taken as good. */
function judgeAnswers(
  tips: readonly VsaqItem[],
  questions: readonly ImportedQuestion[],
  conditions: Conditions,
) {
  const risks = new Map<string, number>();
  const keys = new Map(questions.map((question) => [question.key, question]));
  const warnings = tips.map(({ where, entries }) => {
    const severity = textAt(entries, 'severity') ?? 'medium';
    const risk = severityRisks[severity.toLowerCase()] ?? severityRisks['medium'] ?? 0;
    const bad = answersNamed(conditions.read(where, condOf(entries))).filter(
      ({ q }) => keys.get(q)?.type === 'single',
    );
    for (const { q, option } of bad) {
      const id = answerId(q, option);
      risks.set(id, Math.max(risk, risks.get(id) ?? 0));
    }
    const name = markupText(entries['name']) ?? markupText(entries['text']) ?? '?';
    return tellWarning(where, name, severity, risk, bad);
  });
  const judged = new Set([...risks.keys()].map((id) => id.split('\n')[0]));
  return {
    warnings,
    questions: questions.map((question): ImportedQuestion => {
      if (!judged.has(question.key)) return question;
      const options = question.options.map((option) => ({
        ...option,
        risk: risks.get(answerId(question.key, option.key)) ?? 0,
      }));
      return { ...question, options, guessed: [...question.guessed, 'risk'] };
    }),
  };
}

function answerId(question: string, option: string): string {
  return `${question}\n${option}`;
}

/** The answers any of which is enough to meet the condition. */
function answersNamed(condition: ImportedCondition | undefined): readonly { q: string; option: string }[] {
  if (condition === undefined) return [];
  if ('q' in condition) return [condition];
  if ('any' in condition) {
    const each = condition.any.map(answersNamed);
    return each.every(({ length }) => length > 0) ? each.flat() : [];
  }
  return [];
}

function tellWarning(
  where: string,
  name: string,
  severity: string,
  risk: number,
  bad: readonly { q: string; option: string }[],
): ImportWarning {
  const answers = bad.map(({ option }) => option).join(', ');
  if (bad.length === 0) {
    return warned(
      where,
      `avertissement « ${name} » (${severity}) : aucune réponse seule ne le déclenche, laissé de côté`,
      `warning "${name}" (${severity}): no answer alone raises it, left out`,
    );
  }
  return warned(
    where,
    `avertissement « ${name} » (${severity}) : lu comme un risque de ${String(risk).replace('.', ',')} pour ${answers}`,
    `warning "${name}" (${severity}): read as a risk of ${risk} for ${answers}`,
  );
}
