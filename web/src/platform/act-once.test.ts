import { createActOnce, doubleClickMs } from './act-once.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

test('while a call is on its way, the next one gets its reply', async () => {
  const act = jest.fn(() => new Promise<string>((resolve) => setTimeout(resolve, 5000, 'sent')));
  const once = createActOnce<string>();
  const replies = [once('', act), once('', act)];
  jest.advanceTimersByTime(4000);
  replies.push(once('', act));
  jest.advanceTimersByTime(1000);
  expect(await Promise.all(replies)).toEqual(['sent', 'sent', 'sent']);
  expect(act).toHaveBeenCalledTimes(1);
});

test('an answer that comes between the two clicks lets no second call through', async () => {
  const act = jest.fn(() => Promise.resolve('sent'));
  const once = createActOnce<string>();
  await once('', act);
  jest.advanceTimersByTime(doubleClickMs - 1);
  await once('', act);
  expect(act).toHaveBeenCalledTimes(1);
  jest.advanceTimersByTime(1);
  await once('', act);
  expect(act).toHaveBeenCalledTimes(2);
});

test('what failed, or was refused, is tried again at once', async () => {
  const act = jest
    .fn<Promise<boolean>, []>()
    .mockRejectedValueOnce(new Error('lost'))
    .mockResolvedValueOnce(false)
    .mockResolvedValueOnce(true);
  const once = createActOnce<boolean>((sent) => sent);
  await expect(once('', act)).rejects.toThrow('lost');
  expect(await once('', act)).toBe(false);
  expect(await once('', act)).toBe(true);
});

test('lanes do not wait for each other', () => {
  const act = jest.fn(() => new Promise<void>(() => undefined));
  const once = createActOnce<unknown>();
  void once('one', act);
  void once('two', act);
  expect(act).toHaveBeenCalledTimes(2);
});
