import { Conditions, containing, orderOf, pageClause, toPage } from './page.js';

const orders = { name: { by: 'lower(name)', type: 'text', id: 'id' } } as const;
const id = '0199f0a0-0000-7000-8000-000000000001';

describe('a page of a list', () => {
  test('begins after the last row of the page before', () => {
    const rows = [
      { cursor_value: 'a', cursor_id: id, n: 1 },
      { cursor_value: 'é"?', cursor_id: id, n: 2 },
      { cursor_value: 'c', cursor_id: id, n: 3 },
    ];
    const first = toPage(rows, { limit: 2 }, ({ n }) => n);
    expect(first.items).toEqual([1, 2]);
    const conditions = new Conditions().add('archived_at IS NULL');
    const clause = pageClause(conditions, orderOf('-name', 'name', orders), {
      limit: 2,
      after: first.next ?? '',
    });
    expect(clause).toBe(
      'WHERE (archived_at IS NULL) AND ((lower(name), id) < ($1::text, $2::uuid)) ORDER BY lower(name) DESC, id DESC LIMIT $3',
    );
    expect(conditions.parameters).toEqual(['é"?', id, 3]);
  });

  test('the last page has no next', () => {
    expect(toPage([{ cursor_value: 'a', cursor_id: id }], { limit: 1 }, () => 1).next).toBeNull();
  });

  test.each([
    '',
    'x',
    'W10',
    Buffer.from('["a","not-an-id"]').toString('base64url'),
    Buffer.from('[1,2]').toString('base64url'),
  ])('a cursor %p that is not ours is refused', (after) => {
    expect(() => pageClause(new Conditions(), orderOf('name', 'name', orders), { after })).toThrow();
  });

  test('a search finds its signs as they are', () => {
    expect(containing('50%_\\')).toBe('%50\\%\\_\\\\%');
  });
});
