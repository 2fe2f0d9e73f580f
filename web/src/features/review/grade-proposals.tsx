import { Button } from '@mantine/core';
import type { ReactNode } from 'react';

import type { Schema } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { judgingTexts } from './judging.texts.js';

export type GradeLevel = Schema<'WarningGradeResponse'>['level'];

interface GradeProposal {
  readonly id: string;
  /** What could count as evidence, in a line. */
  readonly words: ReactNode;
  /** The level that taking it gives the answer. */
  readonly proposed: NonNullable<GradeLevel>;
  /** What the reviewer took it for; null while it counts for nothing. */
  readonly level: GradeLevel;
}

interface GradeProposalsProps {
  readonly title: string;
  readonly headingId: string;
  readonly proposals: readonly GradeProposal[];
  readonly canWrite: boolean;
  readonly pending: boolean;
  readonly error: Error | null;
  readonly onGrade: (id: string, level: GradeLevel) => void;
}

/** What the product knows that may prove this answer; nothing counts until the reviewer takes it. */
export function GradeProposals(props: GradeProposalsProps): ReactNode {
  const { title, headingId, proposals, canWrite, pending, error, onGrade } = props;
  const { t } = useTranslation(judgingTexts);
  if (proposals.length === 0) return null;
  return (
    <section className="pb-examine-part" aria-labelledby={headingId}>
      <h3 className="pb-label" id={headingId}>
        {title}
      </h3>
      {error === null ? null : <ProblemNotice error={error} />}
      <ul>
        {proposals.map(({ id, words, proposed, level }) => (
          <li key={id} className="pb-between pb-wrap">
            <span className="pb-sm">{words}</span>
            {level === null ? null : <span className="pb-tag pb-tag-ok">{t('grade.taken', { level })}</span>}
            {canWrite ? (
              <Button
                size="xs"
                loading={pending}
                onClick={() => {
                  onGrade(id, level === null ? proposed : null);
                }}
              >
                {level === null ? t('grade.take', { level: proposed }) : t('grade.withdraw')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
