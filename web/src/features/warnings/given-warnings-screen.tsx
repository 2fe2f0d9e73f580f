import './warnings.css';

import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { FollowUp } from '../../ui/follow-up/follow-up.js';
import { LessonLink } from '../../ui/law/lesson-link.js';
import type { Schema } from '../../platform/api/client.js';
import { useGivenWarnings } from './use-warnings.js';
import { WarningTable } from './warning-table.js';
import { warningTexts } from './warnings.texts.js';

/** What a supplier advised its customers, and what its own answers say it should. */
export function GivenWarningsScreen(): ReactNode {
  const { t } = useTranslation(warningTexts);
  const register = useGivenWarnings();
  const give = (
    <Button component={Link} to="/follow-up/warnings/new" variant="filled">
      {t('give')}
    </Button>
  );
  const requests = register.data?.requests ?? [];
  return (
    <FollowUp part="warnings" actions={requests.length === 0 ? null : give}>
      {register.isPending ? <ListSkeleton rows={5} /> : null}
      {register.isError ? <ProblemNotice error={register.error} onRetry={register.refetch} /> : null}
      {register.data === undefined ? null : (
        <div className="pb-warnings">
          <p className="pb-legal">{t('legal')}</p>
          <Proposals requests={requests} />
          {register.data.items.length > 0 ? (
            <WarningTable rows={register.data.items} beside="buyer" />
          ) : requests.length === 0 ? (
            <EmptyState title={t('request.none')}>{t('request.none.text')}</EmptyState>
          ) : (
            <EmptyState title={t('none.given')} action={give}>
              {t('none.given.text')}
            </EmptyState>
          )}
        </div>
      )}
    </FollowUp>
  );
}

type Proposed = Schema<'WarningProposalsResponse'>;

function Proposals({ requests }: { readonly requests: readonly Proposed[] }): ReactNode {
  const { t, language } = useTranslation(warningTexts);
  const open = requests.filter(({ missing }) => missing.length > 0);
  if (open.length === 0) return null;
  return (
    <section className="pb-warnings-missing" aria-labelledby="warnings-missing">
      <h2 id="warnings-missing">{t('missing.supplier')}</h2>
      <p className="pb-sm pb-soft">
        {t('missing.supplier.text')} <LessonLink lessonId="R-03" />
      </p>
      <ul>
        {open.flatMap(({ assessmentId, title, buyerName, missing }) =>
          missing.map(({ id, text }) => (
            <li key={`${assessmentId}/${id}`} className="pb-between pb-wrap">
              <span className="pb-sm">
                <span className="pb-mono">{id}</span> {text[language]}
                <span className="pb-muted">
                  {' '}
                  · {buyerName}, {title}
                </span>
              </span>
              <Button
                component={Link}
                size="xs"
                to={`/follow-up/warnings/new?request=${assessmentId}&question=${encodeURIComponent(id)}`}
              >
                {t('missing.write', { id })}
              </Button>
            </li>
          )),
        )}
      </ul>
    </section>
  );
}
