import { holds } from '../scoring/context-condition.js';
import { compileHiding, type CompiledClause } from './hiding-clauses.js';
import type {
  EngagementContext,
  KnockoutCondition,
  Lesson,
  Question,
  QuestionnaireDocument,
  Theme,
} from './document.js';
import type {
  SupplierLesson,
  SupplierQuestion,
  SupplierQuestionnaire,
  SupplierTheme,
} from './supplier-questionnaire.js';

/** Builds what the supplier of one engagement is asked; every key is named here, nothing is copied whole but texts. */
export function buildSupplierDocument(
  document: QuestionnaireDocument,
  context: EngagementContext,
): SupplierQuestionnaire {
  const asked = questionsInScope(document, context);
  const compiled = compileAll(asked);
  const deciding = new Set(document.knockouts.flatMap(({ when }) => questionsOf(when)));
  const themes = document.themes
    .map((theme) => toSupplierTheme(theme, asked, compiled, deciding))
    .filter((theme) => theme.questions.length > 0);
  const lessonIds = new Set(
    themes.flatMap((theme) => theme.questions.flatMap((question) => question.lessons)),
  );
  const lessons = document.lessons.filter(({ id }) => lessonIds.has(id));
  const sourceIds = new Set(lessons.map(({ seed }) => seed));
  return {
    format: 1,
    code: document.code,
    version: document.version,
    title: document.title,
    disclaimer: document.disclaimer,
    themes,
    lessons: lessons.map(toSupplierLesson),
    sources: document.sources
      .filter(({ id }) => sourceIds.has(id))
      .map(({ id, short, citation }) => ({ id, short, citation })),
  };
}

/** The questions that exist for this engagement, in the order of the bank. */
export function questionsInScope(
  document: QuestionnaireDocument,
  context: EngagementContext,
): ReadonlyMap<string, Question> {
  const inScope = document.themes
    .filter((theme) => holds(theme.scope, context))
    .flatMap((theme) => theme.questions.filter((question) => holds(question.scope, context)));
  return new Map(inScope.map((question) => [question.id, question]));
}

export function questionsOf(condition: KnockoutCondition): string[] {
  if ('any' in condition) return condition.any.flatMap(questionsOf);
  if ('all' in condition) return condition.all.flatMap(questionsOf);
  return [condition.q];
}

function compileAll(asked: ReadonlyMap<string, Question>): ReadonlyMap<string, readonly CompiledClause[]> {
  const compiled = new Map<string, readonly CompiledClause[]>();
  const earlier = new Map<string, Question>();
  for (const question of asked.values()) {
    compiled.set(question.id, compileHiding(question.inheritIf ?? [], earlier, compiled));
    earlier.set(question.id, question);
  }
  return compiled;
}

function toSupplierTheme(
  theme: Theme,
  asked: ReadonlyMap<string, Question>,
  compiled: ReadonlyMap<string, readonly CompiledClause[]>,
  deciding: ReadonlySet<string>,
): SupplierTheme {
  return {
    code: theme.code,
    title: theme.title,
    ...(theme.short === undefined ? {} : { short: theme.short }),
    questions: theme.questions
      .filter(({ id }) => asked.has(id))
      .map((question) => {
        const mustAnswer = question.knockouts.length > 0 || deciding.has(question.id);
        return toSupplierQuestion(question, compiled.get(question.id) ?? [], mustAnswer);
      }),
  };
}

function toSupplierQuestion(
  question: Question,
  hiding: readonly CompiledClause[],
  mustAnswer: boolean,
): SupplierQuestion {
  const { need, kinds, maxAgeMonths } = question.evidence;
  const common = {
    id: question.id,
    text: question.text,
    ...(question.short === undefined ? {} : { short: question.short }),
    ...(question.help === undefined ? {} : { help: question.help }),
    evidence: { need, kinds, ...(maxAgeMonths === undefined ? {} : { maxAgeMonths }) },
    notApplicable: question.notApplicable,
    mustAnswer,
    lessons: question.ref,
    ...(hiding.length === 0 ? {} : { hiddenWhen: hiding.map(({ clause }) => clause) }),
  };
  switch (question.type) {
    case 'single':
    case 'multi':
      return {
        ...common,
        type: question.type,
        options: question.options.map(({ value, label }) => ({ value, label })),
      };
    case 'number':
    case 'duration':
    case 'date_age':
      return { ...common, type: question.type, unit: question.unit, none: question.noneRisk !== undefined };
    case 'table':
      return {
        ...common,
        type: 'table',
        columns: question.columns.map(({ key, type, label, values }) => ({
          key,
          type,
          label,
          ...(values === undefined
            ? {}
            : { values: values.map((one) => ({ value: one.value, label: one.label })) }),
        })),
        ...(question.rowsRequired === undefined ? {} : { rowsRequired: question.rowsRequired }),
      };
    case 'text':
    case 'file':
      return { ...common, type: question.type };
  }
}

function toSupplierLesson({ id, quote, seed, reference }: Lesson): SupplierLesson {
  return {
    id,
    ...(quote === undefined ? {} : { quote }),
    ...(seed === undefined ? {} : { source: seed }),
    ...(reference === undefined ? {} : { reference }),
  };
}
