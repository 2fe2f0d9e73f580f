import {
  languages,
  type Lesson,
  type Localised,
  type Option,
  type Question,
  type QuestionnaireDocument,
  type Theme,
} from '../../questionnaires/document.js';
import { plainWords } from '../sheets/grid.js';

export interface Merging {
  /** The file says everything of its questions: nothing of those that stand there is kept. */
  readonly whole: boolean;
  /** Keys of questions whose type was guessed and is not the choice of a person. */
  readonly typeGuessed: ReadonlySet<string>;
  /** Whether questions that the file does not have stay in the draft. */
  readonly keepOthers: boolean;
}

/** The draft that stands there with what a file says of it: questions and sections are matched by their keys. */
export function mergeDocument(
  standing: QuestionnaireDocument,
  incoming: QuestionnaireDocument,
  merging: Merging,
): QuestionnaireDocument {
  const known = byKey(standing.themes.flatMap(({ questions }) => questions.map((one) => [one.id, one])));
  const { lessons, lessonIds } = mergeLessons(standing.lessons, merging.whole ? [] : incoming.lessons);
  const spelled = new Map(
    incoming.themes.flatMap(({ questions }) =>
      questions.map(({ id }) => [id, known.get(id.toLowerCase())?.id ?? id] as const),
    ),
  );
  const mergeOne = (question: Question): Question => {
    if (merging.whole) return question;
    const there = known.get(question.id.toLowerCase());
    const ref = question.ref.map((id) => lessonIds.get(id) ?? id);
    const inheritIf = question.inheritIf?.map((rule) => ({ ...rule, q: spelled.get(rule.q) ?? rule.q }));
    const read = { ...question, ref, ...(inheritIf === undefined ? {} : { inheritIf }) };
    return there === undefined ? read : mergeQuestion(there, read, merging.typeGuessed.has(question.id));
  };
  const themesThere = byKey(standing.themes.map((theme) => [theme.code, theme]));
  const themes = incoming.themes.map((theme): Theme => {
    const questions = theme.questions.map(mergeOne);
    const there = merging.whole ? undefined : themesThere.get(theme.code.toLowerCase());
    return there === undefined
      ? { ...theme, questions }
      : { ...there, title: mergeTexts(there.title, theme.title), questions };
  });
  const kept = merging.keepOthers ? addOthers(themes, standing.themes) : themes;
  return merging.whole
    ? { ...incoming, code: standing.code, version: standing.version, themes: kept }
    : { ...standing, lessons, themes: kept };
}

/** Which questions of a draft a file also has, by their keys. */
export function matchKeys(
  keys: readonly string[],
  standing: QuestionnaireDocument,
): { readonly matched: number; readonly added: number; readonly others: number } {
  const there = new Set(
    standing.themes.flatMap(({ questions }) => questions.map(({ id }) => id.toLowerCase())),
  );
  const matched = keys.filter((key) => there.has(key.toLowerCase())).length;
  return { matched, added: keys.length - matched, others: there.size - matched };
}

function byKey<T>(entries: readonly (readonly [string, T])[]): ReadonlyMap<string, T> {
  return new Map(entries.map(([key, value]) => [key.toLowerCase(), value]));
}

/** What the file says, and of the rest what stands there. */
function mergeQuestion(there: Question, read: Question, typeGuessed: boolean): Question {
  const { id, weight, text, help, ref, inheritIf } = read;
  const type = typeGuessed ? there.type : read.type;
  const answered = type === there.type ? keepAnswers(there, read) : read;
  const merged = {
    ...there,
    ...answered,
    id: there.id,
    type,
    text: mergeTexts(there.text, text),
    // A draft may lack the weight.
    weight: (weight as number | undefined) ?? there.weight,
    evidence: there.evidence,
    severity: there.severity,
    notApplicable: there.notApplicable,
    knockouts: there.knockouts,
    ref: [...new Set([...there.ref, ...ref])],
    help: help === undefined ? there.help : mergeTexts(there.help ?? { fr: '', en: '' }, help),
    inheritIf: inheritIf ?? there.inheritIf,
  };
  const own = type === there.type ? {} : withoutAnswers(there, read);
  return Object.fromEntries(
    Object.entries({ ...merged, ...own, id: there.id || id }).filter(([, value]) => value !== undefined),
  ) as unknown as Question;
}

/** Of the same type: its choices by their keys or their words, everything else as it stands there. */
function keepAnswers(there: Question, read: Question): object {
  const hasOptions = (one: Question) => one.type === 'single' || one.type === 'multi';
  if (!hasOptions(there) || !('options' in there)) return there;
  if (!('options' in read) || read.options.length === 0) return there;
  return { ...there, options: read.options.map((option) => mergeOption(there.options, option)) };
}

function mergeOption(standing: readonly Option[], option: Option): Option {
  const there =
    standing.find(({ value }) => value.toLowerCase() === option.value.toLowerCase()) ??
    standing.find(({ label }) => languages.some((one) => sameSaid(label[one], option.label[one])));
  if (there === undefined) return option;
  const risk = option.risk ?? there.risk;
  return { ...there, label: mergeTexts(there.label, option.label), ...(risk === undefined ? {} : { risk }) };
}

/** Keys of another way to answer, which no longer mean anything. */
function withoutAnswers(there: Question, read: Question): object {
  const keys = ['options', 'unit', 'curve', 'noneRisk', 'columns', 'rowRisk', 'rowsRequired', 'risk'];
  return Object.fromEntries(
    keys.filter((key) => key in there && !(key in read)).map((key) => [key, undefined]),
  );
}

/** A translation stays as long as what it translates says the same; else it is missing. */
function mergeTexts(there: Localised, read: Localised): Localised {
  const said = languages.filter((language) => read[language] !== '');
  const same = said.every((language) => sameSaid(there[language], read[language]));
  const of = (language: 'fr' | 'en') => read[language] || (same ? there[language] : '');
  return { fr: of('fr'), en: of('en') };
}

function sameSaid(one: string, other: string): boolean {
  return one !== '' && plainWords(one) === plainWords(other);
}

/** The same reference is one lesson; a new one takes a key that is free. */
function mergeLessons(
  standing: readonly Lesson[],
  incoming: readonly Lesson[],
): { readonly lessons: readonly Lesson[]; readonly lessonIds: ReadonlyMap<string, string> } {
  const lessons = [...standing];
  const lessonIds = new Map<string, string>();
  let number = 0;
  for (const lesson of incoming) {
    const same = standing.find(({ reference }) => reference !== undefined && reference === lesson.reference);
    let id = same?.id;
    while (id === undefined || (same === undefined && lessons.some((one) => one.id === id))) {
      number += 1;
      id = `ref-${number}`;
    }
    if (same === undefined) lessons.push({ ...lesson, id });
    lessonIds.set(lesson.id, id);
  }
  return { lessons, lessonIds };
}

/** Questions that the file does not have, in their sections, after those that it has. */
function addOthers(themes: readonly Theme[], standing: readonly Theme[]): readonly Theme[] {
  const had = new Set(themes.flatMap(({ questions }) => questions.map(({ id }) => id.toLowerCase())));
  const others = standing.map((theme) => ({
    ...theme,
    questions: theme.questions.filter(({ id }) => !had.has(id.toLowerCase())),
  }));
  const of = (code: string) => others.find((one) => one.code.toLowerCase() === code.toLowerCase());
  const codes = new Set(themes.map(({ code }) => code.toLowerCase()));
  return [
    ...themes.map((theme) => ({
      ...theme,
      questions: [...theme.questions, ...(of(theme.code)?.questions ?? [])],
    })),
    ...others.filter(({ code, questions }) => questions.length > 0 && !codes.has(code.toLowerCase())),
  ];
}
