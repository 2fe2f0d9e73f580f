import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { api, type Schema } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Warning } from '../../ui/feedback/warning.js';
import { judgingTexts } from './judging.texts.js';
import type { Review } from './review-model.js';

interface ContradictionNoticeProps {
  readonly review: Review;
  readonly questionId: string;
  readonly onQuestion: (questionId: string) => void;
}

type Contradiction = Schema<'ContradictionResponse'>;

/** That something else known of the engagement cannot hold beside this answer; acts on it are in the engagement's file. */
export function ContradictionNotice({ review, questionId, onQuestion }: ContradictionNoticeProps): ReactNode {
  const { t, language } = useTranslation(judgingTexts);
  const { engagementId, assessmentId } = review;
  const contradictions = useQuery({
    queryKey: ['engagements', 'contradictions', engagementId],
    queryFn: ({ signal }) =>
      api.get('/api/engagements/{engagementId}/contradictions', { path: { engagementId }, signal }),
  });
  // An engagement is confronted by its last submission: another assessment's answers are not these.
  if (contradictions.data?.assessmentId !== assessmentId) return null;
  const here = contradictions.data.items.filter(
    (one) => (one.state === 'open' || one.state === 'asked') && isAbout(one, questionId),
  );
  if (here.length === 0) return null;
  const others = [...new Set(here.flatMap(answersOf))].filter((id) => id !== questionId);
  return (
    <Warning
      more={
        <>
          <ul className="pb-sm">
            {here.map(({ key, title, state }) => (
              <li key={key}>
                {title[language]}
                {state === 'asked' ? ` · ${t('contradiction.asked')}` : null}
              </li>
            ))}
          </ul>
          <p className="pb-row pb-wrap pb-sm">
            <Link
              to={`/engagements/${engagementId}/contradictions?question=${encodeURIComponent(questionId)}`}
            >
              {t('contradiction.deal')}
            </Link>
            {others.map((one) => (
              <button
                key={one}
                type="button"
                className="pb-score-link pb-score-link-blue"
                onClick={() => {
                  onQuestion(one);
                }}
              >
                {t('contradiction.see', { id: one })}
              </button>
            ))}
          </p>
        </>
      }
    >
      {t('contradiction', { count: here.length })}
    </Warning>
  );
}

function answersOf({ said, found }: Contradiction): string[] {
  return [said, found].flatMap(({ source, ref }) => (source === 'answer' ? [ref] : []));
}

function isAbout(one: Contradiction, questionId: string): boolean {
  return one.questionId === questionId || answersOf(one).includes(questionId);
}
