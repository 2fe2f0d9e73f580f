import type { ReactNode } from 'react';

import { instantByParis, momentInWords } from '../../platform/i18n/moments.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { DataTable, type Column } from '../../ui/list/data-table.js';
import { incidentTexts } from './incidents.texts.js';
import { useVerdict } from './use-verdict.js';
import type { Due } from './use-incidents.js';

const tones: Readonly<Record<Due['verdict'], string>> = {
  kept: 'pb-tag pb-tag-ok',
  late: 'pb-tag pb-tag-amber',
  overdue: 'pb-tag pb-tag-amber',
  uncertain: 'pb-tag',
  running: 'pb-tag pb-tag-blue',
  waiting: 'pb-tag',
  'no-figure': 'pb-tag',
  'not-written': 'pb-tag',
  unread: 'pb-tag',
};

/** Who owes whom what, until when, under which text, and whether it was kept. */
export function DueTable({ dues }: { readonly dues: readonly Due[] }): ReactNode {
  const { t, language } = useTranslation(incidentTexts);
  const columns: readonly Column<Due>[] = [
    { key: 'who', header: t('dues.who'), cell: (due) => <Duty due={due} /> },
    {
      key: 'until',
      header: t('dues.until'),
      cell: ({ dueUntil }) => (dueUntil === null ? '–' : instantByParis(dueUntil, language)),
    },
    {
      key: 'done',
      header: t('dues.done'),
      cell: ({ done }) => (done === null ? '–' : momentInWords(done, language, t('hour.unknown'))),
    },
    { key: 'state', header: t('dues.state'), cell: (due) => <State due={due} /> },
  ];
  return <DataTable caption={t('dues')} columns={columns} rows={dues} rowKey={({ key }) => key} />;
}

function Duty({ due: { key, owedBy, owedTo } }: { readonly due: Due }): ReactNode {
  const { t } = useTranslation(incidentTexts);
  return (
    <>
      <span className="pb-strong">{t(`due.${key}`)}</span>
      <span className="pb-xs pb-muted pb-incident-law">
        {t('who.line', { by: t(`by.${owedBy}`), to: t(`to.${owedTo}`) })} · {t(`law.${key}`)}
      </span>
    </>
  );
}

function State({ due }: { readonly due: Due }): ReactNode {
  const verdict = useVerdict(due);
  return <span className={tones[due.verdict]}>{verdict}</span>;
}
