import { Problem } from '../../platform/api/problem.js';
import { fieldName, showFieldProblems } from './field-problems.js';

test.each([
  ['/email', 'email'],
  ['/contacts/0/email', 'contacts.0.email'],
  ['/a~1b/c~0d', 'a/b.c~d'],
  ['', ''],
])('the pointer %j is the field %j', (pointer, name) => {
  expect(fieldName(pointer)).toBe(name);
});

describe('a refused form', () => {
  const refused = (...pointers: string[]): Problem =>
    new Problem({
      status: 422,
      code: 'invalid',
      errors: pointers.map((pointer) => ({ pointer, code: 'required', detail: 'Manque.' })),
    });
  const values = {
    email: '',
    contacts: [{ name: '' }],
    domains: 'bon.example 10.0.0.1\nrien',
    context: { health: 'true' },
  };
  const form = () => ({ setError: jest.fn(), getValues: jest.fn(() => values) });
  const words = {
    entry: (entry: string, message: string) => `« ${entry} » : ${message}`,
    place: (number: number, message: string) => `${number} : ${message}`,
    lists: { domains: (typed: string) => typed.split(/\s/) },
  };
  const shown = (...pointers: string[]): unknown[][] => {
    const target = form();
    expect(showFieldProblems(refused(...pointers), target, words)).toEqual([]);
    return target.setError.mock.calls as unknown[][];
  };

  test('carries each refusal on its field', () => {
    expect(shown('/email', '/contacts/0/name')).toEqual([
      ['email', { type: 'required', message: 'Manque.' }],
      ['contacts.0.name', { type: 'required', message: 'Manque.' }],
    ]);
  });

  test('names each entry of a list that is typed as one text', () => {
    expect(shown('/domains/1', '/domains/2')).toEqual([
      ['domains', { type: 'required', message: '« 10.0.0.1 » : Manque. « rien » : Manque.' }],
    ]);
  });

  test('names the place of an entry that has no text of its own', () => {
    expect(shown('/contacts/3/name')).toEqual([['contacts', { type: 'required', message: '4 : Manque.' }]]);
    expect(shown('/email/0')).toEqual([['email', { type: 'required', message: '1 : Manque.' }]]);
  });

  test('carries what lies inside a field on that field', () => {
    expect(shown('/context/other', '/contacts/0/phone')).toEqual([
      ['context', { type: 'required', message: 'Manque.' }],
      ['contacts.0', { type: 'required', message: 'Manque.' }],
    ]);
  });

  test('hands back what has no field', () => {
    const target = form();
    const lost = showFieldProblems(refused('/email', '/other', ''), target, words);
    expect(lost.map(({ pointer }) => pointer)).toEqual(['/other', '']);
    expect(target.setError).toHaveBeenCalledTimes(1);
  });

  test('is not a form matter when the error names no field', () => {
    expect(showFieldProblems(new Error('lost'), form(), words)).toEqual([]);
  });
});
