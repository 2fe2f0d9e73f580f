import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { comparedCounts } from '@probant/shared/comparisons/decide-compared';
import { IconPlus, IconSearch, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useEngagement } from '../../ui/engagement/engagement-file.js';
import { comparisonTexts } from './comparison.texts.js';
import { useCandidates } from './use-comparison.js';

interface EngagementChoiceProps {
  readonly ids: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
}

const typingPause = 250;

/** Who is compared, and a search for others; it stays open until there is something to compare. */
export function EngagementChoice({ ids, onChoose }: EngagementChoiceProps): ReactNode {
  const { t } = useTranslation(comparisonTexts);
  const [adding, setAdding] = useState(false);
  const isFull = ids.length >= comparedCounts.max;
  const open = !isFull && (adding || ids.length < comparedCounts.min);
  return (
    <section className="pb-stack" aria-label={t('chosen')}>
      <ChosenList ids={ids} onChoose={onChoose} />
      {isFull ? <p className="pb-sm pb-muted">{t('add.full')}</p> : null}
      {open ? (
        <Search
          ids={ids}
          onAdd={(id) => {
            onChoose([...ids, id]);
          }}
        />
      ) : null}
      {open || isFull ? null : (
        <div>
          <Button
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => {
              setAdding(true);
            }}
          >
            {t('add')}
          </Button>
        </div>
      )}
    </section>
  );
}

function ChosenList({ ids, onChoose }: EngagementChoiceProps): ReactNode {
  if (ids.length === 0) return null;
  return (
    <ul className="pb-row pb-wrap">
      {ids.map((id) => (
        <Chosen
          key={id}
          id={id}
          onRemove={() => {
            onChoose(ids.filter((one) => one !== id));
          }}
        />
      ))}
    </ul>
  );
}

function Chosen({ id, onRemove }: { readonly id: string; readonly onRemove: () => void }): ReactNode {
  const { t } = useTranslation(comparisonTexts);
  const engagement = useEngagement(id);
  const name = engagement.data ? `${engagement.data.supplierName}, ${engagement.data.name}` : '…';
  return (
    <li className="pb-tag pb-compare-chosen">
      {name}
      <button type="button" aria-label={t('chosen.remove', { name })} onClick={onRemove}>
        <IconX size={14} aria-hidden />
      </button>
    </li>
  );
}

interface SearchProps {
  readonly ids: readonly string[];
  readonly onAdd: (id: string) => void;
}

function Search({ ids, onAdd }: SearchProps): ReactNode {
  const { t } = useTranslation(comparisonTexts);
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), typingPause);
  const found = (useCandidates(search).data?.items ?? []).filter(
    ({ engagementId }) => !ids.includes(engagementId),
  );
  return (
    <div className="pb-compare-search">
      <TextInput
        type="search"
        label={t('add')}
        description={t('add.hint')}
        value={typed}
        leftSection={<IconSearch size={16} aria-hidden />}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
        }}
      />
      {found.length === 0 ? <p className="pb-sm pb-muted">{t('add.none')}</p> : null}
      <ul className="pb-row pb-wrap">
        {found.map(({ engagementId, supplierName, engagementName }) => (
          <li key={engagementId}>
            <Button
              size="xs"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => {
                onAdd(engagementId);
              }}
            >
              {supplierName}, {engagementName}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
