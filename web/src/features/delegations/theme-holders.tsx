import { questionsOfPart } from '@probant/shared/delegations/part';
import type {
  SupplierQuestionnaire,
  SupplierTheme,
} from '@probant/shared/questionnaires/supplier-questionnaire';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { type Column, DataTable } from '../../ui/list/data-table.js';
import { delegationTexts } from './delegations.texts.js';
import type { Delegation } from './use-delegations.js';

interface ThemeHoldersProps {
  readonly document: SupplierQuestionnaire;
  readonly parts: readonly Delegation[];
}

/** The other way round: who holds each theme, in whole or in part. */
export function ThemeHolders({ document, parts }: ThemeHoldersProps): ReactNode {
  const { t, language } = useTranslation(delegationTexts);
  const columns: Column<SupplierTheme>[] = [
    { key: 'theme', header: t('theme'), cell: ({ title }) => title[language] },
    {
      key: 'holders',
      header: t('holders'),
      cell: (theme) => {
        const holders = holdersOf(document, theme, parts);
        if (holders.length === 0) return <span className="pb-muted">{t('nobody')}</span>;
        return holders.map(({ part, count }) => (
          <span key={part.id} className="pb-tag">
            {count === null ? part.name : t('some-of', { name: part.name, count })}
          </span>
        ));
      },
    },
  ];
  return (
    <section aria-labelledby="by-theme">
      <h2 id="by-theme">{t('themes')}</h2>
      <DataTable caption={t('themes')} columns={columns} rows={document.themes} rowKey={({ code }) => code} />
    </section>
  );
}

/** Those who hold something of a theme; `null` for the whole of it. */
function holdersOf(
  document: SupplierQuestionnaire,
  { code, questions }: SupplierTheme,
  parts: readonly Delegation[],
): { part: Delegation; count: number | null }[] {
  return parts.flatMap((part): { part: Delegation; count: number | null }[] => {
    if (part.themes.includes(code)) return [{ part, count: null }];
    const held = new Set(questionsOfPart(document, part));
    const count = questions.filter(({ id }) => held.has(id)).length;
    return count === 0 ? [] : [{ part, count }];
  });
}
