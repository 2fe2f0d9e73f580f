import { parseLibrary } from '../library/parse-library.js';
import { isRecord } from '../plain-text.js';
import { problem } from '../problems.js';
import type { Question, QuestionnaireDocument } from '../questionnaires/document.js';
import { validateDocument } from '../questionnaires/validate-document.js';
import { documentShape } from './document-shape.js';
import { importBounds, tooManyQuestions } from './import-bounds.js';
import type {
  ImportedQuestion,
  ImportedQuestionnaire,
  ImportWarning,
  UnreadableImport,
} from './imported-questionnaire.js';
import { unreadable } from './said.js';

/** A questionnaire document, or a question bank as its authors write it; nothing of either is lost or changed. */
export function readOwnDocument(file: unknown): QuestionnaireDocument {
  if (isRecord(file) && file['format'] === undefined) return readBank(file);
  documentShape(file, '');
  // Every key was checked just above.
  const document = file as QuestionnaireDocument;
  const count = document.themes.reduce((sum, { questions }) => sum + questions.length, 0);
  if (count > importBounds.questions) throw tooManyQuestions('themes');
  return document;
}

export function readOwnFormat(file: unknown): ImportedQuestionnaire {
  const document = readOwnDocument(file);
  const { title, themes } = document;
  const scopes = themes.flatMap(({ scope, questions }) => [scope, ...questions.map((one) => one.scope)]);
  return {
    format: 'probant',
    title,
    sections: themes.map(({ code, title: name }) => ({ key: code, title: name })),
    questions: themes.flatMap(({ code, questions }, theme) =>
      questions.map((question, index) =>
        readQuestion(question, code, `themes[${theme}].questions[${index}]`),
      ),
    ),
    warnings: tellFaults(document),
    conditionsRead: scopes.filter((scope) => scope !== undefined).length,
  };
}

function readQuestion(question: Question, section: string, where: string): ImportedQuestion {
  const { id, text, help, type, weight, ref } = question;
  const options = question.type === 'single' || question.type === 'multi' ? question.options : [];
  return {
    key: id,
    section,
    text,
    ...(help === undefined ? {} : { help }),
    type,
    options: options.map(({ value, label, risk }) => ({
      key: value,
      label,
      ...(risk === undefined ? {} : { risk }),
    })),
    weight,
    groups: [],
    references: ref,
    guessed: [],
    where,
  };
}

/** A draft may be unfinished: what would keep it from being published is told, and does not keep it from being read. */
function tellFaults(document: QuestionnaireDocument): readonly ImportWarning[] {
  const checked = validateDocument(document);
  if (checked.accepted) return [];
  const french = problem(checked.refusal, 'fr').errors ?? [];
  const english = problem(checked.refusal, 'en').errors ?? [];
  return french.map(({ pointer, detail }, index) => ({
    where: pointer,
    message: { fr: detail, en: english[index]?.detail ?? detail },
  }));
}

function readBank(file: unknown): QuestionnaireDocument {
  try {
    return parseLibrary(file);
  } catch (error) {
    throw toUnreadable(error);
  }
}

function toUnreadable(error: unknown): UnreadableImport {
  const [, place, what] = /^(.*?): (.+)$/su.exec(error instanceof Error ? error.message : '') ?? [];
  if (place === undefined || what === undefined) throw error;
  return unreadable(place === '' ? '/' : place, `la banque de questions est mal formée (${what})`, what);
}
