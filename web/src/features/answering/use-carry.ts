import type { QuestionChange } from '@probant/shared/moves/list-changes';
import { useQuery } from '@tanstack/react-query';

import { api, type Schema } from '../../platform/api/client.js';
import type { Sheet } from './use-sheet.js';

export interface ReceivedCarry extends Omit<
  NonNullable<Schema<'CarryOfAssessmentResponse'>['carry']>,
  'changes'
> {
  readonly changes: readonly QuestionChange[];
}

/** What of an earlier assessment opened this one; whoever was handed a part has only the answers themselves. */
export function useCarry({ assessmentId, part }: Sheet['state'], wanted = true) {
  return useQuery({
    queryKey: ['received-carry', assessmentId],
    enabled: wanted && part === null,
    queryFn: async ({ signal }): Promise<ReceivedCarry | null> => {
      const path = { assessmentId };
      const { carry } = await api.get('/api/requests/{assessmentId}/carry', { path, signal });
      // The boundary: openapi.json calls the questions objects, and the API sends what shared describes.
      return carry && { ...carry, changes: carry.changes as unknown as readonly QuestionChange[] };
    },
  });
}
