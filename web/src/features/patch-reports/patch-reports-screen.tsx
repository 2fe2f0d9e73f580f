import './patch-reports.css';

import { Button } from '@mantine/core';
import { monthInWords } from '@probant/shared/patch-reports/month';
import { type ReactNode, useState } from 'react';

import { formatInstantDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useCan } from '../../platform/session/allowed.js';
import { EngagementFile, type Engagement } from '../../ui/engagement/engagement-file.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { ExpectationDialog } from './expectation-dialog.js';
import { MonthList } from './month-list.js';
import { MonthStrip } from './month-strip.js';
import { patchReportTexts } from './patch-reports.texts.js';
import { type PatchReports, usePatchReports } from './use-patch-reports.js';

/** The monthly patch reports of an engagement, as the buyer recorded them. */
export function PatchReportsScreen(): ReactNode {
  return (
    <EngagementFile part="patch-reports">
      {(engagement) => <Content key={engagement.id} engagement={engagement} />}
    </EngagementFile>
  );
}

function Content({ engagement }: { readonly engagement: Engagement }): ReactNode {
  const { t } = useTranslation(patchReportTexts);
  const reports = usePatchReports(engagement.id);
  const mayWrite = useCan('contracts:write');
  if (reports.isPending) return <TextSkeleton lines={8} />;
  if (reports.isError) return <ProblemNotice error={reports.error} onRetry={reports.refetch} />;
  const archived = engagement.archived || engagement.supplierArchived;
  const view: ViewProps = {
    engagementId: engagement.id,
    reports: reports.data,
    readOnly: archived || !mayWrite,
    reread: reports.refetch,
  };
  return (
    <div className="pb-patch">
      <p className="pb-legal">{t('about')}</p>
      {view.readOnly ? (
        <p className="pb-sm pb-soft">{t(archived ? 'read-only.archived' : 'read-only')}</p>
      ) : null}
      <View {...view} />
    </div>
  );
}

interface ViewProps {
  readonly engagementId: string;
  readonly reports: PatchReports;
  readonly readOnly: boolean;
  readonly reread: () => unknown;
}

function View(props: ViewProps): ReactNode {
  const { t } = useTranslation(patchReportTexts);
  const { reports, readOnly } = props;
  const { expectation, months } = reports;
  const [setting, setSetting] = useState(false);
  const set = (label: string, variant: 'filled' | 'default'): ReactNode =>
    readOnly ? null : (
      <Button
        size="sm"
        variant={variant}
        onClick={() => {
          setSetting(true);
        }}
      >
        {label}
      </Button>
    );
  return (
    <>
      {expectation.fromMonth === null && months.length === 0 ? (
        <EmptyState title={t('expected.none')} action={set(t('expected.set'), 'filled')}>
          {t('expected.none.text')}
        </EmptyState>
      ) : (
        <>
          <section className="pb-card pb-patch-card" aria-labelledby="patch-strip">
            <div className="pb-between pb-wrap">
              <h2 id="patch-strip">{t('title')}</h2>
              {set(t('expected.change'), 'default')}
            </div>
            <Expected expectation={expectation} />
            <MonthStrip months={months} />
          </section>
          <MonthList {...props} />
        </>
      )}
      {setting ? (
        <ExpectationDialog
          {...props}
          onClose={() => {
            setSetting(false);
          }}
        />
      ) : null}
    </>
  );
}

function Expected({ expectation }: Pick<PatchReports, 'expectation'>): ReactNode {
  const { t, language } = useTranslation(patchReportTexts);
  const { fromMonth, setByName, setAt } = expectation;
  return (
    <p className="pb-sm pb-soft">
      {fromMonth === null
        ? t('expected.off')
        : t('expected.from', { month: monthInWords(fromMonth, language) })}{' '}
      {setByName === null || setAt === null
        ? null
        : t('expected.by', { name: setByName, day: formatInstantDay(setAt, language) })}
    </p>
  );
}
