import { activityNames, numberOf, scopeInWords } from '@probant/shared/certifications/activities';
import { certificateKindNames } from '@probant/shared/certifications/certificate';
import { addDays, daysBetween } from '@probant/shared/calendar';
import type { ReactNode } from 'react';

import { formatDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { chainNames, type ChainNames } from './chain-words.js';
import { certificationTexts } from './certification.texts.js';
import {
  axisOf,
  boxes,
  columns,
  drawCoverage,
  type Axis,
  type DrawnCertificate,
} from './coverage-geometry.js';
import { StateMark } from './state-mark.js';
import type { Certification } from './use-certification.js';

/** Activities, who performs them, under which certificate and until when: one line each, drawn to scale. */
export function CoverageDrawing({ certification }: { readonly certification: Certification }): ReactNode {
  const { t, language } = useTranslation(certificationTexts);
  const names = chainNames(certification, t);
  const { asOf, today, regulated } = certification;
  const drawing = drawCoverage(certification);
  const shown = drawing.certificates.flatMap(({ certificate }) => certificate ?? []);
  const axis = axisOf(shown, asOf);
  const { height } = drawing;
  return (
    <div
      className="pb-cert-drawing"
      role="region"
      aria-label={t('view.coverage')}
      tabIndex={0}
      data-regulated={regulated}
    >
      <svg
        width={columns.end}
        height={height + 24}
        viewBox={`0 0 ${columns.end} ${height + 24}`}
        role="img"
        aria-label={t('drawing')}
      >
        {(['activity', 'performer', 'certificate', 'validity'] as const).map((key, index) => (
          <text
            key={key}
            className="pb-cert-head"
            x={[columns.activity, columns.actor, columns.certificate, columns.axis][index]}
            y={14}
          >
            {t(`column.${key}`)}
          </text>
        ))}
        <TimeAxis axis={axis} asOf={asOf} height={height} label={t(asOf === today ? 'today' : 'that-day')} />
        {drawing.links.map(({ key, state, from, to, between }) => (
          <path key={key} className="pb-cert-link" data-state={state} d={curve(between, from, to)} />
        ))}
        {drawing.activities.map(({ activity, state, y }) => (
          <g key={activity} transform={`translate(${columns.activity} ${y})`}>
            <rect className="pb-cert-box" y={-25} {...boxes.activity} rx={4} />
            <text className="pb-cert-number" x={16} y={6}>
              {numberOf(activity)}
            </text>
            <text className="pb-cert-name pb-cert-plain" x={40} y={5}>
              {activityNames[activity][language]}
            </text>
            <StateMark state={state} x={242} y={0} />
          </g>
        ))}
        {drawing.actors.map(({ id, state, y }) => (
          <g key={id} transform={`translate(${columns.actor} ${y})`}>
            <rect className="pb-cert-box pb-cert-strong" data-state={state} y={-27} {...boxes.actor} rx={4} />
            <text className="pb-cert-name" x={14} y={-4}>
              {cut(names.nameOf(id), 30)}
            </text>
            <text className="pb-cert-sub" x={14} y={14}>
              {cut(names.roleOf(id), 38)}
            </text>
          </g>
        ))}
        {drawing.certificates.map((drawn) => (
          <CertificateRow
            key={drawn.key}
            drawn={drawn}
            names={names}
            certification={certification}
            axis={axis}
          />
        ))}
      </svg>
    </div>
  );
}

interface CertificateRowProps {
  readonly drawn: DrawnCertificate;
  readonly names: ChainNames;
  readonly certification: Certification;
  readonly axis: Axis;
}

function CertificateRow({ drawn, names, certification, axis }: CertificateRowProps): ReactNode {
  const { t, language } = useTranslation(certificationTexts);
  const { certificate, actorId, state, y } = drawn;
  if (certificate === null) {
    const line = certification.coverage
      .flatMap(({ performers }) => performers)
      .find((one) => one.actorId === actorId && one.state === state);
    return (
      <>
        <g transform={`translate(${columns.certificate} ${y})`}>
          <rect
            className="pb-cert-box pb-cert-missing"
            data-state={state}
            y={-27}
            {...boxes.certificate}
            rx={4}
          />
          <StateMark state={state} x={22} y={0} />
          <text className="pb-cert-name" data-state={state} x={42} y={-2}>
            {t(state === 'none' ? 'state.none' : 'certificate.nothing')}
          </text>
          <text className="pb-cert-sub" x={42} y={15}>
            {cut(line === undefined ? '' : shortReason(line, t, language), 33)}
          </text>
        </g>
        <line className="pb-cert-gap" data-state={state} x1={columns.axis} x2={columns.end} y1={y} y2={y} />
      </>
    );
  }
  const { kind, activities, number, validFrom, validUntil, lostOn } = certificate;
  const scope = scopeInWords(activities, language);
  const title = { kind: certificateKindNames[kind][language], scope };
  const others = state === 'other-scope';
  return (
    <>
      <g transform={`translate(${columns.certificate} ${y})`}>
        <rect className="pb-cert-box pb-cert-strong" y={-27} {...boxes.certificate} rx={4} />
        <text className="pb-cert-name" x={14} y={-4}>
          {activities.length === 1 ? t('certificate.scope.one', title) : t('certificate.scope', title)}
        </text>
        <text className="pb-cert-sub pb-cert-mono" x={14} y={14}>
          {others
            ? cut(names.nameOf(certificate.holderId), 30)
            : cut(number === '' ? '' : t('certificate.number', { number }), 28)}
        </text>
      </g>
      <ValidityBar
        from={validFrom}
        until={lostOn ?? validUntil}
        asOf={certification.asOf}
        axis={axis}
        y={y}
      />
    </>
  );
}

function ValidityBar({
  from,
  until,
  asOf,
  axis,
  y,
}: {
  readonly from: string;
  readonly until: string;
  readonly asOf: string;
  readonly axis: Axis;
  readonly y: number;
}): ReactNode {
  const { t, language } = useTranslation(certificationTexts);
  const [start, end] = [axis.x(from), axis.x(until)];
  const left = daysBetween(asOf, until);
  const soon = left <= 180;
  const after = end < columns.end - 190;
  const words = [
    formatDay(until, language),
    ...(soon && left >= 0 ? [t('days-left', { count: left })] : []),
  ].join(', ');
  return (
    <>
      <rect className="pb-cert-bar" x={start} y={y - 6} width={Math.max(end - start, 2)} height={12} rx={2} />
      <line className="pb-cert-end" data-soon={soon} x1={end} x2={end} y1={y - 12} y2={y + 12} />
      <text
        className="pb-cert-until"
        data-soon={soon}
        x={after ? end + 8 : end}
        y={after ? y + 4 : y + 26}
        textAnchor={after ? 'start' : 'end'}
      >
        {words}
      </text>
    </>
  );
}

function TimeAxis({
  axis,
  asOf,
  height,
  label,
}: {
  readonly axis: Axis;
  readonly asOf: string;
  readonly height: number;
  readonly label: string;
}): ReactNode {
  const { language } = useTranslation(certificationTexts);
  const now = axis.x(asOf);
  const month = new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  return (
    <g>
      {[180, 90].map((days) => (
        <rect
          key={days}
          className="pb-cert-soon"
          x={now}
          y={34}
          width={Math.max(axis.x(addDays(asOf, days)) - now, 0)}
          height={height - 34}
        />
      ))}
      {axis.ticks.map((day) => (
        <g key={day}>
          <line className="pb-cert-tick" x1={axis.x(day)} x2={axis.x(day)} y1={34} y2={height} />
          <text className="pb-cert-sub" x={axis.x(day)} y={height + 18} textAnchor="middle">
            {month.format(new Date(day))}
          </text>
        </g>
      ))}
      <line className="pb-cert-now" x1={now} x2={now} y1={28} y2={height + 4} />
      <text className="pb-cert-now-word" x={now} y={26} textAnchor="middle">
        {label}
      </text>
    </g>
  );
}

function shortReason(
  line: Certification['coverage'][number]['performers'][number],
  t: ReturnType<typeof useTranslation<(typeof certificationTexts)['fr']>>['t'],
  language: 'fr' | 'en',
): string {
  if (line.reason === 'stated-none' && line.source !== null) {
    const day = line.statedOn === null ? '' : formatDay(line.statedOn, language);
    return t('reason.stated-none', { source: t(`source.${line.source}`), day });
  }
  if ((line.reason === 'ended' || line.reason === 'lost') && line.until !== null) {
    return `${t(`cause.${line.reason === 'ended' ? 'expired' : 'withdrawn'}`)} ${formatDay(line.until, language)}`;
  }
  return t('state.not-demonstrated');
}

function curve(between: 'activity' | 'actor', from: number, to: number): string {
  const [start, end] =
    between === 'activity'
      ? [columns.activity + boxes.activity.width, columns.actor]
      : [columns.actor + boxes.actor.width, columns.certificate];
  const bend = (end - start) * 0.46;
  return `M${start} ${from} C ${start + bend} ${from} ${end - bend} ${to} ${end} ${to}`;
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text;
}
