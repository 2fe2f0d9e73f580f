import { KeptFields, textsOf } from './kept-fields.js';

const open = (prefix = 'probant-typed/lea/1/') => new KeptFields(() => localStorage, prefix);

beforeEach(() => localStorage.clear());

test('what was typed is there after a reload, for the same person and request only', () => {
  open().keep('message/BKP-01', { body: 'Bonjour' });
  expect(textsOf(open(), 'message/BKP-01')).toEqual({ body: 'Bonjour' });
  expect(open('probant-typed/hugo/1/').read().size).toBe(0);
});

test('what was sent leaves nothing behind', () => {
  const kept = open();
  kept.keep('message/', { body: 'Bonjour' });
  kept.keep('message/', undefined);
  expect(kept.read().size).toBe(0);
  expect(localStorage.length).toBe(0);
});

test.each(['not json', 'null', '3', '{"body":3}'])('an entry that reads %s tells no text', (text) => {
  localStorage.setItem('probant-typed/lea/1/message/', text);
  expect(textsOf(open(), 'message/')?.['body']).toBeUndefined();
});

test('a storage that is closed to us keeps it as long as the page is open', () => {
  const kept = new KeptFields(() => {
    throw new Error('denied');
  }, 'x/');
  const told = jest.fn();
  kept.subscribe(told);
  kept.keep('message/', { body: 'Bonjour' });
  expect(textsOf(kept, 'message/')).toEqual({ body: 'Bonjour' });
  expect(told).toHaveBeenCalledTimes(1);
});
