import type { FastifyReply } from 'fastify';
import { calendarType, writeCalendar, type CalendarFile } from './calendar-file.js';
import type { ObligationRow } from './calendar-list.js';

const fileNames = { fr: 'echeances.ics', en: 'obligations.ics' } as const;

/** Obligations as a file to keep. */
export async function sendCalendar(
  reply: FastifyReply,
  rows: readonly ObligationRow[],
  file: CalendarFile,
): Promise<void> {
  await reply
    .header('cache-control', 'private, no-store')
    .header('content-disposition', `attachment; filename="${fileNames[file.language]}"`)
    .type(calendarType)
    .send(writeCalendar(rows, file));
}
