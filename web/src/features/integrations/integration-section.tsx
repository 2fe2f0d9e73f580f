import { Button } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { integrationTexts } from './integrations.texts.js';

interface IntegrationSectionProps<Item> {
  readonly kind: 'tokens' | 'webhooks';
  /** What they are for. */
  readonly lead: ReactNode;
  readonly query: UseQueryResult<{ readonly items: Item[] }>;
  readonly onNew: () => void;
  /** The list, while it holds any. */
  readonly children: (items: readonly Item[]) => ReactNode;
}

/** What an organisation has of a kind; the button for a new one stands where the first would, and then above. */
export function IntegrationSection<Item>(props: IntegrationSectionProps<Item>): ReactNode {
  const { kind, lead, query, onNew, children } = props;
  const { t } = useTranslation(integrationTexts);
  const items = query.data?.items;
  const make = (
    <Button variant="filled" onClick={onNew}>
      {t(`${kind}.new`)}
    </Button>
  );
  return (
    <section aria-labelledby={`${kind}-title`} className="pb-stack">
      <div className="pb-between pb-wrap">
        <h2 id={`${kind}-title`}>{t(`${kind}.title`)}</h2>
        {items && items.length > 0 ? make : null}
      </div>
      <p className="pb-soft">{lead}</p>
      {query.isPending ? <ListSkeleton rows={3} /> : null}
      {query.isError ? <ProblemNotice error={query.error} onRetry={query.refetch} /> : null}
      {items?.length === 0 ? (
        <EmptyState title={t(`${kind}.none`)} action={make}>
          {t(`${kind}.none.text`)}
        </EmptyState>
      ) : null}
      {items && items.length > 0 ? children(items) : null}
    </section>
  );
}
