import type { GivenAnswers } from '@probant/shared/answers/given-answer';
import type { EngagementContext, EvidenceLevel } from '@probant/shared/questionnaires/document';
import type { Fill } from '@probant/shared/scoring/dry-run';

/** Invented answers and an engagement to try them on; they are kept nowhere. */
export interface Trial {
  readonly context: EngagementContext;
  /** Whose context it is; empty: nobody's. */
  readonly engagementId: string;
  readonly fill: Fill;
  /** As the preview shows what was filled in. */
  readonly filled: GivenAnswers;
  /** As the preview has it by now. */
  readonly given: GivenAnswers;
  readonly level: EvidenceLevel | undefined;
}
