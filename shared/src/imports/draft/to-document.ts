import type {
  Lesson,
  Localised,
  Option,
  Question,
  QuestionnaireDocument,
  Theme,
} from '../../questionnaires/document.js';
import type { ImportedQuestion, ImportedQuestionnaire, ImportedText } from '../imported-questionnaire.js';
import { toInheritRules } from './inherit-rules.js';

export interface ForeignDocument {
  readonly document: QuestionnaireDocument;
  /** Keys of questions whose condition a questionnaire cannot say. */
  readonly unconditioned: readonly string[];
}

/**
 * A questionnaire of another tool as a draft: scales, facts and tiers are those of the frame. What the file lacks is left
 * out, an empty text where a language has none, so that publishing refuses it by its place.
 */
export function toDocument(
  { title, sections, questions }: ImportedQuestionnaire,
  frame: QuestionnaireDocument,
): ForeignDocument {
  const byKey = new Map(questions.map((question) => [question.key, question]));
  const { lessons, refs } = toLessons(questions);
  const unconditioned: string[] = [];
  const toQuestion = (imported: ImportedQuestion): Question => {
    const rules = imported.condition && toInheritRules(imported.condition, byKey);
    if (imported.condition !== undefined && rules === undefined) unconditioned.push(imported.key);
    const common = {
      id: imported.key,
      text: inBoth(imported.text),
      ...(imported.help === undefined ? {} : { help: inBoth(imported.help) }),
      ...(imported.weight === undefined ? {} : { weight: imported.weight }),
      evidence: { need: 'none', kinds: [] },
      ...(rules === undefined || rules.length === 0 ? {} : { inheritIf: rules }),
      notApplicable: true,
      knockouts: [],
      ref: imported.references.flatMap((reference) => refs.get(reference) ?? []),
      severity: 'medium',
    };
    // A draft may lack the weight: publishing refuses it by its place.
    const answered = answeredBy(imported.type, imported.options.map(toOption(imported.type)));
    return { ...common, ...answered } as unknown as Question;
  };
  const themes = sections.flatMap(({ key, title: name }): Theme[] => {
    const own = questions.filter(({ section }) => section === key);
    if (own.length === 0) return [];
    const theme = { code: key, title: inBoth(name), mandatory: false, questions: own.map(toQuestion) };
    // No file says what a section weighs.
    return [theme as Omit<Theme, 'weight'> as Theme];
  });
  const document = {
    ...frame,
    title: inBoth(title),
    presets: [],
    knockouts: [],
    sources: [],
    lessons,
    themes,
    consistencyChecks: [],
  };
  return { document, unconditioned };
}

/** What a question of a type is answered with, as far as it is known. */
export function answeredBy(type: Question['type'], options: readonly Option[]): object {
  switch (type) {
    case 'single':
    case 'multi':
      return { type, options };
    case 'number':
    case 'duration':
    case 'date_age':
      return { type, unit: { fr: '', en: '' }, curve: [] };
    case 'table':
      return { type, columns: [], rowRisk: [] };
    case 'text':
    case 'file':
      return { type };
  }
}

export function inBoth({ fr = '', en = '' }: ImportedText): Localised {
  return { fr, en };
}

/** The risk of one choice among several is not what the credit of one that may be ticked beside others is. */
function toOption(type: ImportedQuestion['type']) {
  return ({ key, label, risk }: ImportedQuestion['options'][number]): Option => ({
    value: key,
    label: inBoth(label),
    ...(risk === undefined || type !== 'single' ? {} : { risk }),
  });
}

/** Each reference once, under a key of its own. */
function toLessons(questions: readonly ImportedQuestion[]): {
  readonly lessons: readonly Lesson[];
  readonly refs: ReadonlyMap<string, string>;
} {
  const named = [...new Set(questions.flatMap(({ references }) => references))];
  const lessons = named.map((reference, index): Lesson => ({ id: `ref-${index + 1}`, reference }));
  return { lessons, refs: new Map(lessons.map(({ id, reference = '' }) => [reference, id])) };
}
