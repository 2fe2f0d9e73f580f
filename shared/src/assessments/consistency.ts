import type {
  ConsistencyCheck,
  ConsistencyCondition,
  Localised,
  QuestionnaireDocument,
  TableRow,
} from '../questionnaires/document.js';
import type { Answers } from '../scoring/answer.js';
import { rowsOf } from '../scoring/raw-risk.js';
import type { ScoreLine } from '../scoring/trace.js';

/** How the supplier may be named in its own tables. */
export interface PartyNames {
  readonly names: readonly string[];
  readonly siren?: string | null;
}

export interface Contradiction {
  readonly id: string;
  readonly text: Localised;
  /** The questions whose answers contradict each other. */
  readonly questions: readonly string[];
}

type Line = Pick<ScoreLine, 'question' | 'status' | 'risk'>;

interface Facts {
  readonly answers: Answers;
  readonly lines: ReadonlyMap<string, Line>;
  readonly supplier: PartyNames;
}

/** Answers that contradict each other: a task for the reviewer, never points. What no register has told yet contradicts nothing. */
export function findContradictions(
  document: QuestionnaireDocument,
  answers: Answers,
  { lines }: { readonly lines: readonly Line[] },
  supplier: PartyNames,
): Contradiction[] {
  const facts = { answers, lines: new Map(lines.map((line) => [line.question, line])), supplier };
  return document.consistencyChecks
    .filter(({ when }) => holds(when, facts))
    .map(({ id, text, when }: ConsistencyCheck) => ({
      id,
      text,
      questions: [...new Set(questionsOf(when))],
    }));
}

function holds(condition: ConsistencyCondition, facts: Facts): boolean {
  if ('any' in condition) return condition.any.some((part) => holds(part, facts));
  if ('all' in condition) return condition.all.every((part) => holds(part, facts));
  if ('external' in condition) return false;
  const line = facts.lines.get(condition.q);
  if (line?.status !== 'answered') return false;
  const value = valueOf(facts.answers, condition.q);
  if ('value' in condition) return value === condition.value;
  if ('riskLt' in condition) return line.risk < condition.riskLt;
  if ('optionAbsent' in condition)
    return Array.isArray(value) && !value.some((one) => one === condition.optionAbsent);
  const { performerIs } = condition.anyRow;
  return rowsOf(value).some((row) => performerOf(row, facts.supplier) === performerIs);
}

function valueOf(answers: Answers, id: string) {
  const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
  return answer !== undefined && 'v' in answer ? answer.v : undefined;
}

const performedByNoOther = new Set(['not_performed', 'client_itself']);

function performerOf(row: TableRow, supplier: PartyNames): 'supplier' | 'third_party' | undefined {
  const { performer, siren, coverage } = row;
  if (typeof coverage === 'string' && performedByNoOther.has(coverage)) return undefined;
  if (typeof siren === 'string' && siren !== '' && supplier.siren) {
    return siren === supplier.siren ? 'supplier' : 'third_party';
  }
  if (typeof performer !== 'string' || performer.trim() === '') return undefined;
  return supplier.names.some((name) => plain(name) === plain(performer)) ? 'supplier' : 'third_party';
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function questionsOf(condition: ConsistencyCondition): string[] {
  if ('any' in condition) return condition.any.flatMap(questionsOf);
  if ('all' in condition) return condition.all.flatMap(questionsOf);
  return 'q' in condition ? [condition.q] : [];
}
