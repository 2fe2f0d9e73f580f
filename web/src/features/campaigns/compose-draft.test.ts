import { draftKey, dropDraft, keepDraft, readDraft } from './compose-draft.js';

const key = draftKey('org', 'claire', []);
const draft = {
  name: 'Automne',
  versionId: 'v',
  dueOn: '2026-12-18',
  message: 'Bonjour',
  chosen: [
    ['e1', null],
    ['e2', 'contact'],
  ] as const,
};

afterEach(() => {
  sessionStorage.clear();
});

test('what was composed is read back as it was, until it is dropped', () => {
  keepDraft(key, draft);
  expect(readDraft(key)).toEqual(draft);
  dropDraft(key);
  expect(readDraft(key)).toBeNull();
});

test('another person, another organisation and another beginning have a draft of their own', () => {
  keepDraft(key, draft);
  const others = [
    draftKey('org', 'marc', []),
    draftKey('other', 'claire', []),
    draftKey('org', 'claire', ['e']),
  ];
  expect(others.map(readDraft)).toEqual([null, null, null]);
});

test('the same engagements are the same beginning in any order', () => {
  expect(draftKey('o', 'a', ['x', 'y'])).toBe(draftKey('o', 'a', ['y', 'x']));
});

test.each([
  'not json',
  '7',
  '{}',
  JSON.stringify({ ...draft, dueOn: 7 }),
  JSON.stringify({ ...draft, chosen: ['e1'] }),
  JSON.stringify({ ...draft, chosen: [[7, null]] }),
])('%s is no draft', (text) => {
  sessionStorage.setItem(key, text);
  expect(readDraft(key)).toBeNull();
});
