import type { Outcome } from '../audit/assessment-events.js';
import { accept, refuse, refuseField, type Decision } from '../decision.js';
import type { Grade, QuestionnaireDocument } from '../questionnaires/document.js';
import type { Answer, Answers } from '../scoring/answer.js';
import type { DecisionRule, RuleCondition, RuleSubject } from './rule.js';

export interface RuleFacts {
  readonly score: number | null;
  readonly grade: Grade | null;
  readonly knockouts: readonly string[];
  readonly answers: Answers;
}

export interface JudgedRule {
  /** Null where the rule has no condition that a score can meet. */
  readonly met: boolean | null;
  /** One for each condition, in its order. */
  readonly conditions: readonly boolean[];
}

export function judgeRule(
  document: Pick<QuestionnaireDocument, 'grades'>,
  rule: DecisionRule,
  facts: RuleFacts,
): JudgedRule {
  const conditions = rule.conditions.map((condition) => holds(document, condition, facts));
  return { met: conditions.length === 0 ? null : conditions.includes(true), conditions };
}

function holds(
  document: Pick<QuestionnaireDocument, 'grades'>,
  condition: RuleCondition,
  { score, grade, knockouts, answers }: RuleFacts,
): boolean {
  switch (condition.kind) {
    case 'grade-worse-than': {
      const place = (one: Grade | null) => document.grades.findIndex((each) => each.grade === one);
      return place(grade) > place(condition.grade);
    }
    case 'score-above':
      return score !== null && score > condition.score;
    case 'knockout':
      return condition.knockoutId === '' ? knockouts.length > 0 : knockouts.includes(condition.knockoutId);
    case 'answer':
      return answered(condition, answers[condition.questionId]);
  }
}

function answered(
  { values, orNothing }: Extract<RuleCondition, { kind: 'answer' }>,
  answer: Answer | undefined,
): boolean {
  if (answer === undefined || 'refused' in answer) return orNothing;
  if ('na' in answer) return orNothing && answer.na === 'pending';
  const given = Array.isArray(answer.v) ? answer.v : [answer.v];
  return given.some((value) => values.includes(String(value)));
}

/** "If X, we do not sign": to sign all the same, also under conditions, departs from it. To refuse never does. */
export function departsFrom(met: boolean | null, outcome: Outcome): boolean {
  return met === true && outcome !== 'refuse';
}

/** Whoever departs from what was said beforehand says why; nobody else has a departure to explain. */
export function decideDeparture(met: boolean | null, outcome: Outcome, departure: string): Decision<string> {
  const said = departure.trim();
  if (departsFrom(met, outcome))
    return said === '' ? refuseField('/departure', 'reason-required') : accept(said);
  return said === '' ? accept('') : refuseField('/departure', 'nothing-to-decide');
}

/** Beforehand means before the first answer has arrived. */
export function decideRecording(submissions: number): Decision<true> {
  return submissions > 0 ? refuse('rule-too-late') : accept(true);
}

export interface RecordedRule {
  readonly subject: RuleSubject;
  /** Instants as text or milliseconds, as long as they compare. */
  readonly recordedAt: number;
}

const precedence: readonly RuleSubject[] = ['assessment', 'campaign', 'version'];

/** The rule that speaks for an assessment: the narrowest, the last one recorded before its first submission. */
export function ruleInForce<R extends RecordedRule>(
  rules: readonly R[],
  firstSubmittedAt: number | null,
): R | undefined {
  const inTime = rules.filter(({ recordedAt }) => firstSubmittedAt === null || recordedAt < firstSubmittedAt);
  for (const subject of precedence) {
    const own = inTime.filter((rule) => rule.subject === subject);
    const last = own.toSorted((one, other) => one.recordedAt - other.recordedAt).at(-1);
    if (last !== undefined) return last;
  }
  return undefined;
}
