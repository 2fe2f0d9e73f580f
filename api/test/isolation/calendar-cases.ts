import type { Body } from './body.js';

/** The cases of the calendar's routes. */
export const calendarBodies: Readonly<Record<string, Body>> = {
  'PUT /api/calendar/reminders': () => ({ reminders: true }),
  'POST /api/calendar/feed': () => ({ language: 'fr' }),
  'DELETE /api/calendar/feed': () => ({}),
  'POST /api/calendar/obligations/{obligationId}/marks': () => ({
    act: 'done',
    on: '2026-11-20',
    note: 'Comité du 20 novembre',
    marks: 0,
  }),
  'POST /api/calendar/obligations/{obligationId}/question': () => ({ language: 'fr' }),
  'POST /api/calendar/obligations/{obligationId}/admission': ({ noticeId }) => ({
    clarificationId: noticeId,
    changeBy: null,
    number: 0,
  }),
};
