import { createHash } from 'node:crypto';
import { obligationAddress } from '@probant/shared/addresses';
import { obligationRules } from '@probant/shared/obligations/kinds';
import { obligationReason, obligationTitle } from '@probant/shared/obligations/describe';
import type { Language } from '@probant/shared/questionnaires/document';
import ical, { ICalEventTransparency, type ICalEventData } from 'ical-generator';
import type { ObligationRow } from './calendar-list.js';

export const calendarType = 'text/calendar; charset=utf-8';

export interface CalendarFile {
  readonly language: Language;
  readonly publicUrl: string;
  /** Whose calendar it is. */
  readonly organisation: string;
}

const words = {
  fr: { name: 'Échéances', done: 'Faite', notice: 'Indicatif, ne vaut pas conseil juridique.' },
  en: { name: 'Obligations', done: 'Done', notice: 'Indicative, no legal advice.' },
} as const;

const refreshSeconds = 6 * 3_600;

/** Obligations as RFC 5545 writes them: names and days, and neither scores nor what people noted. */
export function writeCalendar(rows: readonly ObligationRow[], file: CalendarFile): string {
  const { language, organisation } = file;
  const calendar = ical({
    name: escaped(`${words[language].name}, ${organisation}`),
    prodId: { company: 'Probant', product: 'Calendar', language: language.toUpperCase() },
    ttl: refreshSeconds,
    events: rows.map((row) => toEvent(row, file)),
  });
  const text = calendar.toString();
  return `${rows.length === 0 ? text.replace(/END:VCALENDAR$/, nothingYet) : text}\r\n`;
}

/** The same text has the same tag. */
export function tagOf(text: string): string {
  return `"${createHash('sha256').update(text).digest('base64url')}"`;
}

function toEvent(row: ObligationRow, { language, publicUrl }: CalendarFile): ICalEventData {
  const { done, notice } = words[language];
  const place = `${row.supplierName}, ${row.engagementName}`;
  const title = `${obligationTitle(row, language)} · ${place}`;
  const told = [obligationRules[row.kind].aim[language], obligationReason(row, language), notice];
  return {
    id: `${row.id}@probant`,
    sequence: row.sequence,
    // No METHOD: the stamp says when what the event tells was last changed, and the file stays the same until then.
    stamp: row.changedAt,
    lastModified: row.changedAt,
    allDay: true,
    start: midnight(row.effectiveOn),
    // The day after the last one; a month where no day is known.
    end: midnight(row.overdueFrom),
    summary: plain(row.doneOn === null ? title : `${done} · ${title}`),
    description: plain(told.filter((part) => part !== '').join('\n\n')),
    url: `${publicUrl}${obligationAddress(row.id)}`,
    categories: [{ name: obligationRules[row.kind][language] }],
    transparency: ICalEventTransparency.TRANSPARENT,
  };
}

function midnight(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** RFC 5545 has no place for control characters. */
function plain(text: string): string {
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ');
}

/** The library writes the calendar's name as it gets it. */
function escaped(text: string): string {
  return plain(text)
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', ' ');
}

// A calendar holds one component at least; a time zone that nothing uses is the one that no program shows.
const nothingYet = [
  'BEGIN:VTIMEZONE',
  'TZID:UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
  'END:VCALENDAR',
].join('\r\n');
