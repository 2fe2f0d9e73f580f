import fc from 'fast-check';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/harness/database.js';
import { readCursor, writeCursor, type CursorType } from './cursor.js';
import { ProblemError } from './problem.js';

const types = [
  'text',
  'date',
  'timestamptz',
  'integer',
  'bigint',
  'double precision',
  'uuid',
] as const satisfies readonly CursorType[];

describe('a cursor', () => {
  let database: TestDatabase;
  let client: pg.Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    client = new pg.Client({ connectionString: database.apiUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const isRead = (text: string, type: CursorType): boolean => {
    try {
      expect(readCursor(writeCursor([text]), [type])).toEqual([text]);
      return true;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      expect(error.refusal).toEqual({
        code: 'invalid-input',
        errors: [{ pointer: '/after', code: 'wrong-type' }],
      });
      return false;
    }
  };

  test.each([
    ['date', '2026-02-29'],
    ['date', '2026-13-01'],
    ['date', '2026-11-22x'],
    ['date', 'infinity'],
    ['timestamptz', '2026-02-30 00:00:00+00'],
    ['timestamptz', '2026-11-22 24:01:00+00'],
    ['timestamptz', '2026-11-22 09:00:00+99'],
    ['timestamptz', '2026-11-22 09:00:00 Nowhere/Town'],
    ['timestamptz', '2026-11-22'],
    ['integer', '2147483648'],
    ['integer', '-2147483649'],
    ['integer', '1.5'],
    ['integer', ' 1'],
    ['integer', '0x10'],
    ['bigint', '9223372036854775808'],
    ['bigint', '1e3'],
    ['double precision', '1e400'],
    ['double precision', '1e-400'],
    ['double precision', 'Infinity'],
    ['double precision', 'NaN'],
    ['double precision', '0x1p4'],
    ['double precision', ''],
    ['text', 'a\u0000b'],
    ['text', '\ud800'],
    ['uuid', '{0199f0a0-0000-7000-8000-000000000001}'],
  ] as const)('of type %s is not %s', (type, text) => {
    expect(isRead(text, type)).toBe(false);
  });

  test.each([
    ['date', '2028-02-29'],
    ['date', '9999-12-31'],
    ['timestamptz', '2026-11-22 09:00:00+00'],
    ['timestamptz', '2026-11-22 09:00:00.123456+05:30'],
    ['timestamptz', '2026-11-22T09:00:00.123Z'],
    ['integer', '-2147483648'],
    ['bigint', '9223372036854775807'],
    ['double precision', '-1'],
    ['double precision', '0.1'],
    ['double precision', '1e+22'],
    ['double precision', '5e-324'],
    ['text', ''],
  ] as const)('of type %s may be %s', (type, text) => {
    expect(isRead(text, type)).toBe(true);
  });

  /** Near enough to what is printed to slip through a careless check. */
  const tampered = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.double().map(String),
    fc.bigInt().map(String),
    fc
      .tuple(
        fc.integer({ min: 0, max: 12_000 }),
        fc.integer({ min: 0, max: 14 }),
        fc.integer({ min: 0, max: 33 }),
      )
      .map((parts) => parts.map((part, place) => String(part).padStart(place === 0 ? 4 : 2, '0')).join('-')),
    fc
      .tuple(
        fc.integer({ min: 1800, max: 9999 }),
        fc.integer({ min: 0, max: 25 }),
        fc.integer({ min: -16, max: 16 }),
      )
      .map(([year, hour, zone]) => `${year}-11-30 ${hour}:59:59.5${zone < 0 ? zone : `+${zone}`}`),
    fc.stringMatching(/^-?[0-9]{1,20}(\.[0-9]{0,3})?(e[+-]?[0-9]{1,4})?$/),
    fc.uuid(),
  );

  test.each(types)('of type %s is refused, or read by PostgreSQL', async (type) => {
    await fc.assert(
      fc.asyncProperty(tampered, async (text) => {
        fc.pre(isRead(text, type));
        await client.query(`SELECT $1::${type}`, [text]);
      }),
      { numRuns: 150 },
    );
  });

  /** What a list writes, whatever the time zone of the session. */
  test.each(['UTC', 'Europe/Paris', 'Asia/Kathmandu', 'America/St_Johns'])(
    'that PostgreSQL printed in %s is read',
    async (zone) => {
      await client.query("SELECT set_config('TimeZone', $1, false)", [zone]);
      const values = fc.record({
        timestamptz: fc.date({
          min: new Date('1900-01-02'),
          max: new Date('9999-12-30'),
          noInvalidDate: true,
        }),
        'double precision': fc.double({ noNaN: true, noDefaultInfinity: true }),
        integer: fc.integer(),
        bigint: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
      });
      await fc.assert(
        fc.asyncProperty(values, async (value) => {
          for (const type of ['timestamptz', 'double precision', 'integer', 'bigint'] as const) {
            const given = value[type];
            const { rows } = await client.query<{ text: string }>(`SELECT $1::${type}::text AS text`, [
              typeof given === 'bigint' ? String(given) : given,
            ]);
            expect([rows[0]?.text, isRead(rows[0]?.text ?? '', type)]).toEqual([rows[0]?.text, true]);
          }
        }),
        { numRuns: 50 },
      );
    },
  );

  test.each(['', 'x', 'W10', 'bnVsbA', writeCursor(['a', 'b']), writeCursor([])])(
    'is refused when it is %p',
    (after) => {
      expect(() => readCursor(after, ['text'])).toThrow(ProblemError);
    },
  );
});
