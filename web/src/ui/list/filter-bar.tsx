import './filter-bar.css';

import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { uiTexts } from '../ui.texts.js';
import type { ListState } from './use-list-state.js';

export interface FilterChoice<Filter extends string> {
  readonly name: Filter;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** The choice that filters nothing, when « Tous » would not be true. */
  readonly any?: string;
}

interface FilterBarProps<Filter extends string> {
  readonly list: ListState<Filter>;
  readonly filters?: readonly FilterChoice<Filter>[];
  /** How many rows match; read out when it changes. */
  readonly count?: number | undefined;
  readonly searchLabel?: string;
  /** What else is done with the rows found, e.g. their export. */
  readonly children?: ReactNode;
}

const typingPause = 250;

/** Search and filters of a list, kept in the address. */
export function FilterBar<Filter extends string>({
  list,
  filters = [],
  count,
  searchLabel,
  children,
}: FilterBarProps<Filter>): ReactNode {
  const { t } = useTranslation(uiTexts);
  return (
    <div className="pb-filters" role="search">
      <SearchField label={searchLabel ?? t('list.search')} value={list.search} onSearch={list.setSearch} />
      {filters.map((filter) => (
        <NativeSelect
          key={filter.name}
          label={filter.label}
          value={list.filters[filter.name]}
          data={[{ value: '', label: filter.any ?? t('list.any') }, ...filter.options]}
          onChange={(event) => {
            list.setFilter(filter.name, event.currentTarget.value);
          }}
        />
      ))}
      {list.isFiltered ? (
        <Button variant="transparent" onClick={list.clear}>
          {t('list.clear')}
        </Button>
      ) : null}
      <p className="pb-filters-count pb-sm pb-muted" role="status">
        {count === undefined ? '' : t('list.results', { count })}
      </p>
      {children}
    </div>
  );
}

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onSearch: (text: string) => void;
}

function SearchField({ label, value, onSearch }: SearchFieldProps): ReactNode {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // The address changed by other means (back button, « Tout effacer »): the field follows.
  if (known !== value) {
    setKnown(value);
    setTyped(value);
  }
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
  return (
    <TextInput
      className="pb-filters-search"
      type="search"
      label={label}
      value={typed}
      leftSection={<IconSearch size={16} aria-hidden />}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => {
          setKnown(text.trim());
          onSearch(text.trim());
        }, typingPause);
      }}
    />
  );
}
