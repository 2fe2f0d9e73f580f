import { findGiven, type GivenAnswer, type GivenAnswers } from '../answers/given-answer.js';
import { questionsOfDocument } from '../answers/visibility.js';
import type { SupplierQuestion, SupplierQuestionnaire } from '../questionnaires/supplier-questionnaire.js';

const words =
  /\b(hors|en dehors) (du |de la |de |de notre |de nos |de votre |notre |votre )?(perimetre|mission|prestation|contrat)\b|\b(out of|outside) (the |our |your )?(scope|mission|service|contract)\b|\bnot in (the |our )?scope\b/;

/** « Hors périmètre », as a choice says it by its key or its words, or as somebody writes it beside any answer. */
export function saysOutOfScope(question: SupplierQuestion, given: GivenAnswer): boolean {
  const written = [given.comment ?? '', given.state === 'na' ? given.justification : ''];
  return written.some(speaksOfScope) || choiceSays(question, given);
}

function choiceSays(question: SupplierQuestion, given: GivenAnswer): boolean {
  if (question.type !== 'single' || given.state !== 'answered') return false;
  const option = question.options.find(({ value }) => value === given.value);
  if (option === undefined) return false;
  return option.value.startsWith('hors_perimetre') || speaksOfScope(option.label.fr);
}

function speaksOfScope(text: string): boolean {
  return words.test(text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase());
}

/** Answers that say out of scope, of which no entry of the register tells; each is one to write. */
export function missingWarnings(
  document: SupplierQuestionnaire,
  answers: GivenAnswers,
  told: readonly { readonly questions: readonly string[] }[],
): readonly SupplierQuestion[] {
  const written = new Set(told.flatMap(({ questions }) => questions));
  return questionsOfDocument(document).filter((question) => {
    const given = findGiven(answers, question.id);
    return given !== undefined && !written.has(question.id) && saysOutOfScope(question, given);
  });
}
