import { eventSubjects } from './event-subjects.js';
import { eventKindNames } from './kind-names.js';
import { eventKinds, isEventKind } from './sentence.js';

test('every kind has a name of its own in each language, and a subject', () => {
  for (const language of ['fr', 'en'] as const) {
    const names = eventKinds.map((kind) => eventKindNames[kind][language]);
    expect(new Set(names).size).toBe(eventKinds.length);
    for (const name of names) expect(name).toMatch(/^[\p{Lu}«].{3,39}$/u);
  }
  expect(new Set(Object.values(eventKindNames).map(({ subject }) => subject))).toEqual(
    new Set(eventSubjects),
  );
});

test('every kind is a short key that the chain can hold on one line', () => {
  expect(eventKinds.length).toBeGreaterThan(70);
  for (const kind of eventKinds) expect(kind).toMatch(/^[a-z]+(-[a-z]+)*$/);
  expect(isEventKind('submitted')).toBe(true);
  expect(isEventKind('toString')).toBe(false);
});
