import type { Localised, Question, QuestionnaireDocument, Severity } from '../questionnaires/document.js';
import type { ScoreResult } from '../scoring/score-assessment.js';
import type { FindingStatus } from './finding.js';

/** A finding that an answer calls for. */
export interface WantedFinding {
  readonly questionId: string;
  readonly severity: Severity;
  readonly text: Localised;
  readonly fix: Localised;
  /** What teaches that it matters. */
  readonly lessons: readonly string[];
}

const defaultTrigger = 0.5;

/** The risk from which an answer to the question is a finding. */
export function triggerOf({ trigger }: Pick<Question, 'trigger'>): number {
  return trigger ?? defaultTrigger;
}

/**
 * Findings come from what was said: an answer or a refusal whose risk reaches the trigger of its question, and a claim "not
 * applicable" that was refused. What another answer decides, or what was never said, raises none of its own.
 */
export function findingsFromScore(
  document: QuestionnaireDocument,
  result: Pick<ScoreResult, 'lines'>,
  refusedClaims: readonly string[] = [],
): WantedFinding[] {
  const questions = new Map(document.themes.flatMap((theme) => theme.questions.map((one) => [one.id, one])));
  return result.lines.flatMap((line): WantedFinding[] => {
    const question = questions.get(line.question);
    if (question === undefined) return [];
    const said = line.status === 'answered' || line.status === 'refused';
    const claimed = line.status === 'missing' && refusedClaims.includes(line.question);
    if (!said && !claimed) return [];
    return line.risk >= triggerOf(question) ? [toFinding(question)] : [];
  });
}

function toFinding(question: Question): WantedFinding {
  return {
    questionId: question.id,
    severity: question.severity,
    text: question.finding ?? {
      fr: `Réponse insuffisante\u00a0: ${question.text.fr}`,
      en: `Insufficient answer: ${question.text.en}`,
    },
    fix: question.fix ?? {
      fr: 'Convenir avec le fournisseur d’une correction datée.',
      en: 'Agree a dated correction with the supplier.',
    },
    lessons: question.ref,
  };
}

export interface KeptFinding {
  readonly questionId: string;
  readonly severity: Severity;
  readonly status: FindingStatus;
}

export interface FindingChanges {
  readonly raise: readonly WantedFinding[];
  /** Open ones that no answer calls for any more. Where a plan is under way, people close it. */
  readonly close: readonly string[];
}

/**
 * What changes when the answers are looked at again. A finding that a person closed stays closed; one that was verified is
 * raised again once an answer calls for it: the verification spoke of the answer before.
 */
export function compareFindings(
  kept: readonly KeptFinding[],
  wanted: readonly WantedFinding[],
): FindingChanges {
  const known = new Set(
    kept.filter(({ status }) => status !== 'verified').map(({ questionId }) => questionId),
  );
  const called = new Set(wanted.map(({ questionId }) => questionId));
  return {
    raise: wanted.filter(({ questionId }) => !known.has(questionId)),
    close: kept
      .filter(({ questionId, status }) => status === 'open' && !called.has(questionId))
      .map(({ questionId }) => questionId),
  };
}
