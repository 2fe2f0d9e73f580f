import { ticketsOf, type Drill } from '@probant/shared/drills/drill';
import type { DrillMetrics } from '@probant/shared/drills/metrics';
import type { Moment } from '@probant/shared/moment';
import { spanInWords } from '@probant/shared/words/spans';
import type { ReactNode } from 'react';

import type { Translate } from '../../platform/i18n/texts.js';
import type { Language } from '../../platform/i18n/language.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { drillTexts } from './drills.texts.js';
import { momentInWords } from '../../platform/i18n/moments.js';

interface EventRow {
  readonly key: string;
  readonly name: string;
  readonly when: Moment | null;
  readonly what: string;
  readonly delay: string;
}

type T = Translate<(typeof drillTexts)['fr']>;

/** Every event of a drill as it was noted. */
export function DrillTable({
  drill,
  metrics,
}: {
  readonly drill: Drill;
  readonly metrics: DrillMetrics;
}): ReactNode {
  const { t, language } = useTranslation(drillTexts);
  return (
    <div className="pb-drill-scroll" role="group" aria-label={t('table.caption')} tabIndex={0}>
      <table className="pb-drill-table">
        <caption className="pb-hidden">{t('table.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('table.event')}</th>
            <th scope="col">{t('table.when')}</th>
            <th scope="col">{t('table.what')}</th>
            <th scope="col">{t('table.delay')}</th>
          </tr>
        </thead>
        <tbody>
          {rowsOf(drill, metrics, t, language).map(({ key, name, when, what, delay }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td className="pb-nowrap">
                {when === null ? t('at.unknown') : momentInWords(when, language, t('at.unknown'))}
              </td>
              <td>{what}</td>
              <td className="pb-tabular pb-nowrap">{delay}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function rowsOf(drill: Drill, metrics: DrillMetrics, t: T, language: Language): EventRow[] {
  const drops = drill.drops.map(({ place, method, witness, token, droppedAt }, index): EventRow => {
    const number = index + 1;
    const more = [
      witness === '' ? '' : t('event.witness', { name: witness }),
      token === '' ? '' : t('event.token', { token }),
    ];
    return {
      key: `drop-${number}`,
      name: t('event.drop', { number }),
      when: droppedAt,
      what: joined([place, method, ...more]),
      delay: '',
    };
  });
  const tickets = ticketsOf(drill.drops).flatMap((_, index) => ticketRows(metrics, index, t, language));
  const { explanation } = drill;
  const explained: EventRow[] =
    explanation === null
      ? []
      : [
          {
            key: 'explained',
            name: t('event.explain'),
            when: explanation.at,
            what: explanation.text,
            delay: '',
          },
        ];
  return [...drops, ...tickets, ...explained];
}

function ticketRows({ tickets }: DrillMetrics, index: number, t: T, language: Language): EventRow[] {
  const measured = tickets[index];
  if (measured === undefined) return [];
  const { ticket, detect, qualify, tell, told } = measured;
  const number = index + 1;
  const { verdict, originSearched, closedBy, comment } = ticket;
  const said = verdict !== 'unstated' || comment !== '' || ticket.firstCommentAt !== null;
  return [
    {
      key: `detect-${number}`,
      name: t('event.detect', { number }),
      when: ticket.openedAt,
      what: joined([t('ticket.reference', { reference: ticket.reference }), ticket.title]),
      delay: spanInWords(detect, language),
    },
    ...(said
      ? [
          {
            key: `qualify-${number}`,
            name: t('event.qualify', { number }),
            when: ticket.firstCommentAt,
            what: joined([
              comment === '' ? '' : `«\u00a0${comment}\u00a0»`,
              t(`ticket.verdict.${verdict}`),
              t(`origin.${originSearched}`),
              closedBy === '' ? '' : t('event.closed-by', { name: closedBy }),
            ]),
            delay: qualify === null ? '' : spanInWords(qualify, language),
          },
        ]
      : []),
    ...(ticket.escalatedAt === null
      ? []
      : [
          {
            key: `escalate-${number}`,
            name: t('event.escalate', { number }),
            when: ticket.escalatedAt,
            what: '',
            delay: '',
          },
        ]),
    ...(told
      ? [
          {
            key: `tell-${number}`,
            name: t('event.tell', { number }),
            when: ticket.toldAt,
            what: joined([ticket.told, ticket.channel === null ? '' : t(`channel.${ticket.channel}`)]),
            delay: tell === null ? '' : spanInWords(tell, language),
          },
        ]
      : []),
  ];
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}
