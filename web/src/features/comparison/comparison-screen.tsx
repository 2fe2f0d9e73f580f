import './comparison.css';

import { TextInput } from '@mantine/core';
import { parisDay } from '@probant/shared/calendar';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { useNow } from '../../ui/format/use-now.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { comparisonTexts } from './comparison.texts.js';
import { ComparedTable } from './compared-table.js';
import { EngagementChoice } from './engagement-choice.js';
import { type Asked, isEnough, useAsked, useComparison } from './use-comparison.js';

/** Engagements side by side question by question, or one of them on two days. */
export function ComparisonScreen(): ReactNode {
  const { t } = useTranslation(comparisonTexts);
  const { asked, ask } = useAsked();
  const comparison = useComparison(asked);
  const ofDays = asked.kind === 'days';
  const first = ofDays ? comparison.data?.columns[0] : undefined;
  return (
    <Main>
      <PageHeader
        title={t(ofDays ? 'title.days' : 'title')}
        subtitle={first?.engagementName}
        breadcrumbs={[
          { title: t('portfolio'), path: '/portfolio' },
          ...(first === undefined
            ? []
            : [{ title: first.supplierName, path: `/engagements/${first.engagementId}` }]),
        ]}
      />
      <div className="pb-page pb-stack">
        {ofDays ? (
          <DayChoice
            asked={{ ...asked, at: asked.at ?? comparison.data?.columns[0]?.day ?? null }}
            onAsk={ask}
          />
        ) : (
          <EngagementChoice
            ids={asked.ids}
            onChoose={(ids) => {
              ask({ kind: 'engagements', ids });
            }}
          />
        )}
        {isEnough(asked) ? (
          <Content asked={asked} comparison={comparison} />
        ) : (
          <EmptyState title={t('none.title')}>{t('none.text')}</EmptyState>
        )}
      </div>
    </Main>
  );
}

interface ContentProps {
  readonly asked: Asked;
  readonly comparison: ReturnType<typeof useComparison>;
}

function Content({ asked, comparison }: ContentProps): ReactNode {
  if (comparison.isPending) return <ListSkeleton rows={10} />;
  if (comparison.isError) return <ProblemNotice error={comparison.error} onRetry={comparison.refetch} />;
  return <ComparedTable asked={asked} compared={comparison.data} busy={comparison.isPlaceholderData} />;
}

interface DayChoiceProps {
  readonly asked: Extract<Asked, { kind: 'days' }>;
  readonly onAsk: (asked: Asked) => void;
}

function DayChoice({ asked, onAsk }: DayChoiceProps): ReactNode {
  const { t } = useTranslation(comparisonTexts);
  const today = parisDay(useNow().toISOString());
  const field = (name: 'at' | 'and', bounds: { readonly min?: string; readonly max: string }): ReactNode => (
    <TextInput
      key={`${name} ${asked[name] ?? ''}`}
      type="date"
      label={t(name)}
      defaultValue={asked[name] ?? ''}
      {...bounds}
      onBlur={(event) => {
        const { value, validity } = event.currentTarget;
        if (value !== '' && validity.valid && value !== asked[name]) onAsk({ ...asked, [name]: value });
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
      }}
    />
  );
  return (
    <div className="pb-compare-days" role="group" aria-label={t('days.of')}>
      {field('at', { max: asked.and })}
      {field('and', { ...(asked.at === null ? {} : { min: asked.at }), max: today })}
    </div>
  );
}
