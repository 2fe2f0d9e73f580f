import type { NamedPiece } from '../ageing/replay.js';
import type { Day, Instant } from '../calendar.js';
import type { Graph } from '../certifications/proposals.js';
import type { CheckKind, Remark } from '../checks/check.js';
import type { ClauseStatus } from '../contracts/clause-status.js';
import type { ContractTerms } from '../contracts/terms.js';
import type { MeasuredAnswer } from '../drills/measured-answers.js';
import type { Clause } from '../library/clause-library.js';
import { canonicalJson } from '../proof/canonical-json.js';
import type { AnswerValue, Localised, Question, QuestionnaireDocument } from '../questionnaires/document.js';
import type { Answers } from '../scoring/answer.js';
import { inWords } from '../scoring/answer-words.js';
import type { ScoreLine } from '../scoring/trace.js';
import type { WarningSide } from '../warnings/warning.js';
import type { ToldFact } from './contradiction.js';

export interface CheckFact {
  readonly id: string;
  readonly kind: CheckKind;
  readonly target: string;
  readonly remarks: readonly Remark[];
  readonly on: Day;
}

export interface ClauseFact extends Pick<Clause, 'id' | 'title' | 'questions'> {
  readonly status: ClauseStatus;
  readonly article: string | null;
  readonly quote: string;
  readonly on: Day;
}

export interface DrillFact {
  readonly id: string;
  readonly name: string;
  readonly on: Day;
  readonly measures: readonly MeasuredAnswer[];
}

export interface WarningFact {
  readonly id: string;
  readonly side: WarningSide;
  readonly subject: string;
  /** What the service does not cover; empty where that is not the point. */
  readonly exclusion: string;
  readonly questions: readonly string[];
  readonly on: Day;
}

/** A company that the buyer has a record of, read in the text of the contract. */
export interface NamedCompany {
  readonly name: string;
  readonly siren: string | null;
  readonly documentName: string;
  readonly on: Day;
}

export interface SupplierFacts {
  /** As the buyer's record has it, and as its workspace calls itself. */
  readonly names: readonly string[];
  readonly siren: string | null;
  readonly domains: readonly string[];
}

/** All that is known of an engagement on a day. What is null or absent is not known, and contradicts nothing. */
export interface ContradictionFacts {
  readonly document: QuestionnaireDocument;
  /** As they count: corrected by a reviewer or verified since, where they were. */
  readonly answers: Answers;
  readonly lines: readonly Pick<ScoreLine, 'question' | 'status' | 'risk'>[];
  readonly submittedOn: Day;
  readonly asOf: Instant;
  /** By question. */
  readonly pieces: Readonly<Record<string, readonly NamedPiece[]>>;
  readonly supplier: SupplierFacts;
  readonly buyerName: string;
  readonly graph: Graph | null;
  readonly graphOn: Day | null;
  readonly terms: { readonly terms: ContractTerms; readonly on: Day } | null;
  readonly clauses: readonly ClauseFact[];
  readonly named: readonly NamedCompany[];
  /** The last of each kind and target. */
  readonly checks: readonly CheckFact[];
  /** The last one on record. */
  readonly drill: DrillFact | null;
  /** Those that nothing replaced. */
  readonly warnings: readonly WarningFact[];
}

export type Told = Pick<ContradictionFacts, 'document' | 'answers' | 'lines' | 'submittedOn'>;

export function questionOf({ document }: Pick<Told, 'document'>, id: string): Question | undefined {
  for (const { questions } of document.themes) {
    const question = questions.find((one) => one.id === id);
    if (question !== undefined) return question;
  }
  return undefined;
}

/** An answer in the scope of the engagement, even beside a parent that is silent; silence, a refusal or a claim is none. */
export function valueOf({ answers, lines }: Told, id: string): AnswerValue | undefined {
  const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
  if (answer === undefined || !('v' in answer)) return undefined;
  return lines.some(({ question, status }) => question === id && status !== 'out-of-scope')
    ? answer.v
    : undefined;
}

export function riskOf({ lines }: Pick<Told, 'lines'>, id: string): number | undefined {
  return lines.find(({ question, status }) => question === id && status === 'answered')?.risk;
}

/** What was answered to a question, in the words of its own choices. */
export function answerFact(facts: Told, id: string, words?: Localised): ToldFact {
  const question = questionOf(facts, id);
  const value = valueOf(facts, id);
  const own =
    question === undefined || value === undefined
      ? { fr: '', en: '' }
      : { fr: inWords(question, value, 'fr'), en: inWords(question, value, 'en') };
  return {
    source: 'answer',
    ref: id,
    about: question?.short ?? question?.text ?? { fr: id, en: id },
    text: words ?? own,
    on: facts.submittedOn,
    basis: canonicalJson(value ?? null),
  };
}
