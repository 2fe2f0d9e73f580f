import { type Entry, groupHistory } from './group-history.js';

let sequence = 100;
const entry = (at: string, event: object, actorName: string | null = 'Claire'): Entry => ({
  sequence: (sequence -= 1),
  at,
  actor: actorName === null ? 'system' : 'member',
  actorName,
  event: { ...event },
});
const graded = (at: string, evidenceId: string, questionId: string, who = 'Claire'): Entry =>
  entry(at, { kind: 'evidence-graded', evidenceId, questionId, name: `${evidenceId}.pdf`, level: 'E3' }, who);
const seen = (at: string, ...questionIds: string[]): Entry =>
  entry(at, { kind: 'answers-seen', number: 1, questionIds });
const dayOf = (instant: string): string => instant.slice(0, 10);
const told = (timeline: readonly Entry[], family: Parameters<typeof groupHistory>[1] = null): unknown =>
  groupHistory(timeline, family, dayOf).map(({ day, lines }) => [
    day,
    ...lines.map(({ entries, fold }) =>
      fold === null ? entries[0].event['kind'] : `${fold.kind} ${fold.count} of ${entries.length}`,
    ),
  ]);

test('acts that alternate are told in one line each, and things are counted once', () => {
  expect(
    told([
      entry('2026-11-19T09:00', { kind: 'reviewed', number: 1 }),
      seen('2026-11-12T09:24', 'MSS-01'),
      graded('2026-11-12T09:22', 'dpa', 'RGP-03'),
      graded('2026-11-12T09:22', 'dpa', 'RGP-01'),
      seen('2026-11-12T09:21', 'BKP-05', 'MSS-04'),
      graded('2026-11-12T09:20', 'audit', 'BKP-05'),
      entry('2026-11-12T09:14', { kind: 'review-started', number: 1 }),
    ]),
  ).toEqual([
    ['2026-11-19', 'reviewed'],
    ['2026-11-12', 'answers-seen 3 of 2', 'evidence-graded 2 of 3', 'review-started'],
  ]);
});

test('one event that tells of many answers is folded as well', () => {
  const many = seen('2026-11-12T09:24', ...'ABCDEFG');
  expect(told([many])).toEqual([['2026-11-12', 'answers-seen 7 of 1']]);
});

test('a step, another person and another day each begin a line anew', () => {
  expect(
    told([
      graded('2026-11-12T12:00', 'a', 'X'),
      entry('2026-11-12T11:00', { kind: 'returned', reason: '', questions: 1 }),
      graded('2026-11-12T10:00', 'b', 'X'),
      graded('2026-11-12T09:00', 'c', 'X', 'Paul'),
      graded('2026-11-11T09:00', 'd', 'X'),
    ]),
  ).toEqual([
    ['2026-11-12', 'evidence-graded', 'returned', 'evidence-graded', 'evidence-graded'],
    ['2026-11-11', 'evidence-graded'],
  ]);
});

test('a family alone leaves the others out, and days without any', () => {
  const timeline = [
    entry('2026-11-12T12:00', { kind: 'finding-raised', questionId: 'X', severity: 'high' }, null),
    entry('2026-11-12T11:00', { kind: 'submitted', number: 1, answers: 2, pieces: 1 }, null),
    entry('2026-11-11T11:00', { kind: 'code-sent', recipient: 'x@y.example' }, null),
  ];
  expect(told(timeline, 'findings')).toEqual([['2026-11-12', 'finding-raised']]);
  expect(told(timeline, 'exchanges')).toEqual([['2026-11-11', 'code-sent']]);
  expect(told([], null)).toEqual([]);
});
