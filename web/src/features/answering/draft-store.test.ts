import { createDraftStore } from './draft-store.js';

const draft = { answer: { state: 'answered', value: 'a' }, revision: 2, clientKey: 'key-00001' } as const;

beforeEach(() => localStorage.clear());

test('what was kept is there after a reload, for the same person and request only', () => {
  createDraftStore(() => localStorage, 'lea/assessment-1').keep('BKP-01', { draft });

  expect(createDraftStore(() => localStorage, 'lea/assessment-1').load()).toEqual(
    new Map([['BKP-01', { draft }]]),
  );
  expect(createDraftStore(() => localStorage, 'lea/assessment-2').load().size).toBe(0);
  expect(createDraftStore(() => localStorage, 'hugo/assessment-1').load().size).toBe(0);
});

test('an acknowledged answer leaves nothing behind', () => {
  const store = createDraftStore(() => localStorage, 'lea/1');
  store.keep('BKP-01', { sent: draft });
  store.keep('BKP-01', {});
  expect(localStorage.length).toBe(0);
});

test.each(['not json', 'null', '{}', '{"draft":{"revision":"2"}}', '[]'])(
  'an entry that reads %s is left out',
  (text) => {
    localStorage.setItem('probant-draft/lea/1/BKP-01', text);
    expect(createDraftStore(() => localStorage, 'lea/1').load().size).toBe(0);
  },
);

test('a storage that is closed to us costs nothing but the protection', () => {
  const store = createDraftStore(() => {
    throw new Error('denied');
  }, 'lea/1');
  expect(store.load().size).toBe(0);
  expect(() => store.keep('BKP-01', { draft })).not.toThrow();
});
