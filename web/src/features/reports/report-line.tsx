import { Button, Progress } from '@mantine/core';
import { isProblemCode, problemTitle, type ProblemCode } from '@probant/shared/problems';
import { reportKindNames } from '@probant/shared/reports/report';
import { dayInWords } from '@probant/shared/words/dates';
import type { ReactNode } from 'react';

import { formatBytes } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Allowed } from '../../platform/session/allowed.js';
import { DateText } from '../../ui/format/date-text.js';
import { reportTexts } from './reports.texts.js';
import { useGiveUpReport, type Report } from './use-reports.js';

interface ReportLineProps {
  readonly report: Report;
  /** The address asks for this one. */
  readonly named: boolean;
}

/** One report: how far it is, or the file. */
export function ReportLine({ report, named }: ReportLineProps): ReactNode {
  const { t, language } = useTranslation(reportTexts);
  const { kind, title, format, state, dueOn, wantedByName, wantedAt } = report;
  return (
    <li className="pb-card pb-report" aria-current={named ? 'true' : undefined}>
      <div className="pb-report-what">
        <h3>
          {reportKindNames[kind][language]}
          {title === '' ? null : <span className="pb-soft">, {title}</span>}
        </h3>
        <p className="pb-sm pb-soft">
          <DateText value={wantedAt} as="instant" />,{' '}
          {dueOn === null
            ? t('by', { name: wantedByName })
            : t('scheduled', { day: dayInWords(dueOn, language) })}
        </p>
      </div>
      <span className="pb-tag">
        {format.toUpperCase()} · {report.language.toUpperCase()}
      </span>
      <div className="pb-report-state">
        {state === 'queued' || state === 'running' ? (
          <UnderWay report={report} />
        ) : (
          <Outcome report={report} />
        )}
      </div>
    </li>
  );
}

function UnderWay({ report }: { readonly report: Report }): ReactNode {
  const { t, language } = useTranslation(reportTexts);
  const giveUp = useGiveUpReport();
  const { id, done, total, state, kind } = report;
  const words = total === 0 ? t(state) : t('progress.of', { done, total });
  return (
    <>
      <Progress
        className="pb-report-progress"
        value={total === 0 ? 0 : (100 * done) / total}
        aria-label={words}
      />
      <span className="pb-sm pb-num" role="status">
        {words}
      </span>
      <Allowed action="reports:make">
        <Button
          variant="default"
          size="compact-sm"
          aria-label={t('cancel.of', { name: reportKindNames[kind][language] })}
          onClick={() => {
            giveUp.mutate(id);
          }}
        >
          {t('cancel')}
        </Button>
      </Allowed>
    </>
  );
}

function Outcome({ report }: { readonly report: Report }): ReactNode {
  const { t, language } = useTranslation(reportTexts);
  const { id, state, problem, fileName, bytes, keptUntil } = report;
  if (state === 'failed') {
    const code: ProblemCode = problem !== null && isProblemCode(problem) ? problem : 'internal-error';
    return <p role="alert">{problemTitle(code, language)}</p>;
  }
  if (state === 'removed') return <span className="pb-sm pb-soft">{t('gone')}</span>;
  if (state !== 'done') return <span className="pb-sm pb-soft">{t(state)}</span>;
  return (
    <>
      <span className="pb-sm pb-soft">
        {formatBytes(bytes ?? 0, language)}
        {keptUntil === null ? '' : `, ${t('until', { day: dayInWords(keptUntil, language) })}`}
      </span>
      <Button
        component="a"
        variant="default"
        href={`/api/reports/${id}/file`}
        download
        aria-label={t('download.of', { name: fileName ?? '' })}
      >
        {t('download')}
      </Button>
    </>
  );
}
