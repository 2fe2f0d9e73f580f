import type { AnswerValue, Question, QuestionnaireDocument } from '../questionnaires/document.js';
import { bestValue } from './best-answers.js';
import { compileCondition, type ContextTest } from './context-condition.js';
import { strengthOfLevel, type StrengthOfLevel } from './evidence-strength.js';
import { compileInheritance, type Inheritance } from './inheritance.js';
import { compileTier, type TierOfContext } from './inherent-tier.js';
import { compileKnockout, type CompiledKnockout } from './knockouts.js';
import { silences, type Silences } from './resolve-questions.js';
import { compileRisk, compileRow, type RiskOfRow, type RiskOfValue } from './raw-risk.js';
import { weigh, type ResolvedWeights } from './weights.js';

/** Share of the good part that proof decides in the confidence, by evidence need. */
const certaintyOfNeed = { required: 1, recommended: 0.5, none: 0 } as const;

export interface CompiledQuestion {
  readonly question: Question;
  readonly id: string;
  readonly theme: string;
  readonly themeIndex: number;
  /** δ: share of an unproven good answer that is taken back. */
  readonly discount: number;
  /** s: weight of the proof in the confidence. */
  readonly certainty: number;
  readonly inScope: ContextTest;
  readonly inheritance: Inheritance | undefined;
  readonly riskOf: RiskOfValue;
  /** Of a table. */
  readonly riskOfRow: RiskOfRow | undefined;
  readonly bestValue: AnswerValue;
  readonly silences: Silences;
  /** Whether an answer, and whether silence, bears on the score; only text and file questions may bear on neither. */
  readonly countsWhenAnswered: boolean;
  readonly countsWhenMissing: boolean;
}

export interface CompiledDocument {
  readonly document: QuestionnaireDocument;
  readonly questions: readonly CompiledQuestion[];
  readonly themeScopes: readonly ContextTest[];
  readonly knockouts: readonly CompiledKnockout[];
  readonly tierOf: TierOfContext;
  readonly levels: StrengthOfLevel;
  readonly ownWeights: ResolvedWeights;
}

const compiledDocuments = new WeakMap<QuestionnaireDocument, CompiledDocument>();

/** Everything about a document that does not depend on an engagement, worked out once per document. */
export function compileDocument(document: QuestionnaireDocument): CompiledDocument {
  const known = compiledDocuments.get(document);
  if (known !== undefined) return known;
  const compiled = compile(document);
  compiledDocuments.set(document, compiled);
  return compiled;
}

function compile(document: QuestionnaireDocument): CompiledDocument {
  const places = new Map<string, number>();
  const questions: CompiledQuestion[] = [];
  document.themes.forEach((theme, themeIndex) => {
    for (const question of theme.questions) {
      places.set(question.id, questions.length);
      questions.push(compileQuestion(document, question, theme.code, themeIndex, places));
    }
  });
  return {
    document,
    questions,
    themeScopes: document.themes.map((theme) => compileCondition(theme.scope)),
    knockouts: document.knockouts.map((knockout) => compileKnockout(knockout, places)),
    tierOf: compileTier(document),
    levels: strengthOfLevel(document.evidence),
    ownWeights: weigh(document, {}),
  };
}

function compileQuestion(
  document: QuestionnaireDocument,
  question: Question,
  theme: string,
  themeIndex: number,
  earlier: ReadonlyMap<string, number>,
): CompiledQuestion {
  const bearsRisk = (question.type !== 'text' && question.type !== 'file') || question.risk !== undefined;
  return {
    question,
    id: question.id,
    theme,
    themeIndex,
    discount: document.evidence.discount[question.evidence.need],
    certainty: certaintyOfNeed[question.evidence.need],
    inScope: compileCondition(question.scope),
    inheritance: compileInheritance(question, earlier),
    riskOf: compileRisk(question),
    riskOfRow: question.type === 'table' ? compileRow(question.rowRisk) : undefined,
    bestValue: bestValue(question),
    silences: silences(question.id),
    countsWhenAnswered: bearsRisk,
    // A question whose answer bears a risk must not be escaped by silence.
    countsWhenMissing: bearsRisk || question.mandatory === true,
  };
}
