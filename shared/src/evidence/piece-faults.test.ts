import * as fc from 'fast-check';

import { deriveFreshness, type DatedPiece } from './freshness.js';
import { findPieceFaults } from './piece-faults.js';

const asOf = '2026-11-23';
const rows: readonly [piece: DatedPiece & { kind: string }, months: number | undefined, faults: string[]][] =
  [
    [{ kind: 'extrait_kbis', datedOn: '2026-10-01' }, 3, []],
    [{ kind: 'extrait_kbis', datedOn: '2026-10-01' }, undefined, []],
    [{ kind: 'a_preciser', datedOn: '2026-10-01' }, 3, ['kind-not-stated']],
    [{ kind: 'a_preciser' }, 3, ['kind-not-stated', 'undated']],
    [{ kind: 'extrait_kbis', datedOn: '2026-08-22' }, 3, ['too-old']],
    [{ kind: 'extrait_kbis', datedOn: '2026-08-23' }, 3, []],
    [{ kind: 'certificat_hds', datedOn: '2020-01-01', expiresOn: '2026-11-22' }, 3, ['expired']],
    [{ kind: 'certificat_hds', datedOn: '2026-11-01', expiresOn: '2026-11-23' }, 3, []],
    [{ kind: 'certificat_hds', expiresOn: '2026-11-22' }, undefined, ['undated', 'expired']],
  ];

test.each(rows)('%j where %s months are allowed: %j', (piece, months, faults) => {
  expect(findPieceFaults(piece, months, asOf)).toEqual(faults);
});

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const some = fc.option(day, { nil: undefined });

test('a piece is called too old or expired exactly when it is stale', () => {
  fc.assert(
    fc.property(
      some,
      some,
      fc.option(fc.integer({ min: 1, max: 48 }), { nil: undefined }),
      (on, until, months) => {
        const piece = { kind: 'rapport', datedOn: on, expiresOn: until };
        const stale = findPieceFaults(piece, months, asOf).some(
          (fault) => fault === 'expired' || fault === 'too-old',
        );
        expect(stale).toBe(deriveFreshness(piece, months, asOf) === 'stale');
      },
    ),
  );
});
