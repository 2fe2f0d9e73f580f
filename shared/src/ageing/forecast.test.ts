import * as fc from 'fast-check';

import { addDays } from '../calendar.js';
import { arbitraryFacts } from '../testing/arbitrary-case.js';
import { arbitrarySubmission } from '../testing/arbitrary-submission.js';
import { bank } from '../testing/bank.js';
import { scoreRounding as rounding } from '../testing/score-rounding.js';
import { forecastLapses, scoreOn, type ScoreFrame } from './forecast.js';
import { findLapses, movesScore } from './lapses.js';
import type { NamedSubmission } from './replay.js';

const today = '2026-11-22';
const frame: ScoreFrame = { document: bank, context: { hosting: 'full', health_data: true }, weights: {} };
const anySubmission = arbitrarySubmission(bank, today);
const anyFrame = arbitraryFacts(bank).map((context): ScoreFrame => ({ ...frame, context }));
const runs = { numRuns: 60 };

const score = (one: ScoreFrame, submission: NamedSubmission, on: string): number =>
  scoreOn(one, submission, on).score ?? 0;

function forecast(one: ScoreFrame, submission: NamedSubmission) {
  const lapses = findLapses(one.document, submission, '2026-06-01');
  return forecastLapses(one, submission, lapses, today);
}

test('with no acts between two days the score never falls', () => {
  const days = fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 }));
  fc.assert(
    fc.property(anyFrame, anySubmission, days, (one, submission, [first, more]) => {
      const day = addDays(today, first);
      expect(score(one, submission, addDays(day, more))).toBeGreaterThanOrEqual(
        score(one, submission, day) - rounding,
      );
    }),
    runs,
  );
});

test('each lapse alone never lowers the score of today, nor reaches beyond what all together give from then on', () => {
  fc.assert(
    fc.property(anyFrame, anySubmission, (one, submission) => {
      const now = score(one, submission, today);
      for (const { alone, together } of forecast(one, submission)) {
        if (alone === null || together === null) continue;
        expect(alone.score ?? 0).toBeGreaterThanOrEqual(now - rounding);
        expect(together.score ?? 0).toBeGreaterThanOrEqual((alone.score ?? 0) - rounding);
      }
    }),
    runs,
  );
});

test('all together is the score of the day after, rising in the order of the days', () => {
  fc.assert(
    fc.property(anyFrame, anySubmission, (one, submission) => {
      let before = 0;
      for (const { lastOn, together } of forecast(one, submission)) {
        if (together === null) continue;
        expect(together.score).toBe(scoreOn(one, submission, addDays(lastOn, 1)).score);
        expect(together.score ?? 0).toBeGreaterThanOrEqual(before - rounding);
        before = together.score ?? 0;
      }
    }),
    runs,
  );
});

test('between two lapses only dates go on growing old: without any, the score stands still', () => {
  fc.assert(
    fc.property(anySubmission, fc.integer({ min: 1, max: 700 }), (submission, days) => {
      const dated = new Set(
        bank.themes
          .flatMap(({ questions }) => questions)
          .filter(({ type }) => type === 'date_age')
          .map(({ id }) => id),
      );
      const still = {
        ...submission,
        answers: Object.fromEntries(Object.entries(submission.answers).filter(([id]) => !dated.has(id))),
      };
      const until = addDays(today, days);
      const moving = findLapses(bank, still, today).filter(
        (lapse) => movesScore(lapse) && lapse.lastOn >= today && lapse.lastOn < until,
      );
      if (moving.length === 0) expect(score(frame, still, until)).toBe(score(frame, still, today));
    }),
    runs,
  );
});

describe('what one lapse costs', () => {
  const submission: NamedSubmission = {
    answers: {
      'BKP-07': { state: 'answered', value: '2026-09-01' },
      'HDS-01': {
        state: 'answered',
        value: [
          { activity: '1_sites', coverage: 'own_certificate', scope_covers: true, expires_on: '2027-03-31' },
        ],
      },
      'BKP-02': { state: 'answered', value: 24 },
    },
    pieces: {
      'BKP-02': [{ id: 'p', name: 'p.pdf', verdict: 'accepted', level: 'E3', expiresOn: '2026-12-31' }],
    },
    reviews: {},
  };

  test('a stale piece is worth the stale strength on the day after its last', () => {
    const [first] = forecast(frame, submission).filter(({ kind }) => kind === 'piece-expired');
    const stale = {
      'BKP-02': [{ id: 'p', name: 'p.pdf', verdict: 'accepted', level: 'E3', expiresOn: '2026-11-21' }],
    } as const;
    expect(first?.alone?.score).toBe(score(frame, { ...submission, pieces: stale }, today));
    expect(first?.alone?.score).toBeGreaterThan(score(frame, submission, today));
  });

  test('what has lapsed already is in the score of today and has none of its own', () => {
    const past = {
      ...submission,
      pieces: {
        'BKP-02': [{ id: 'p', name: 'p.pdf', verdict: 'accepted', level: 'E3', expiresOn: '2026-11-21' }],
      },
    } as const;
    expect(forecast(frame, past).find(({ kind }) => kind === 'piece-expired')).toMatchObject({
      alone: null,
      together: null,
    });
  });

  test('an answer to reconfirm tells the score of its day and moves none', () => {
    const answers = forecast(frame, submission).filter(({ kind }) => kind === 'answers-to-reconfirm');
    expect(answers.length).toBeGreaterThan(0);
    for (const { alone, together } of answers) {
      expect(alone).toBeNull();
      expect(together?.score).toBeGreaterThan(0);
    }
  });
});
