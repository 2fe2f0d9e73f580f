import type { Clause } from '../library/clause-library.js';
import type { Localised, Question, Severity } from '../questionnaires/document.js';
import type { ScoreLine } from '../scoring/trace.js';
import { isGap, type ClauseStatus, type Gap } from './clause-status.js';

/** The supplier's answer says yes where its contract does not. */
export interface Confrontation {
  readonly clauseId: string;
  readonly questionId: string;
  readonly status: Gap;
}

/** Below it an answer promises something that a contract could hold the supplier to. */
const yesBelow = 0.5;

/** In the order of the clauses; a clause that nobody has read yet confronts nothing. */
export function confrontAnswers(
  clauses: readonly Pick<Clause, 'id' | 'questions'>[],
  statuses: ReadonlyMap<string, ClauseStatus>,
  lines: readonly Pick<ScoreLine, 'question' | 'status' | 'risk'>[],
): Confrontation[] {
  const yes = new Set(
    lines
      .filter(({ status, risk }) => status === 'answered' && risk < yesBelow)
      .map(({ question }) => question),
  );
  return clauses.flatMap(({ id, questions }) => {
    const status = statuses.get(id);
    if (status === undefined || !isGap(status)) return [];
    return questions
      .filter((question) => yes.has(question))
      .map((questionId) => ({ clauseId: id, questionId, status }));
  });
}

const contractSays: Readonly<Record<Gap, Localised>> = {
  absent: { fr: 'le contrat n’en dit rien', en: 'the contract says nothing of it' },
  weak: { fr: 'le contrat ne l’engage que faiblement', en: 'the contract only binds it weakly' },
  adverse: { fr: 'le contrat dit le contraire', en: 'the contract says the opposite' },
};

export interface ContractFinding {
  readonly severity: Severity;
  readonly text: Localised;
  readonly fix: Localised;
}

/** The finding that a confrontation becomes once somebody raises it; the supplier may be shown it. */
export function findingOf(
  { status }: Confrontation,
  question: Pick<Question, 'text' | 'severity'>,
  clause: Pick<Clause, 'id' | 'title' | 'model'>,
): ContractFinding {
  const says = contractSays[status];
  return {
    severity: question.severity,
    text: {
      fr: `La réponse est favorable, mais ${says.fr} (clause ${clause.id}, ${clause.title.fr})\u00a0: ${question.text.fr}`,
      en: `The answer is favourable, but ${says.en} (clause ${clause.id}, ${clause.title.en}): ${question.text.en}`,
    },
    fix: {
      fr: `Écrire l’engagement au contrat, par exemple\u00a0: ${clause.model}`,
      en: `Write the commitment into the contract; wording for a contract under French law: ${clause.model}`,
    },
  };
}
