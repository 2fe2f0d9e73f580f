import type {
  AnswerValue,
  Grade,
  Localised,
  QuestionnaireDocument,
  Severity,
} from '../questionnaires/document.js';
import type { FindingStatus } from '../findings/finding.js';
import { foldKnockouts } from '../scoring/fold-knockouts.js';
import type { ScoreResult } from '../scoring/score-assessment.js';
import { showsFindings, type AssessmentStatus } from './lifecycle.js';

/** What a supplier sees of a finding. */
export interface SupplierFinding {
  readonly questionId: string;
  readonly severity: Severity;
  readonly status: FindingStatus;
  readonly text: Localised;
  readonly fix: Localised;
}

/** Findings are shown once the assessment is returned or decided, and not before. */
export function toSupplierFindings(
  status: AssessmentStatus,
  findings: readonly SupplierFinding[],
): SupplierFinding[] {
  if (!showsFindings(status)) return [];
  return findings.map(({ questionId, severity, status: own, text, fix }) => ({
    questionId,
    severity,
    status: own,
    text,
    fix,
  }));
}

/** What a supplier sees of the review of one answer, once it is returned or decided. */
export interface SupplierReview {
  readonly questionId: string;
  readonly notApplicable?: { readonly decision: 'accepted' | 'refused'; readonly reason: string };
  readonly override?: {
    readonly state: 'answered' | 'refused';
    readonly value?: AnswerValue;
    readonly reason: string;
  };
  readonly rejectedPieces: readonly { readonly evidenceId: string; readonly reason: string }[];
}

export function toSupplierReviews(
  status: AssessmentStatus,
  reviews: readonly SupplierReview[],
): SupplierReview[] {
  if (!showsFindings(status)) return [];
  return reviews.map(({ questionId, notApplicable, override, rejectedPieces }) => ({
    questionId,
    ...(notApplicable === undefined
      ? {}
      : { notApplicable: { decision: notApplicable.decision, reason: notApplicable.reason } }),
    ...(override === undefined
      ? {}
      : {
          override: {
            state: override.state,
            reason: override.reason,
            ...(override.value === undefined ? {} : { value: override.value }),
          },
        }),
    rejectedPieces: rejectedPieces.map(({ evidenceId, reason }) => ({ evidenceId, reason })),
  }));
}

/** The letter and the reasons of what capped it; never a number, a name of a rule, or how anything weighs. */
export interface SharedGrade {
  readonly grade: Grade;
  readonly reasons: readonly Localised[];
}

/** Nothing unless the buyer ticked "share the grade". */
export function findSharedGrade(
  document: QuestionnaireDocument,
  result: Pick<ScoreResult, 'grade' | 'knockouts'>,
  shared: boolean,
): SharedGrade | undefined {
  if (!shared || result.grade === null) return undefined;
  const active = new Map(
    foldKnockouts(result.knockouts).map(({ knockout }) => [knockout.id, knockout.state]),
  );
  const reasons = document.knockouts.flatMap(({ id, text }) => {
    const state = active.get(id);
    if (state === undefined) return [];
    return [state === 'undemonstrated' ? undemonstrated(text) : { fr: text.fr, en: text.en }];
  });
  return { grade: result.grade, reasons };
}

// Silence is no admission: what was not shown must not be told as what is so.
function undemonstrated(text: Localised): Localised {
  return { fr: `Non démontré à ce jour\u00a0: ${text.fr}`, en: `Not demonstrated so far: ${text.en}` };
}
