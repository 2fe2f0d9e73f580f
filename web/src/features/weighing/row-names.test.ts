import { createRowNames } from './row-names.js';

const named = (number: number) => ({
  number,
  engagementId: `e${number}`,
  supplierId: 's',
  supplierName: `Fournisseur ${number}`,
  engagementName: 'Prestation',
});
const settle = async (): Promise<void> => {
  await jest.advanceTimersByTimeAsync(100);
};

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

test('only what is in sight and not known is asked for, a hundred at a time', async () => {
  const asked: number[][] = [];
  const names = createRowNames((numbers) => {
    asked.push([...numbers]);
    return Promise.resolve(numbers.filter((number) => number !== 3).map(named));
  });
  names.want('list', [1, 2, 3]);
  names.want('side', [2, 4]);
  await settle();
  expect(asked).toEqual([[1, 2, 3, 4]]);
  expect(names.get(1)?.supplierName).toBe('Fournisseur 1');
  expect(names.get(3)).toBeNull();
  names.want('list', [1, 3]);
  await settle();
  expect(asked).toHaveLength(1);
  names.want(
    'list',
    Array.from({ length: 150 }, (_, place) => 10 + place),
  );
  await settle();
  expect(asked.slice(1).map(({ length }) => length)).toEqual([100, 50]);
});

test('a failure is told and tried again', async () => {
  let away = true;
  const names = createRowNames((numbers) =>
    away ? Promise.reject(new Error('away')) : Promise.resolve(numbers.map(named)),
  );
  names.want('list', [1]);
  await settle();
  expect(names.error()).toEqual(new Error('away'));
  away = false;
  names.retry();
  await settle();
  expect(names.error()).toBeNull();
  expect(names.get(1)?.engagementId).toBe('e1');
});
