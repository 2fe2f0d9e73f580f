import { isWellFormed } from '@probant/shared/proof/canonical-json';
import ICAL from 'ical.js';
import fc from 'fast-check';
import type { ObligationRow } from './calendar-list.js';
import { tagOf, writeCalendar, type CalendarFile } from './calendar-file.js';

const file: CalendarFile = { language: 'fr', publicUrl: 'https://probant.example', organisation: 'Mutuelle' };

function aRow(change: Partial<ObligationRow> = {}): ObligationRow {
  return {
    id: '0193a000-0000-8000-a000-000000000001',
    kind: 'go-no-go',
    key: 'go-no-go/0',
    dueOn: '2026-12-31',
    precision: 'day',
    effectiveOn: '2026-12-31',
    overdueFrom: '2027-01-01',
    doneOn: null,
    lapsedOn: null,
    facts: { endsOn: '2027-06-30', noticeBy: '2027-03-31', countedFrom: 'notice', renewal: 'tacit' },
    engagementId: '0193a000-0000-7000-8000-000000000002',
    engagementName: 'Hébergement, données de santé; « Brest »',
    supplierId: '0193a000-0000-7000-8000-000000000003',
    supplierName: 'Nivéole \\ Santé',
    marks: 0,
    sequence: 3,
    changedAt: new Date('2026-11-20T08:12:00.000Z'),
    ...change,
  };
}

/** RFC 5545 as it is written, apart from any library: lines end in CRLF, hold 75 octets at most, and whole characters. */
function contentLines(text: string): string[] {
  expect(text.endsWith('\r\n')).toBe(true);
  const physical = text.slice(0, -2).split('\r\n');
  for (const line of physical) {
    expect(line).not.toMatch(/[\r\n]/);
    expect(line).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f]/);
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(Buffer.from(line).toString('utf8')).toBe(line);
    expect(isWellFormed(line)).toBe(true);
  }
  return physical.join('\r\n').replaceAll('\r\n ', '').split('\r\n');
}

function valueOf(lines: readonly string[], name: string): string | undefined {
  return lines.find((line) => line === name || line.startsWith(`${name}:`))?.slice(name.length + 1);
}

function eventsOf(text: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

test('an obligation is a whole day that ends on the next, and says when it was changed', () => {
  const lines = contentLines(writeCalendar([aRow()], file));
  expect(lines.slice(0, 3)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Probant//Calendar//FR']);
  expect(lines.at(-1)).toBe('END:VCALENDAR');
  expect(valueOf(lines, 'UID')).toBe('0193a000-0000-8000-a000-000000000001@probant');
  expect(valueOf(lines, 'SEQUENCE')).toBe('3');
  expect(valueOf(lines, 'DTSTAMP')).toBe('20261120T081200Z');
  expect(valueOf(lines, 'LAST-MODIFIED')).toBe('20261120T081200Z');
  expect(valueOf(lines, 'DTSTART;VALUE=DATE')).toBe('20261231');
  expect(valueOf(lines, 'DTEND;VALUE=DATE')).toBe('20270101');
  expect(lines.some((line) => line.startsWith('METHOD'))).toBe(false);
});

test('a strict parser reads the very words back', () => {
  const [event] = eventsOf(writeCalendar([aRow()], file));
  expect(event?.summary).toBe(
    'Décision de poursuivre ou de partir · Nivéole \\ Santé, Hébergement, données de santé; « Brest »',
  );
  expect(event?.startDate.isDate).toBe(true);
  expect(event?.endDate.toString()).toBe('2027-01-01');
  expect(event?.description).toContain(
    '\n\nLa période se termine le 30 juin 2027, et le contrat se reconduit',
  );
  expect(event?.component.getFirstPropertyValue('url')).toBe(
    'https://probant.example/calendar/0193a000-0000-8000-a000-000000000001',
  );
});

test('a month without a day is the month; one that was put off is its day; one that is done says so', () => {
  const decree = { kind: 'regulation', key: 'regulation/decree-2026-209', dueOn: '2026-09-01' } as const;
  const [month, day, done] = eventsOf(
    writeCalendar(
      [
        aRow({ ...decree, precision: 'month', effectiveOn: '2026-09-01', overdueFrom: '2026-10-01' }),
        aRow({ ...decree, precision: 'month', effectiveOn: '2026-12-15', overdueFrom: '2026-12-16' }),
        aRow({ doneOn: '2026-11-01' }),
      ],
      { ...file, language: 'en' },
    ),
  );
  expect([month?.startDate.toString(), month?.endDate.toString()]).toEqual(['2026-09-01', '2026-10-01']);
  expect([day?.startDate.toString(), day?.endDate.toString()]).toEqual(['2026-12-15', '2026-12-16']);
  expect(done?.summary).toMatch(/^Done · Go or no-go · /);
});

test('a calendar without a day is a calendar all the same', () => {
  const text = writeCalendar([], { ...file, organisation: 'A, B; C\\D' });
  const lines = contentLines(text);
  expect(valueOf(lines, 'X-WR-CALNAME')).toBe('Échéances\\, A\\, B\\; C\\\\D');
  expect(
    new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents().map(({ name }) => name),
  ).toEqual(['vtimezone']);
});

test('the same obligations make the same text and the same tag', () => {
  const text = writeCalendar([aRow()], file);
  expect(tagOf(writeCalendar([aRow()], file))).toBe(tagOf(text));
  expect(tagOf(writeCalendar([aRow({ sequence: 4 })], file))).not.toBe(tagOf(text));
});

const anyName = fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }).filter(isWellFormed);

test('whatever the names hold, lines are folded between characters and read back whole', () => {
  fc.assert(
    fc.property(anyName, anyName, (supplierName, engagementName) => {
      const text = writeCalendar([aRow({ supplierName, engagementName })], {
        ...file,
        organisation: supplierName,
      });
      contentLines(text);
      const [event] = eventsOf(text);
      const expected = `${supplierName}, ${engagementName}`.replace(
        /[\u0000-\u0009\u000b-\u001f\u007f]/g,
        ' ',
      );
      expect(event?.summary.endsWith(expected)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
