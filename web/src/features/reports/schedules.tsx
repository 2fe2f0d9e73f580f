import { Button } from '@mantine/core';
import { reportKindNames } from '@probant/shared/reports/report';
import { frequencyNames } from '@probant/shared/reports/schedule';
import { dayInWords } from '@probant/shared/words/dates';
import { type ReactNode, useState } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Allowed } from '../../platform/session/allowed.js';
import { ConfirmDialog } from '../../ui/feedback/confirm-dialog.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { reportTexts } from './reports.texts.js';
import { ScheduleDialog } from './schedule-dialog.js';
import { useSchedules, useStopSchedule, type ReportSchedule } from './use-reports.js';

/** Reports that come round by themselves. */
export function Schedules(): ReactNode {
  const { t } = useTranslation(reportTexts);
  return (
    <section aria-labelledby="report-schedules">
      <h2 id="report-schedules">{t('schedules')}</h2>
      <p className="pb-sm pb-soft">{t('schedules.lead')}</p>
      <List />
    </section>
  );
}

function List(): ReactNode {
  const { t } = useTranslation(reportTexts);
  const schedules = useSchedules();
  if (schedules.isPending) return <TextSkeleton lines={3} />;
  if (schedules.isError) return <ProblemNotice error={schedules.error} onRetry={schedules.refetch} />;
  if (schedules.data.length === 0) return <p className="pb-soft">{t('schedules.none')}</p>;
  return (
    <ul className="pb-reports-list">
      {schedules.data.map((schedule) => (
        <ScheduleLine key={schedule.id} schedule={schedule} />
      ))}
    </ul>
  );
}

function ScheduleLine({ schedule }: { readonly schedule: ReportSchedule }): ReactNode {
  const { t, language } = useTranslation(reportTexts);
  const [opened, setOpened] = useState<'change' | 'stop' | null>(null);
  const stop = useStopSchedule();
  const { id, kind, format, frequency, recipients, nextOn } = schedule;
  const name = reportKindNames[kind][language];
  const close = (): void => {
    setOpened(null);
  };
  return (
    <li className="pb-card pb-report">
      <div className="pb-report-what">
        <h3>{name}</h3>
        <p className="pb-sm pb-soft">
          {frequencyNames[frequency][language]}
          {nextOn === null ? '' : `, ${t('next', { day: dayInWords(nextOn, language) })}`}
        </p>
        <p className="pb-sm">{recipients.map((one) => one.name).join(', ')}</p>
      </div>
      <span className="pb-tag">
        {format.toUpperCase()} · {schedule.language.toUpperCase()}
      </span>
      <div className="pb-report-state">
        {nextOn === null ? (
          <span className="pb-sm pb-soft">{t('stopped')}</span>
        ) : (
          <Allowed action="reports:make">
            <Button
              variant="default"
              aria-label={t('change.of', { name })}
              onClick={() => {
                setOpened('change');
              }}
            >
              {t('change')}
            </Button>
            <Button
              variant="default"
              aria-label={t('stop.of', { name })}
              onClick={() => {
                setOpened('stop');
              }}
            >
              {t('stop')}
            </Button>
          </Allowed>
        )}
      </div>
      {opened === 'change' ? <ScheduleDialog schedule={schedule} onClose={close} /> : null}
      <ConfirmDialog
        opened={opened === 'stop'}
        title={t('stop.title')}
        confirm={t('stop')}
        act={() => stop.mutateAsync(id)}
        onClose={close}
      >
        {t('stop.text')}
      </ConfirmDialog>
    </li>
  );
}
