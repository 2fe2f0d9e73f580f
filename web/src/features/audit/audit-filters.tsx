import { Button, NativeSelect, TextInput } from '@mantine/core';
import { eventSubjects, subjectNames } from '@probant/shared/audit/event-subjects';
import { eventKindNames } from '@probant/shared/audit/kind-names';
import { eventKinds } from '@probant/shared/audit/sentence';
import type { Language } from '@probant/shared/questionnaires/document';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import type { ListState } from '../../ui/list/use-list-state.js';
import { auditTexts } from './audit.texts.js';
import { usePeople } from './use-events.js';

export type AuditFilter = 'kind' | 'accountId' | 'assessmentId' | 'day';

/** A day, a person, a kind; an assessment is chosen by coming from it. */
export function AuditFilters({ list }: { readonly list: ListState<AuditFilter> }): ReactNode {
  const { t, language } = useTranslation(auditTexts);
  const people = usePeople();
  const { filters, setFilter } = list;
  return (
    <div className="pb-filters" role="search" aria-label={t('filters')}>
      <TextInput
        type="date"
        label={t('day')}
        value={filters.day}
        onChange={(event) => {
          setFilter('day', event.currentTarget.value);
        }}
      />
      <NativeSelect
        label={t('person')}
        value={filters.accountId}
        data={[
          { value: '', label: t('person.any') },
          ...(people.data ?? []).map(({ accountId, name }) => ({ value: accountId, label: name })),
        ]}
        onChange={(event) => {
          setFilter('accountId', event.currentTarget.value);
        }}
      />
      <NativeSelect
        label={t('kind')}
        value={filters.kind}
        data={[{ value: '', label: t('kind.any') }, ...kindsBySubject(language)]}
        onChange={(event) => {
          setFilter('kind', event.currentTarget.value);
        }}
      />
      {filters.assessmentId === '' ? null : (
        <Button
          variant="default"
          onClick={() => {
            setFilter('assessmentId', '');
          }}
        >
          {t('assessment.clear')}
        </Button>
      )}
      {list.isFiltered ? (
        <Button variant="transparent" onClick={list.clear}>
          {t('clear')}
        </Button>
      ) : null}
    </div>
  );
}

interface KindGroup {
  readonly group: string;
  readonly items: { readonly value: string; readonly label: string }[];
}

function kindsBySubject(language: Language): KindGroup[] {
  return eventSubjects.map((subject) => ({
    group: subjectNames[subject][language],
    items: eventKinds
      .filter((kind) => eventKindNames[kind].subject === subject)
      .map((kind) => ({ value: kind, label: eventKindNames[kind][language] }))
      .sort((one, other) => one.label.localeCompare(other.label, language)),
  }));
}
