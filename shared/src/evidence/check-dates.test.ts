import { checkPieceDates, type PieceDates } from './check-dates.js';

const rows: readonly [PieceDates, string[]][] = [
  [{}, []],
  [{ datedOn: null, expiresOn: null }, []],
  [{ datedOn: '2026-11-23', expiresOn: '2026-11-23' }, []],
  // A piece may have expired: that is a fact, and no slip.
  [{ datedOn: '2020-01-01', expiresOn: '2021-01-01' }, []],
  [{ expiresOn: '2021-01-01' }, []],
  [{ datedOn: '2026-11-24' }, ['/datedOn date-in-future']],
  [{ datedOn: '2026-10-01', expiresOn: '2026-09-30' }, ['/expiresOn expires-before-issue']],
  [{ datedOn: '1800-05-01' }, ['/datedOn date-too-old']],
  [{ datedOn: '2026-02-30', expiresOn: '0026-01-01' }, ['/datedOn not-a-date', '/expiresOn date-too-old']],
];

test.each(rows)('%j: %j', (dates, expected) => {
  const refused = checkPieceDates(dates, '2026-11-23').map(({ pointer, code }) => `${pointer} ${code}`);
  expect(refused).toEqual(expected);
});
