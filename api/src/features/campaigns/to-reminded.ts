import type { Remindable } from '@probant/shared/assessments/hand-reminder';
import type { RemindedResponse } from './campaigns.dto.js';

interface Asked extends Remindable {
  readonly assessmentId: string;
  readonly supplierName: string;
}

/** How many left, and who was not reminded for which reason. */
export function toReminded({
  reminded,
  refused,
}: {
  readonly reminded: number;
  readonly refused: readonly Asked[];
}): RemindedResponse {
  return {
    reminded,
    refused: refused.flatMap(({ assessmentId, supplierName, refusal, nextOn }) =>
      refusal === null ? [] : [{ assessmentId, supplierName, refusal, nextOn }],
    ),
  };
}
