import type {
  ConsistencyCheck,
  ConsistencyCondition,
  Knockout,
  KnockoutCondition,
  Question,
  QuestionnaireDocument,
} from './document.js';

type Present = ReadonlySet<string>;

/**
 * A draft keeps every rule of the questions it was copied from, so that a question left out can come back as it was. What is
 * published and validated is the draft narrowed to its own questions: a rule that looks at a question left out goes with it.
 * Which knock-outs a question decides is read from the knock-outs, so that two authors never disagree about it.
 */
export function narrowDocument(draft: QuestionnaireDocument): QuestionnaireDocument {
  const present = new Set(draft.themes.flatMap((theme) => theme.questions.map(({ id }) => id)));
  const codes = new Set(draft.themes.map(({ code }) => code));
  const knockouts = draft.knockouts.flatMap((knockout) => narrowKnockout(knockout, present));
  const deciding = new Map(knockouts.map(({ id, when }) => [id, new Set(questionsIn(when))]));
  return {
    ...draft,
    presets: draft.presets.map((preset) => ({
      ...preset,
      weights: Object.fromEntries(Object.entries(preset.weights).filter(([code]) => codes.has(code))),
    })),
    knockouts,
    themes: draft.themes.map((theme) => ({
      ...theme,
      questions: theme.questions.map((question) => narrowQuestion(question, present, deciding)),
    })),
    consistencyChecks: draft.consistencyChecks.flatMap((check) => narrowCheck(check, present)),
  };
}

function narrowQuestion(
  question: Question,
  present: Present,
  deciding: ReadonlyMap<string, Present>,
): Question {
  const { inheritIf, ...rest } = question;
  const kept = inheritIf?.filter(({ q }) => present.has(q)) ?? [];
  return {
    ...rest,
    ...(kept.length === 0 ? {} : { inheritIf: kept }),
    knockouts: decidedBy(question, deciding),
  };
}

/** Those that it lists already in its order: a document that was whole stays as it was, to the byte. */
function decidedBy({ id, knockouts }: Question, deciding: ReadonlyMap<string, Present>): readonly string[] {
  const decided = [...deciding].filter(([, questions]) => questions.has(id)).map(([knockout]) => knockout);
  return [
    ...knockouts.filter((one) => decided.includes(one)),
    ...decided.filter((one) => !knockouts.includes(one)),
  ];
}

function narrowKnockout(knockout: Knockout, present: Present): Knockout[] {
  const when = narrowCondition(knockout.when, present);
  return when === null ? [] : [{ ...knockout, when }];
}

/** Nothing is left of a condition that can no longer hold: one of its `all`, or every one of its `any`, is gone. */
function narrowCondition(condition: KnockoutCondition, present: Present): KnockoutCondition | null {
  if ('any' in condition) {
    const parts = condition.any.map((part) => narrowCondition(part, present)).filter((part) => part !== null);
    // What is not built yet stands, to be refused when it is published.
    return parts.length === 0 && condition.any.length > 0 ? null : { any: parts };
  }
  if ('all' in condition) {
    const parts = condition.all.map((part) => narrowCondition(part, present)).filter((part) => part !== null);
    return parts.length < condition.all.length ? null : { all: parts };
  }
  return present.has(condition.q) ? condition : null;
}

export function questionsIn(condition: KnockoutCondition): readonly string[] {
  if ('any' in condition) return condition.any.flatMap(questionsIn);
  if ('all' in condition) return condition.all.flatMap(questionsIn);
  return [condition.q];
}

function narrowCheck(check: ConsistencyCheck, present: Present): ConsistencyCheck[] {
  return questionsOfCheck(check.when).every((id) => present.has(id)) ? [check] : [];
}

export function questionsOfCheck(condition: ConsistencyCondition): readonly string[] {
  if ('any' in condition) return condition.any.flatMap(questionsOfCheck);
  if ('all' in condition) return condition.all.flatMap(questionsOfCheck);
  return 'q' in condition ? [condition.q] : [];
}

/** What else changes when the questions go: other questions that inherit from them, knock-outs and checks that look at them. */
export function dependentsOf(draft: QuestionnaireDocument, leaving: Present): readonly string[] {
  const narrow = narrowDocument(draft);
  return [
    ...narrow.themes.flatMap((theme) =>
      theme.questions
        .filter(({ id, inheritIf = [] }) => !leaving.has(id) && inheritIf.some(({ q }) => leaving.has(q)))
        .map(({ id }) => id),
    ),
    ...narrow.knockouts
      .filter(({ when }) => questionsIn(when).some((id) => leaving.has(id)))
      .map(({ id }) => id),
    ...narrow.consistencyChecks
      .filter(({ when }) => questionsOfCheck(when).some((id) => leaving.has(id)))
      .map(({ id }) => id),
  ];
}
