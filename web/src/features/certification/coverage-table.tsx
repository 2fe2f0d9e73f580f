import { activityNames, numberOf } from '@probant/shared/certifications/activities';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { DateText } from '../../ui/format/date-text.js';
import { type Column, DataTable } from '../../ui/list/data-table.js';
import { chainNames, reasonInWords } from './chain-words.js';
import { certificationTexts } from './certification.texts.js';
import { StateIcon } from './state-mark.js';
import type { Certification, Covered } from './use-certification.js';

type Row = { readonly activity: Certification['coverage'][number]; readonly line: Covered | null };

/** What the drawing shows, in words: a row for each performer of each activity. */
export function CoverageTable({ certification }: { readonly certification: Certification }): ReactNode {
  const { t, language } = useTranslation(certificationTexts);
  const names = chainNames(certification, t);
  const rows = certification.coverage.flatMap((activity): Row[] =>
    activity.performers.length === 0
      ? [{ activity, line: null }]
      : activity.performers.map((line) => ({ activity, line })),
  );
  const numbers = new Map(certification.certificates.map(({ id, number }) => [id, number]));
  const columns: Column<Row>[] = [
    {
      key: 'activity',
      header: t('column.activity'),
      cell: ({ activity: { activity } }) => `${numberOf(activity)} ${activityNames[activity][language]}`,
    },
    {
      key: 'performer',
      header: t('column.performer'),
      cell: ({ line }) => (line === null ? '–' : names.nameOf(line.actorId)),
    },
    {
      key: 'state',
      header: t('column.state'),
      cell: ({ activity, line }) => {
        const state = line?.state ?? activity.state;
        const reason =
          line === null
            ? state === 'not-performed'
              ? ''
              : t('reason.nobody')
            : reasonInWords(line, names, t, language);
        return (
          <span className="pb-cert-state" data-state={state} data-regulated={certification.regulated}>
            <StateIcon state={state} />
            <span>
              <span className="pb-medium">{t(`state.${state}`)}</span>
              {reason === '' ? null : <span className="pb-xs pb-muted pb-cert-reason">{reason}</span>}
            </span>
          </span>
        );
      },
    },
    {
      key: 'certificate',
      header: t('column.certificate'),
      cell: ({ line }) => {
        const told = (line?.certificateIds ?? [])
          .map((id) => numbers.get(id) ?? '')
          .filter((one) => one !== '');
        return told.length === 0 ? '–' : <span className="pb-mono">{told.join(', ')}</span>;
      },
    },
    {
      key: 'until',
      header: t('column.validity'),
      cell: ({ line }) => (line?.until ? <DateText value={line.until} /> : '–'),
    },
  ];
  return (
    <DataTable
      caption={t('drawing')}
      columns={columns}
      rows={rows}
      rowKey={({ activity, line }) => `${activity.activity} ${line?.actorId ?? ''}`}
    />
  );
}
