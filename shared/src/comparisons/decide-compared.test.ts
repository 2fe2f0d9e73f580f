import { decideCompared } from './decide-compared.js';

const ids = Array.from({ length: 6 }, (_, n) => `0000000${n}-0000-4000-8000-000000000000`);

test.each([
  [[], 'too-few'],
  [ids.slice(0, 1), 'too-few'],
  [ids, 'too-many'],
  [[ids[0], ids[0]], 'duplicate'],
  [[ids[0], 'x'], 'not-an-id'],
])('refuses %j', (given, code) => {
  expect(decideCompared(given.join(','))).toMatchObject({
    accepted: false,
    refusal: { errors: [{ pointer: '/engagements', code }] },
  });
});

test('keeps the order of the address', () => {
  const asked = [ids[3], ids[1]];
  expect(decideCompared(asked.join(' , '))).toEqual({ accepted: true, value: asked });
});
