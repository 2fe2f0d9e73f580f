import { Button } from '@mantine/core';
import { monthInWords } from '@probant/shared/patch-reports/month';
import { monthStandingNames, type MonthStanding } from '@probant/shared/patch-reports/patch-report';
import { type ReactNode, useState } from 'react';

import { formatDay, formatInstantDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { patchReportTexts } from './patch-reports.texts.js';
import { ReportDialog } from './report-dialog.js';
import type { PatchMonth, PatchReports } from './use-patch-reports.js';

interface MonthListProps {
  readonly engagementId: string;
  readonly reports: PatchReports;
  readonly readOnly: boolean;
  readonly reread: () => unknown;
}

const tags: Readonly<Record<MonthStanding, string>> = {
  received: 'pb-tag pb-tag-ok',
  missed: 'pb-tag pb-tag-ink',
  'to-record': 'pb-tag pb-tag-amber',
  running: 'pb-tag',
};

/** Each month with what was recorded of it, the last one first. */
export function MonthList({ engagementId, reports, readOnly, reread }: MonthListProps): ReactNode {
  const { t, language } = useTranslation(patchReportTexts);
  const [recording, setRecording] = useState<string | null>(null);
  const { fromMonth } = reports.expectation;
  const of = reports.months.find(({ month }) => month === recording);
  if (reports.months.length === 0) return null;
  return (
    <section className="pb-card pb-patch-card" aria-labelledby="patch-months">
      <h2 id="patch-months">{t('months')}</h2>
      <ul className="pb-patch-months">
        {reports.months.map((one) => {
          const counted = fromMonth !== null && one.month >= fromMonth;
          const act = one.reports.length === 0 ? 'record' : 'correct';
          return (
            <li key={one.month}>
              <span className="pb-medium pb-patch-month">{monthInWords(one.month, language)}</span>
              <span className={tags[one.standing]}>{monthStandingNames[one.standing][language]}</span>
              {counted ? null : <span className="pb-tag">{t('not-counted')}</span>}
              <Records reports={one.reports} />
              {readOnly || !counted ? null : (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={t(`${act}.of`, { month: monthInWords(one.month, language) })}
                  onClick={() => {
                    setRecording(one.month);
                  }}
                >
                  {t(act)}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {of === undefined ? null : (
        <ReportDialog
          engagementId={engagementId}
          of={of}
          reread={reread}
          onClose={() => {
            setRecording(null);
          }}
        />
      )}
    </section>
  );
}

function Records({ reports }: Pick<PatchMonth, 'reports'>): ReactNode {
  const { t } = useTranslation(patchReportTexts);
  const [last, ...earlier] = reports;
  if (last === undefined) return <span className="pb-grow" />;
  return (
    <div className="pb-grow pb-patch-records">
      <Record report={last} last />
      {earlier.length === 0 ? null : (
        <details>
          <summary className="pb-xs pb-muted">{t('earlier')}</summary>
          <ul>
            {earlier.map((one) => (
              <li key={one.revision}>
                <Record report={one} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

interface RecordProps {
  readonly report: PatchMonth['reports'][number];
  /** The month says beside it what its last record says. */
  readonly last?: boolean;
}

function Record({ report, last = false }: RecordProps): ReactNode {
  const { t, language } = useTranslation(patchReportTexts);
  const { outcome, receivedOn, note, recordedByName, recordedAt } = report;
  const missed = last ? '' : monthStandingNames[outcome][language];
  const what = receivedOn === null ? missed : t('received', { day: formatDay(receivedOn, language) });
  const by = t('by', { name: recordedByName, day: formatInstantDay(recordedAt, language) });
  return (
    <>
      <p className="pb-sm">
        {what} <span className="pb-xs pb-muted">({by})</span>
      </p>
      {note === '' ? null : <p className="pb-sm pb-soft pb-patch-note">{note}</p>}
    </>
  );
}
