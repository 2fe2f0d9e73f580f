import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { maxCounts } from '@probant/shared/limits';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { campaignTexts } from './campaigns.texts.js';
import { type Engagement, useEngagements } from './use-campaigns.js';
import type { Chosen } from './use-composition.js';

interface EngagementPickerProps {
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}

const typingPause = 250;

/** Engagements to tick, found by typing; those already ticked stay so while one searches for others. */
export function EngagementPicker({ chosen, onChoose }: EngagementPickerProps): ReactNode {
  const { t } = useTranslation(campaignTexts);
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), typingPause);
  const engagements = useEngagements(search);
  if (engagements.isPending) return <ListSkeleton rows={5} />;
  if (engagements.isError) {
    return <ProblemNotice error={engagements.error} onRetry={engagements.refetch} />;
  }
  const shown = engagements.data.pages.flatMap(({ items }) => items);
  if (shown.length === 0 && search === '') return <NoEngagement />;
  const toggle = (id: string, on: boolean): void => {
    const next = new Map(chosen);
    if (on) next.set(id, undefined);
    else next.delete(id);
    onChoose(next);
  };
  const addAll = (): void => {
    const all = [
      ...chosen,
      ...shown.filter(({ id }) => !chosen.has(id)).map(({ id }) => [id, undefined] as const),
    ];
    onChoose(new Map(all.slice(0, maxCounts.engagementsPerCampaign)));
  };
  return (
    <>
      <TextInput
        type="search"
        label={t('compose.search')}
        value={typed}
        leftSection={<IconSearch size={16} aria-hidden />}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          // The form around it must not send on Enter.
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
      {shown.length === 0 ? <p className="pb-soft">{t('compose.engagements.found')}</p> : null}
      <ul className="pb-compose-list" aria-label={t('compose.engagements')}>
        {shown.map((engagement) => (
          <Choice
            key={engagement.id}
            engagement={engagement}
            checked={chosen.has(engagement.id)}
            onToggle={toggle}
          />
        ))}
      </ul>
      <div className="pb-row pb-wrap">
        <Button size="xs" onClick={addAll}>
          {t('compose.all')}
        </Button>
        {engagements.hasNextPage ? (
          <Button
            size="xs"
            loading={engagements.isFetchingNextPage}
            onClick={() => void engagements.fetchNextPage()}
          >
            {t('compose.more')}
          </Button>
        ) : null}
        <span className="pb-sm pb-muted" role="status">
          {t('compose.chosen', { count: chosen.size })}
        </span>
      </div>
    </>
  );
}

function NoEngagement(): ReactNode {
  const { t } = useTranslation(campaignTexts);
  return (
    <EmptyState
      title={t('compose.engagements.none')}
      action={
        <Button component={Link} to="/suppliers">
          {t('compose.engagements.open')}
        </Button>
      }
    >
      {t('compose.engagements.none.text')}
    </EmptyState>
  );
}

interface ChoiceProps {
  readonly engagement: Engagement;
  readonly checked: boolean;
  readonly onToggle: (id: string, on: boolean) => void;
}

function Choice({ engagement, checked, onToggle }: ChoiceProps): ReactNode {
  const { id, supplierName, name, tier } = engagement;
  return (
    <li>
      <label>
        <input
          type="checkbox"
          checked={checked}
          onChange={(event) => {
            onToggle(id, event.currentTarget.checked);
          }}
        />
        <span className="pb-grow">
          {supplierName} <span className="pb-muted">{name}</span>
        </span>
        <span className="pb-tag">{tier}</span>
      </label>
    </li>
  );
}
