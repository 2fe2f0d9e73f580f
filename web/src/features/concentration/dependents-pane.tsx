import { Button } from '@mantine/core';
import { activityNames } from '@probant/shared/certifications/activities';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { toListQuery } from '../../platform/api/list-query.js';
import { formatMoney } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { ExportMenu } from '../../ui/list/export-menu.js';
import { GradeBadge } from '../../ui/score/grade-badge.js';
import { concentrationTexts } from './concentration.texts.js';
import { DepthText } from './depth-text.js';
import { Identity } from './node-table.js';
import { type Dependents, useDependents } from './use-concentration.js';

/** If this one fails: which engagements, how critical, for how much. */
export function DependentsPane({ nodeId }: { readonly nodeId: string | null }): ReactNode {
  const { t } = useTranslation(concentrationTexts);
  return (
    <aside className="pb-card pb-conc-pane" aria-live="polite">
      {nodeId === null ? <p className="pb-soft">{t('fails.none')}</p> : <Told nodeId={nodeId} />}
    </aside>
  );
}

function Told({ nodeId }: { readonly nodeId: string }): ReactNode {
  const { t } = useTranslation(concentrationTexts);
  const dependents = useDependents(nodeId);
  if (dependents.isPending) return <TextSkeleton lines={10} />;
  if (dependents.isError) return <ProblemNotice error={dependents.error} onRetry={dependents.refetch} />;
  const { pages } = dependents.data;
  const [told] = pages;
  if (told === undefined) return null;
  const { node, supplierId, total, tiers } = told;
  const items = pages.flatMap((page) => page.items);
  return (
    <div className="pb-stack">
      <div className="pb-between">
        <h2>{t(node.kind === 'country' ? 'fails.title.country' : 'fails.title', { name: node.name })}</h2>
        <ExportMenu list="dependents" query={toListQuery({ node: nodeId })} />
      </div>
      <p className="pb-sm">
        <Identity node={node} /> · <DepthText {...node} />
      </p>
      {supplierId === null ? null : (
        <p className="pb-sm">
          <Link to={`/suppliers/${supplierId}`}>{t('fails.supplier')}</Link>
        </p>
      )}
      <p className="pb-medium">{t('fails.total', { count: total })}</p>
      <ul className="pb-row pb-wrap" aria-label={t('fails.tiers')}>
        {tiers
          .filter(({ count }) => count > 0)
          .map(({ tier, count }) => (
            <li key={tier} className="pb-tag">
              {t('fails.tier', { tier, count })}
            </li>
          ))}
      </ul>
      <Exposure dependents={told} />
      <ul className="pb-conc-list" aria-label={t('fails.list')}>
        {items.map((item) => (
          <Dependent key={item.engagementId} item={item} />
        ))}
      </ul>
      {dependents.hasNextPage ? (
        <Button
          size="xs"
          loading={dependents.isFetchingNextPage}
          onClick={() => void dependents.fetchNextPage()}
        >
          {t('fails.more', { count: total - items.length })}
        </Button>
      ) : null}
    </div>
  );
}

function useRange(): (range: { readonly lowCents: number; readonly highCents: number }) => string {
  const { t, language } = useTranslation(concentrationTexts);
  const money = (cents: number): string => formatMoney(cents / 100, language, { cents: false });
  return ({ lowCents, highCents }) => t('fails.range', { low: money(lowCents), high: money(highCents) });
}

function Exposure({ dependents }: { readonly dependents: Dependents }): ReactNode {
  const { t } = useTranslation(concentrationTexts);
  const inWords = useRange();
  const { amountsShown, estimated, exposure, total, items } = dependents;
  const first = items[0]?.engagementId;
  return (
    <div>
      <p className="pb-label">{t('fails.exposure')}</p>
      {exposure === null ? null : <p className="pb-lg pb-strong pb-tabular">{inWords(exposure)}</p>}
      <p className="pb-xs pb-muted">
        {!amountsShown
          ? t('fails.notice')
          : estimated === 0
            ? t('fails.estimated.none')
            : t('fails.estimated', { count: estimated, total })}
        {!amountsShown && first !== undefined ? (
          <>
            {' '}
            <Link to={`/engagements/${first}/exposure`}>{t('fails.notice.open')}</Link>
          </>
        ) : null}
      </p>
    </div>
  );
}

function Dependent({ item }: { readonly item: Dependents['items'][number] }): ReactNode {
  const { t, language } = useTranslation(concentrationTexts);
  const inWords = useRange();
  const activities = item.activities.map((one) => activityNames[one][language]).join(', ');
  return (
    <li>
      <GradeBadge grade={item.grade} />
      <div>
        <Link to={`/engagements/${item.engagementId}/certification`}>
          {item.supplierName}, {item.engagementName}
        </Link>
        <p className="pb-xs pb-soft">
          {item.tier} · <DepthText leastDepth={item.depth} mostDepth={item.depth} />
          {activities === '' ? null : ` · ${t('fails.activities', { activities })}`}
        </p>
        {item.exposure === null ? null : <p className="pb-xs pb-tabular">{inWords(item.exposure)}</p>}
      </div>
    </li>
  );
}
