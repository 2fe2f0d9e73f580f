import { useQuery } from '@tanstack/react-query';
import { obligationKinds, obligationRules } from '@probant/shared/obligations/kinds';
import { obligationStates, stateNames } from '@probant/shared/obligations/marks';
import { expiryWindows } from '@probant/shared/portfolio/figures';
import { regulations } from '@probant/shared/obligations/regulations';

import { api } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import type { FilterChoice } from '../../ui/list/filter-bar.js';
import { calendarTexts } from './calendar.texts.js';
import type { Filter } from './use-calendar.js';

const offered = 200;

/** Suppliers are offered by name, the engagements of the one that was chosen after it; a search finds any. */
export function useFilterChoices(supplierId: string, view: 'year' | 'list'): FilterChoice<Filter>[] {
  const { t, language } = useTranslation(calendarTexts);
  const suppliers = useQuery({
    queryKey: ['suppliers', 'list', { sort: 'name', limit: offered }],
    queryFn: ({ signal }) => api.get('/api/suppliers', { query: { sort: 'name', limit: offered }, signal }),
  });
  const engagements = useQuery({
    queryKey: ['engagements', 'of', supplierId, 'active'],
    queryFn: ({ signal }) => api.get('/api/engagements', { query: { supplierId, limit: offered }, signal }),
    enabled: supplierId !== '',
  });
  const named = (items: readonly { readonly id: string; readonly name: string }[] = []) =>
    items.map(({ id, name }) => ({ value: id, label: name }));
  return [
    {
      name: 'state',
      label: t('filter.state'),
      // A year shows what was done as well.
      any: t(view === 'year' ? 'filter.state.all' : 'filter.state.any'),
      options: [
        ...obligationStates.map((value) => ({ value, label: stateNames[value][language] })),
        { value: 'today', label: t('filter.state.today') },
        { value: 'soon', label: t('soon.title') },
        ...(view === 'year' ? [] : [{ value: 'all', label: t('filter.state.all') }]),
      ],
    },
    {
      name: 'kind',
      label: t('filter.kind'),
      options: obligationKinds.map((value) => ({ value, label: obligationRules[value][language] })),
    },
    // A year shows every day of it.
    ...(view === 'year'
      ? []
      : [
          {
            name: 'within' as const,
            label: t('filter.within'),
            options: expiryWindows.map((value) => ({
              value,
              label: t('filter.within.days', { count: Number(value) }),
            })),
          },
        ]),
    { name: 'supplierId', label: t('filter.supplier'), options: named(suppliers.data?.items) },
    ...(supplierId === ''
      ? []
      : [
          {
            name: 'engagementId' as const,
            label: t('filter.engagement'),
            options: named(engagements.data?.items),
          },
        ]),
    {
      name: 'regulation',
      label: t('filter.regulation'),
      options: regulations.map(({ id, name }) => ({ value: id, label: name[language] })),
    },
  ];
}
