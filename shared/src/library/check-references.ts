import type {
  ContextCondition,
  KnockoutCondition,
  QuestionnaireDocument,
} from '../questionnaires/document.js';
import { fault, refuseTwice } from './read-yaml.js';

/** Every name that one part of the document uses must stand in another; throws with the place of the first that does not. */
export function checkReferences(document: QuestionnaireDocument): void {
  const questions = document.themes.flatMap((theme) => theme.questions);
  const questionIds = new Set(questions.map((question) => question.id));
  const lessonIds = new Set(document.lessons.map((lesson) => lesson.id));
  const sourceIds = new Set(document.sources.map((source) => source.id));
  const knockoutIds = new Set(document.knockouts.map((knockout) => knockout.id));
  const themeCodes = document.themes.map((theme) => theme.code);

  refuseTwice(
    questions.map((question) => question.id),
    '/themes',
  );
  refuseTwice(themeCodes, '/themes');
  refuseTwice(
    document.knockouts.map((knockout) => knockout.id),
    '/knockouts',
  );
  refuseTwice(
    document.context.map((fact) => fact.key),
    '/context',
  );

  for (const lesson of document.lessons) {
    if (lesson.seed !== undefined) expectIn(sourceIds, lesson.seed, `/lessons/${lesson.id}/seed`);
  }
  for (const preset of document.presets) {
    for (const code of Object.keys(preset.weights))
      expectIn(new Set(themeCodes), code, `/weight_presets/${preset.key}`);
  }
  for (const knockout of document.knockouts) {
    const place = `/knockouts/${knockout.id}`;
    for (const id of questionsOf(knockout.when)) expectIn(questionIds, id, `${place}/when`);
    for (const id of knockout.ref) expectIn(lessonIds, id, `${place}/ref`);
    checkContext(document, knockout.scope, `${place}/scope`);
  }
  for (const theme of document.themes) checkContext(document, theme.scope, `/themes/${theme.code}/scope`);
  for (const question of questions) {
    for (const id of question.ref) expectIn(lessonIds, id, `/${question.id}/ref`);
    for (const id of question.knockouts) expectIn(knockoutIds, id, `/${question.id}/ko`);
    for (const rule of question.inheritIf ?? []) expectIn(questionIds, rule.q, `/${question.id}/inherit_if`);
    checkContext(document, question.scope, `/${question.id}/scope`);
  }
}

function expectIn(known: ReadonlySet<string>, name: string, place: string): void {
  if (!known.has(name)) throw fault(place, `"${name}" does not exist`);
}

/** Ids of the questions that decide a knock-out. */
export function questionsOf(condition: KnockoutCondition): readonly string[] {
  if ('any' in condition) return condition.any.flatMap(questionsOf);
  if ('all' in condition) return condition.all.flatMap(questionsOf);
  return [condition.q];
}

function checkContext(
  document: QuestionnaireDocument,
  condition: ContextCondition | undefined,
  place: string,
): void {
  if (condition === undefined) return;
  if ('all' in condition) {
    for (const part of condition.all) checkContext(document, part, place);
  } else if ('any' in condition) {
    for (const part of condition.any) checkContext(document, part, place);
  } else if ('not' in condition) {
    checkContext(document, condition.not, place);
  } else {
    for (const [key, value] of Object.entries(condition.ctx)) {
      const fact = document.context.find((one) => one.key === key);
      const known =
        fact?.kind === 'bool' ? typeof value === 'boolean' : fact?.values?.some((one) => one.value === value);
      if (known !== true) throw fault(place, `"${key}: ${String(value)}" is no fact of the context`);
    }
  }
}
