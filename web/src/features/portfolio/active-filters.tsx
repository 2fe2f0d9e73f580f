import { Button } from '@mantine/core';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import type { FilterChoice } from '../../ui/list/filter-bar.js';
import type { ListState } from '../../ui/list/use-list-state.js';
import { uiTexts } from '../../ui/ui.texts.js';
import { portfolioTexts } from './portfolio.texts.js';
import type { Filter } from './use-portfolio.js';

interface ActiveFiltersProps {
  readonly list: ListState<Filter>;
  readonly filters: readonly FilterChoice<Filter>[];
  readonly count: number | undefined;
}

/** What the list is narrowed to, in one line, while the filters themselves are folded away. */
export function ActiveFilters({ list, filters, count }: ActiveFiltersProps): ReactNode {
  const { t } = useTranslation(uiTexts);
  const { t: own } = useTranslation(portfolioTexts);
  const chosen = filters.flatMap(({ name, label, options }) => {
    const value = list.filters[name];
    if (value === '') return [];
    const chosenLabel = options.find((option) => option.value === value)?.label ?? value;
    return [name === 'kind' ? chosenLabel : own('filter.chosen', { label, value: chosenLabel })];
  });
  return (
    <div className="pb-folio-active">
      <ul className="pb-row pb-wrap" aria-label={t('list.filters')}>
        {(list.search === '' ? chosen : [list.search, ...chosen]).map((text) => (
          <li key={text} className="pb-tag">
            {text}
          </li>
        ))}
      </ul>
      <Button variant="transparent" size="xs" onClick={list.clear}>
        {t('list.clear')}
      </Button>
      <p className="pb-sm pb-muted" role="status">
        {count === undefined ? '' : t('list.results', { count })}
      </p>
    </div>
  );
}
