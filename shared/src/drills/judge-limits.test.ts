import { douaiEpisode } from './douai-episode.js';
import type { Drill, DrillLimits, DrillTicket } from './drill.js';
import { judgeDelays, judgeSearch, type JudgedDelay } from './judge-limits.js';
import { measureDrill } from './metrics.js';

const limits: DrillLimits = {
  source: 'art. 9.3',
  detectHours: 24,
  qualifyHours: 4,
  tellHours: 72,
  originSearch: true,
};

const judged = (drill: Pick<Drill, 'drops'>, over: Partial<DrillLimits> = {}): JudgedDelay[] =>
  judgeDelays({ ...limits, ...over }, measureDrill(drill));
const verdicts = (lines: readonly JudgedDelay[]): unknown =>
  Object.fromEntries(lines.map(({ key, verdict }) => [key, verdict]));

function withTickets(
  change: (ticket: DrillTicket, place: number) => Partial<DrillTicket>,
): Pick<Drill, 'drops'> {
  return {
    drops: douaiEpisode.drops.map((drop, place) => ({
      ...drop,
      tickets: drop.tickets.map((ticket) => ({ ...ticket, ...change(ticket, place) })),
    })),
  };
}

describe('each delay against the contract', () => {
  test('a ticket that was judged without an hour was qualified, and nobody knows how soon', () => {
    const [, qualify] = judged(douaiEpisode);
    expect(qualify?.measured.slice(1)).toEqual(['undated', 'undated']);
    expect(verdicts(judged(douaiEpisode))).toEqual({
      detect: 'uncertain',
      qualify: 'uncertain',
      tell: 'kept',
    });
  });

  test('a ticket that nobody judged was never qualified', () => {
    const [, qualify] = judged(withTickets(() => ({ verdict: 'unstated', firstCommentAt: null })));
    expect(qualify).toMatchObject({ verdict: 'never', measured: ['never', 'never', 'never'] });
  });

  test('where nothing is written nothing is a breach; where nothing was detected there is nothing more to judge', () => {
    const silent = { detectHours: null, qualifyHours: null, tellHours: null };
    expect(verdicts(judged(douaiEpisode, silent))).toEqual({
      detect: 'not-written',
      qualify: 'not-written',
      tell: 'not-written',
    });
    const undetected = { drops: douaiEpisode.drops.map((drop) => ({ ...drop, tickets: [] })) };
    expect(verdicts(judged(undetected))).toEqual({
      detect: 'never',
      qualify: 'nothing-to-judge',
      tell: 'nothing-to-judge',
    });
  });
});

test.each([
  [['yes', 'yes', 'yes'], 3, 'kept'],
  [['yes', 'unknown', 'yes'], 2, 'uncertain'],
  [['no', 'unknown', 'yes'], 1, 'never'],
] as const)('an origin searched %j is %d of 3, %s', (searches, searched, verdict) => {
  const metrics = measureDrill(withTickets((_, place) => ({ originSearched: searches[place] ?? 'unknown' })));
  expect(judgeSearch(limits, metrics)).toEqual({ searched, of: 3, verdict });
  expect(judgeSearch({ ...limits, originSearch: false }, metrics).verdict).toBe('not-written');
});
