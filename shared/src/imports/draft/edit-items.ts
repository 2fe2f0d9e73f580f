import {
  accept,
  fieldRefusal,
  pointer,
  refuseFields,
  type Decision,
  type FieldRefusal,
} from '../../decision.js';
import { isRecord } from '../../plain-text.js';
import { checkKey } from '../../questionnaires/check-parts.js';
import type { Question, QuestionnaireDocument } from '../../questionnaires/document.js';
import type { ImportedQuestionType } from '../imported-questionnaire.js';
import { answeredBy } from './to-document.js';

/** What a person changed of an item before it is saved; the place in the file names the item. */
export interface ItemEdit {
  readonly where: string;
  readonly leftOut?: boolean;
  readonly type?: ImportedQuestionType;
  /** Key of a section of the file. */
  readonly section?: string;
  readonly key?: string;
}

/** `keyAt` gives the key of the question that stands at a place of the file. */
export function editItems(
  document: QuestionnaireDocument,
  edits: readonly ItemEdit[],
  keyAt: ReadonlyMap<string, string>,
): Decision<QuestionnaireDocument> {
  const wrong = edits.flatMap((edit, index) => checkEdit(edit, index, document, keyAt));
  if (wrong.length > 0) return refuseFields(wrong);
  const byKey = new Map(edits.map((edit) => [keyAt.get(edit.where) ?? '', edit]));
  const renamed = new Map(
    [...byKey].flatMap(([from, { key }]) =>
      key === undefined || key === from ? [] : [[from, key] as const],
    ),
  );
  const sectionOf = new Map<string, string>();
  for (const [key, { section }] of byKey) if (section !== undefined) sectionOf.set(key, section);
  const kept = document.themes.flatMap(({ code, questions }) =>
    questions
      .filter(({ id }) => byKey.get(id)?.leftOut !== true)
      .map((question) => ({ code: sectionOf.get(question.id) ?? code, question })),
  );
  const themes = document.themes
    .map((theme) => ({
      ...theme,
      questions: kept
        .filter(({ code }) => code === theme.code)
        .map(({ question }) =>
          renameIn(retype(question, byKey.get(question.id)?.type), renamed, question.id),
        ),
    }))
    .filter(({ questions }, index) => questions.length > 0 || document.themes[index]?.questions.length === 0);
  return uniquely(
    {
      ...document,
      themes,
      knockouts: document.knockouts.map((knockout) => ({
        ...knockout,
        when: renameQuestions(knockout.when, renamed),
      })),
      consistencyChecks: document.consistencyChecks.map((check) => ({
        ...check,
        when: renameQuestions(check.when, renamed),
      })),
    },
    edits,
  );
}

function checkEdit(
  { where, key, section }: ItemEdit,
  index: number,
  { themes }: QuestionnaireDocument,
  keyAt: ReadonlyMap<string, string>,
): readonly FieldRefusal[] {
  const at = pointer('items', index);
  if (!keyAt.has(where)) return [fieldRefusal(`${at}/where`, 'unknown-reference')];
  return [
    ...(key === undefined ? [] : checkKey(`${at}/key`, key)),
    ...(section === undefined || themes.some(({ code }) => code === section)
      ? []
      : [fieldRefusal(`${at}/section`, 'unknown-theme', { key: section })]),
  ];
}

/** A question answered in another way keeps its choices where it still has some, without what they were worth. */
function retype(question: Question, type: ImportedQuestionType | undefined): Question {
  if (type === undefined || type === question.type) return question;
  const { id, text, short, help, weight, evidence, scope, notApplicable, ref, severity, inheritIf } =
    question;
  const options = question.type === 'single' || question.type === 'multi' ? question.options : [];
  const common = {
    id,
    text,
    short,
    help,
    weight,
    evidence,
    scope,
    notApplicable,
    knockouts: [],
    ref,
    severity,
    inheritIf,
  };
  const given = Object.fromEntries(Object.entries(common).filter(([, value]) => value !== undefined));
  const blank = options.map(({ value, label }) => ({ value, label }));
  // Every key that all questions have was taken from one, and those of the type follow.
  return { ...given, ...answeredBy(type, blank) } as unknown as Question;
}

function renameIn(question: Question, renamed: ReadonlyMap<string, string>, id: string): Question {
  const key = renamed.get(id) ?? id;
  if (question.inheritIf === undefined) return { ...question, id: key };
  return { ...question, id: key, inheritIf: renameQuestions(question.inheritIf, renamed) };
}

/** Every `q` of a condition, at any depth; nothing else of it changes. */
function renameQuestions<T>(value: T, renamed: ReadonlyMap<string, string>): T {
  if (renamed.size === 0) return value;
  const visit = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map(visit);
    if (!isRecord(one)) return one;
    return Object.fromEntries(
      Object.entries(one).map(([key, inside]) => [
        key,
        key === 'q' && typeof inside === 'string' ? (renamed.get(inside) ?? inside) : visit(inside),
      ]),
    );
  };
  return visit(value) as T;
}

/** A key stands for one question, whatever its case. */
function uniquely(
  document: QuestionnaireDocument,
  edits: readonly ItemEdit[],
): Decision<QuestionnaireDocument> {
  const seen = new Set<string>();
  for (const { id } of document.themes.flatMap(({ questions }) => questions)) {
    if (seen.has(id.toLowerCase())) {
      const index = edits.findIndex(({ key }) => key?.toLowerCase() === id.toLowerCase());
      return refuseFields([
        fieldRefusal(index === -1 ? '/items' : pointer('items', index, 'key'), 'key-twice', { key: id }),
      ]);
    }
    seen.add(id.toLowerCase());
  }
  return accept(document);
}
