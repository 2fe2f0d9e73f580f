import { fieldRefusal, pointer, type FieldRefusal } from '../../decision.js';
import { compileDocument, type CompiledDocument } from '../../scoring/compile-document.js';
import type { PlacedQuestion } from '../check-inheritance.js';
import type { QuestionnaireDocument } from '../document.js';
import { checkFloors, checkIdleKnockouts } from './check-floors.js';
import { canHold } from './contexts.js';
import { worseningRefusal } from './refusals.js';
import { walkDocument, type Walk } from './steps.js';

/**
 * Whether a worse answer, a refusal or silence could lower the score under some weights, and whether everything that is
 * written can be reached. Worked out by the engine of the score over the answers that its rules tell apart.
 */
export function checkWorseAnswers(
  document: QuestionnaireDocument,
  placed: readonly PlacedQuestion[],
): readonly FieldRefusal[] {
  const compiled = compileDocument(document);
  const walk = walkDocument(compiled);
  return [
    ...checkLines(compiled, walk, placed),
    ...checkReach(compiled, walk, placed),
    ...checkFloors(compiled, walk),
    ...checkIdleKnockouts(compiled, walk),
  ];
}

/** One refusal for each rule: the first worse answer that it rewards says enough. */
function checkLines(
  { questions }: CompiledDocument,
  { rewards }: Walk,
  placed: readonly PlacedQuestion[],
): readonly FieldRefusal[] {
  const first = new Map(rewards.toReversed().map((reward) => [`${reward.place} ${reward.rule}`, reward]));
  return [...first.values()].toReversed().map(({ place, rule, cause, before, after }) => {
    const at = `${placed[place]?.at ?? ''}${pointer('inheritIf', rule)}`;
    const question = questions[place];
    if (question !== undefined && !question.countsWhenAnswered) {
      return fieldRefusal(at, 'inherits-into-score', { question: question.id });
    }
    return worseningRefusal(at, 'line', cause, {
      child: question?.id ?? '',
      before: hundredths(before),
      after: hundredths(after),
    });
  });
}

function hundredths(risk: number): number {
  return Math.round(risk * 100) / 100;
}

/** What is written and can never come about: a scope that no engagement meets, a rule behind another, a question never asked. */
function checkReach(
  { document, questions, knockouts }: CompiledDocument,
  { movements }: Walk,
  placed: readonly PlacedQuestion[],
): readonly FieldRefusal[] {
  const facts = document.context;
  return [
    ...questions.flatMap(({ question, themeIndex }, place) => {
      const at = placed[place]?.at ?? '';
      const movement = movements[place];
      const themeScope = document.themes[themeIndex]?.scope;
      const never =
        question.scope !== undefined && !canHold(facts, [themeScope, question.scope])
          ? [fieldRefusal(`${at}/scope`, 'scope-never-holds')]
          : [];
      return [
        ...never,
        ...(movement?.idleRules ?? []).map((rule) =>
          fieldRefusal(`${at}${pointer('inheritIf', rule)}`, 'rule-never-applies'),
        ),
        ...(movement?.asked === false && !escapes(document, place, questions)
          ? [fieldRefusal(`${at}/inheritIf`, 'question-never-asked')]
          : []),
      ];
    }),
    ...knockouts.flatMap(({ knockout }, index) =>
      knockout.scope === undefined || canHold(facts, [knockout.scope])
        ? []
        : [fieldRefusal(pointer('knockouts', index, 'scope'), 'scope-never-holds')],
    ),
    ...document.themes.flatMap(({ scope }, index) =>
      scope === undefined || canHold(facts, [scope])
        ? []
        : [fieldRefusal(pointer('themes', index, 'scope'), 'scope-never-holds')],
    ),
  ];
}

/** A parent that may be out of scope, or not applicable, leaves its child to be asked. */
function escapes(
  document: QuestionnaireDocument,
  place: number,
  questions: CompiledDocument['questions'],
): boolean {
  const parents = questions[place]?.inheritance?.rules.map(({ parent }) => questions[parent]) ?? [];
  return parents.some(
    (parent) =>
      parent?.question.notApplicable === true ||
      parent?.question.scope !== undefined ||
      document.themes[parent?.themeIndex ?? 0]?.scope !== undefined,
  );
}
