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
  const refused = (pointers: string[]): Problem =>
    new Problem({
      status: 422,
      code: 'invalid',
      errors: pointers.map((pointer) => ({ pointer, code: 'required' })),
    });
  const form = () => ({
    setError: jest.fn(),
    getValues: jest.fn(() => ({ email: '', contacts: [{ name: '' }] })),
  });

  test('carries each refusal on its field', () => {
    const target = form();
    expect(showFieldProblems(refused(['/email', '/contacts/0/name']), target)).toBe(true);
    expect(target.setError.mock.calls).toEqual([
      ['email', { type: 'required', message: 'required' }],
      ['contacts.0.name', { type: 'required', message: 'required' }],
    ]);
  });

  test('says so when a refusal has no field', () => {
    const target = form();
    expect(showFieldProblems(refused(['/email', '/other']), target)).toBe(false);
    expect(target.setError).toHaveBeenCalledTimes(1);
  });

  test('is not a form matter when the error names no field', () => {
    expect(showFieldProblems(new Error('lost'), form())).toBe(false);
  });
});
