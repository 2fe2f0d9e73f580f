import type { Question } from '@probant/shared/questionnaires/document';
import type { ReactNode } from 'react';

import { CheckSection } from './check-section.js';
import { MeasureSection } from './measure-section.js';
import type { Review } from './review-model.js';
import { WarningSection } from './warning-section.js';

interface RegisterProofsProps {
  readonly review: Review;
  readonly question: Question;
  readonly canWrite: boolean;
}

/** What proves an answer besides the pieces that came with it: checks, warnings and measures, each taken by the reviewer. */
export function RegisterProofs({ review, question, canWrite }: RegisterProofsProps): ReactNode {
  const { assessmentId, engagementId } = review;
  const shown = { assessmentId, questionId: question.id, canWrite };
  return (
    <>
      <CheckSection {...shown} engagementId={engagementId} />
      <WarningSection {...shown} />
      <MeasureSection review={review} question={question} canWrite={canWrite} />
    </>
  );
}
