import type { Submission } from '@probant/shared/assessments/submit';
import { deriveHidden } from '@probant/shared/answers/visibility';
import { parisDay } from '@probant/shared/calendar';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { api } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { AnswerList } from './answer-list.js';
import { reviewTexts } from './review.texts.js';
import { useSheet } from './use-sheet.js';

interface SubmittedAnswersProps {
  readonly assessmentId: string;
  readonly submissionId: string;
}

/** The frozen answers of one submission, as the buyer reads them. */
export function SubmittedAnswers({ assessmentId, submissionId }: SubmittedAnswersProps): ReactNode {
  const { t } = useTranslation(reviewTexts);
  const sheet = useSheet(assessmentId);
  const frozen = useQuery({
    queryKey: ['submission', submissionId],
    queryFn: async ({ signal }) => {
      const reply = await api.get('/api/requests/{assessmentId}/submissions/{submissionId}', {
        path: { assessmentId, submissionId },
        signal,
      });
      // The boundary: openapi.json calls it an object, and the API sends what shared describes.
      return reply.submission as unknown as Submission;
    },
    staleTime: Infinity,
  });
  if (sheet.isPending || frozen.isPending) return <TextSkeleton lines={6} />;
  if (sheet.isError) return <ProblemNotice error={sheet.error} onRetry={sheet.refetch} />;
  if (frozen.isError) return <ProblemNotice error={frozen.error} onRetry={frozen.refetch} />;
  const { answers, submittedAt } = frozen.data;
  const hidden = deriveHidden(sheet.data.document, answers, parisDay(submittedAt));
  return (
    <details className="pb-section pb-review-all">
      <summary>
        <h2>{t('receipt.submitted')}</h2>
      </summary>
      <AnswerList
        document={sheet.data.document}
        answers={answers}
        hidden={[...hidden]}
        pieces={piecesByQuestion(frozen.data)}
      />
    </details>
  );
}

function piecesByQuestion({ pieces }: Submission): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { name, questions } of pieces) {
    for (const id of questions) names.set(id, [...(names.get(id) ?? []), name]);
  }
  return names;
}
