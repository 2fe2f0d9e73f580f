import './warnings.css';

import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Allowed } from '../../platform/session/allowed.js';
import { EngagementFile, type Engagement } from '../../ui/engagement/engagement-file.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { LessonLink } from '../../ui/law/lesson-link.js';
import { useEngagementWarnings, type WarningQuestion } from './use-warnings.js';
import { WarningTable } from './warning-table.js';
import { warningTexts } from './warnings.texts.js';

/** What the supplier advised on one engagement, what was decided, and what nobody wrote. */
export function EngagementWarningsScreen(): ReactNode {
  return (
    <EngagementFile part="warnings" actions={(engagement) => <Enter engagement={engagement} />}>
      {(engagement) => <Register engagement={engagement} />}
    </EngagementFile>
  );
}

function Enter({ engagement }: { readonly engagement: Engagement }): ReactNode {
  const { t } = useTranslation(warningTexts);
  if (engagement.archived || engagement.supplierArchived) return null;
  return (
    <Allowed action="warnings:decide">
      <Button component={Link} to={`/engagements/${engagement.id}/warnings/new`} variant="filled">
        {t('enter')}
      </Button>
    </Allowed>
  );
}

function Register({ engagement }: { readonly engagement: Engagement }): ReactNode {
  const { t } = useTranslation(warningTexts);
  const register = useEngagementWarnings(engagement.id);
  if (register.isPending) return <ListSkeleton rows={5} />;
  if (register.isError) return <ProblemNotice error={register.error} onRetry={register.refetch} />;
  const { items, missing, followed } = register.data;
  return (
    <div className="pb-warnings">
      <div>
        <p className="pb-legal">{t('legal')}</p>
        <p className="pb-sm pb-soft">{t('silence')}</p>
        {followed ? null : <p className="pb-sm pb-soft">{t('not-followed')}</p>}
      </div>
      {missing.length === 0 ? null : <Missing missing={missing} />}
      {items.length === 0 ? (
        <EmptyState title={t('none.engagement')} action={<Enter engagement={engagement} />}>
          {t('none.engagement.text')}
        </EmptyState>
      ) : (
        <WarningTable rows={items} beside="nothing" />
      )}
      <p className="pb-row pb-wrap pb-sm">
        <Link to="/warnings?standing=undecided">{t('all')}</Link>
        <LessonLink lessonId="R-09" />
      </p>
    </div>
  );
}

function Missing({ missing }: { readonly missing: readonly WarningQuestion[] }): ReactNode {
  const { t, language } = useTranslation(warningTexts);
  return (
    <section className="pb-warnings-missing" aria-labelledby="warnings-missing">
      <h2 id="warnings-missing">{t('missing.buyer', { count: missing.length })}</h2>
      <p className="pb-sm pb-soft">{t('missing.buyer.text')}</p>
      <ul>
        {missing.map(({ id, text }) => (
          <li key={id} className="pb-sm">
            <span className="pb-mono">{id}</span> {text[language]}
          </li>
        ))}
      </ul>
    </section>
  );
}
