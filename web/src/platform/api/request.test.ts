import { Problem } from './problem.js';
import { onSignedOut, request } from './request.js';

const answers = jest.fn<Promise<unknown>, [string, RequestInit]>();

function answer(status: number, body: string, contentType = 'application/problem+json'): void {
  answers.mockResolvedValueOnce({
    ok: status < 400,
    status,
    headers: new Headers(contentType === '' ? {} : { 'content-type': contentType }),
    json: () => Promise.resolve().then(() => JSON.parse(body) as unknown),
  });
}

beforeEach(() => {
  answers.mockReset();
  Object.defineProperty(globalThis, 'fetch', { configurable: true, writable: true, value: answers });
});

test('a body goes out as JSON with the cookie of this origin, empty parts of the query stay out', async () => {
  answer(200, '{"ok":true}', 'application/json; charset=utf-8');
  await expect(
    request('post', '/api/x', {
      body: { a: 1 },
      query: { search: '', grade: ['A', 'B'], page: 2, none: undefined },
    }),
  ).resolves.toEqual({ ok: true });
  const [url, init] = answers.mock.calls[0] ?? [];
  expect(url).toBe('/api/x?grade=A&grade=B&page=2');
  expect(init).toMatchObject({
    method: 'POST',
    credentials: 'same-origin',
    body: '{"a":1}',
    headers: { 'content-type': 'application/json', 'accept-language': 'fr' },
  });
});

test('an empty answer is undefined', async () => {
  answer(204, '', '');
  await expect(request('delete', '/api/session')).resolves.toBeUndefined();
});

test('a refusal is a problem with its code, its fields and what else it says', async () => {
  answer(
    409,
    JSON.stringify({ type: 'urn:x', title: 'T', status: 409, code: 'stale-revision', params: { mine: 1 } }),
  );
  await expect(request('put', '/api/x')).rejects.toMatchObject({
    status: 409,
    code: 'stale-revision',
    title: 'T',
    extensions: { params: { mine: 1 } },
  });
  answer(
    422,
    JSON.stringify({ code: 'invalid', errors: [{ pointer: '/email', code: 'required', detail: 'D' }, 7] }),
  );
  await expect(request('post', '/api/x')).rejects.toMatchObject({
    fields: [{ pointer: '/email', code: 'required', detail: 'D' }],
  });
});

test('a broken gateway page still becomes a problem', async () => {
  answer(502, '<html>', 'text/html');
  await expect(request('get', '/api/x')).rejects.toMatchObject({ status: 502, code: 'unavailable' });
});

test('no answer is a network problem, an abort stays an abort', async () => {
  answers.mockRejectedValueOnce(new TypeError('failed'));
  await expect(request('get', '/api/x')).rejects.toEqual(new Problem({ status: 0, code: 'network' }));
  answers.mockRejectedValueOnce(new DOMException('gone', 'AbortError'));
  await expect(request('get', '/api/x')).rejects.toMatchObject({ name: 'AbortError' });
});

test('not being signed in tells that the session has ended, a wrong code and a 403 do not', async () => {
  const ended = jest.fn();
  const stop = onSignedOut(ended);
  answer(403, '{"code":"forbidden"}');
  await expect(request('get', '/api/x')).rejects.toBeInstanceOf(Problem);
  expect(ended).not.toHaveBeenCalled();
  answer(401, '{"code":"not-signed-in"}');
  await expect(request('get', '/api/x')).rejects.toBeInstanceOf(Problem);
  expect(ended).toHaveBeenCalledTimes(1);
  answer(401, '{"code":"code-refused"}');
  await expect(request('post', '/api/x')).rejects.toBeInstanceOf(Problem);
  expect(ended).toHaveBeenCalledTimes(1);
  stop();
});
