import type { DrillMetrics, MeasuredTicket } from '@probant/shared/drills/metrics';
import { spanInWords } from '@probant/shared/words/spans';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { drillTexts } from './drills.texts.js';
import { timeOf } from '../../platform/i18n/moments.js';
import { DayBar, Dot, Label } from './timeline-marks.js';
import { labelsWithRoom, type DrawnTicket, type DrillDrawing } from './timeline-layout.js';

/** Where the line of each kind of event runs. */
export const rows = { drop: 70, detect: 132, qualify: 194, escalate: 256, tell: 318 } as const;
const labelWidth = 190;

interface EventsProps {
  readonly drawn: DrillDrawing;
  readonly hatch: string;
}

export function DropMarks({ drawn, hatch }: EventsProps): ReactNode {
  const { t } = useTranslation(drillTexts);
  const marks = drawn.drops.map(({ mark }) => mark);
  const shown = labelsWithRoom(marks, 80);
  return drawn.drops.map(({ number, mark }) =>
    mark.exact ? (
      <g key={number}>
        <Dot mark={mark} y={rows.drop} />
        {shown.has(mark) ? <Label x={mark.x + 11} y={rows.drop - 2} text={t('drop.of', { number })} /> : null}
      </g>
    ) : (
      <DayBar key={number} mark={mark} y={rows.drop} hatch={hatch} text={t('drop.unknown', { number })} />
    ),
  );
}

export function TicketMarks({
  drawn,
  measured,
}: {
  readonly drawn: DrillDrawing;
  readonly measured: readonly MeasuredTicket[];
}): ReactNode {
  const shown = labelsWithRoom(
    drawn.tickets.map(({ opened }) => opened),
    labelWidth,
  );
  return drawn.tickets.map((one, place) => (
    <TicketMark
      key={one.number}
      drawn={one}
      measured={measured[place]}
      labelled={shown.has(one.opened)}
      last={drawn.right}
    />
  ));
}

interface TicketMarkProps {
  readonly drawn: DrawnTicket;
  readonly measured: MeasuredTicket | undefined;
  readonly labelled: boolean;
  readonly last: number;
}

/** One detection down its rows: ticket, qualification, escalation, and the line to where the customer was told. */
function TicketMark({ drawn, measured, labelled, last }: TicketMarkProps): ReactNode {
  const { t, language } = useTranslation(drillTexts);
  const { ticket, number, opened, qualified, escalated, told } = drawn;
  const { at } = ticket.openedAt;
  const end = opened.x > last - labelWidth;
  const beside = (x: number): number => (end ? x - 11 : x + 11);
  const lowest = told !== null ? rows.tell : escalated !== null ? rows.escalate : rows.qualify;
  const said = qualified !== null || ticket.verdict !== 'unstated';
  return (
    <g>
      <path d={`M${opened.x} ${rows.drop + 12} V${rows.detect - 8}`} className="pb-drill-lead" />
      {said || lowest !== rows.qualify ? (
        <path d={`M${opened.x} ${rows.detect + 8} V${lowest}`} className="pb-drill-thread" />
      ) : null}
      <Dot mark={opened} y={rows.detect} />
      {labelled ? (
        <Label
          x={beside(opened.x)}
          y={rows.detect - 2}
          end={end}
          text={
            at === null
              ? t('event.detect', { number })
              : t('ticket.of', { number, time: timeOf(at, language) })
          }
          under={
            measured === undefined ? '' : t('ticket.after', { span: spanInWords(measured.detect, language) })
          }
        />
      ) : null}
      {said ? <Qualified drawn={drawn} measured={measured} labelled={labelled} end={end} /> : null}
      {escalated === null ? null : (
        <>
          <path d={`M${opened.x} ${rows.escalate} H${escalated.x}`} className="pb-drill-thread" />
          <Dot mark={escalated} y={rows.escalate} />
          <Label
            x={beside(escalated.x)}
            y={rows.escalate - 2}
            end={end}
            text={t('escalated.at', { number })}
            under={escalated.exact ? '' : t('escalated.unknown')}
          />
        </>
      )}
      {told === null ? null : <path d={`M${opened.x} ${rows.tell} H${told.x}`} className="pb-drill-thread" />}
    </g>
  );
}

function Qualified({
  drawn,
  measured,
  labelled,
  end,
}: Omit<TicketMarkProps, 'last'> & { readonly end: boolean }): ReactNode {
  const { t, language } = useTranslation(drillTexts);
  const { ticket, opened, qualified } = drawn;
  const mark = qualified ?? { ...opened, exact: false };
  const comment = shortened(ticket.comment);
  const words = comment === '' ? t(`ticket.verdict.${ticket.verdict}`) : t('quoted', { comment });
  return (
    <>
      {qualified === null ? null : (
        <path d={`M${opened.x} ${rows.qualify} H${mark.x}`} className="pb-drill-thread" />
      )}
      <Dot mark={mark} y={rows.qualify} />
      {labelled ? (
        <Label
          x={end ? mark.x - 11 : mark.x + 11}
          y={rows.qualify - 2}
          end={end}
          text={words}
          under={
            measured?.qualify === null || measured === undefined
              ? t('qualified.undated')
              : t('qualified.after', { span: spanInWords(measured.qualify, language) })
          }
        />
      ) : null}
    </>
  );
}

/** As much as stands beside a mark; the table has the whole. */
function shortened(text: string): string {
  return text.length > 32 ? `${text.slice(0, 30).trimEnd()}…` : text;
}

interface TellingProps extends EventsProps {
  readonly tell: DrillMetrics['tell'];
  /** Down to where the line of the telling runs. */
  readonly to: number;
}

/** When the customer was told, and how long that was after the first detection. */
export function TellingMarks({ drawn, hatch, tell, to }: TellingProps): ReactNode {
  const { t, language } = useTranslation(drillTexts);
  const told = drawn.tickets.flatMap(({ told: mark, ticket }) => (mark === null ? [] : [{ mark, ticket }]));
  const [first] = drawn.tickets;
  const [earliest] = told.map(({ mark }) => mark).sort((a, b) => a.x - b.x);
  return (
    <g>
      {drawn.explained === null ? null : (
        <DayBar mark={drawn.explained} y={rows.tell} hatch={hatch} text={t('event.explain')} />
      )}
      {earliest === undefined ? null : (
        <line x1={earliest.x} x2={earliest.x} y1={rows.tell} y2={to} className="pb-drill-told" />
      )}
      {told.map(({ mark, ticket }) => (
        <g key={ticket.reference}>
          <Dot mark={mark} y={rows.tell} size="large" />
          {typeof ticket.toldAt?.at !== 'string' ? null : (
            <Label
              x={mark.x + 12}
              y={rows.tell + 26}
              text={timeOf(ticket.toldAt.at, language)}
              under={
                shortened(ticket.told) || (ticket.channel === null ? '' : t(`channel.${ticket.channel}`))
              }
            />
          )}
        </g>
      ))}
      {tell === null || first === undefined || earliest === undefined ? null : (
        <Bracket
          from={first.opened.x}
          to={earliest.x}
          text={t('bracket', { span: spanInWords(tell, language) })}
        />
      )}
    </g>
  );
}

function Bracket({
  from,
  to,
  text,
}: {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}): ReactNode {
  const y = 382;
  const inside = to - from > text.length * 7.4;
  return (
    <>
      <path
        d={`M${from} ${y - 6} V${y + 6} M${from} ${y} H${to} M${to} ${y - 6} V${y + 6}`}
        className="pb-drill-bracket"
      />
      <text
        x={inside ? (from + to) / 2 : to + 10}
        y={y + 4}
        textAnchor={inside ? 'middle' : 'start'}
        className="pb-drill-figure pb-drill-halo"
      >
        {text}
      </text>
    </>
  );
}
