import { act, renderHook } from '@testing-library/react';

import { forgetToken, keptToken, useOneTimeToken } from './one-time-token.js';

beforeEach(() => {
  window.sessionStorage.clear();
  window.localStorage.clear();
});

function arrive(address: string): { readonly current: ReturnType<typeof useOneTimeToken> } {
  window.history.replaceState(null, '', address);
  return renderHook(() => useOneTimeToken()).result;
}

test('the secret leaves the address bar at once, and nothing but this tab keeps it', () => {
  expect(arrive('/r?from=mail#abc').current.token).toBe('abc');
  expect(window.location.href).toMatch(/\/r\?from=mail$/);
  expect(window.localStorage).toHaveLength(0);
});

test('a reload finds it again', () => {
  arrive('/r#abc');
  expect(arrive('/r').current.token).toBe('abc');
});

test('another page does not', () => {
  arrive('/r#abc');
  expect(arrive('/invitation').current.token).toBe('');
  expect(keptToken('/invitation')).toBe('');
});

test('the address pasted again in the same tab is taken up', () => {
  const opened = arrive('/r#abc');
  act(() => {
    window.history.replaceState(null, '', '/r#def');
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  });
  expect(opened.current.token).toBe('def');
  expect(window.location.hash).toBe('');
  expect(keptToken('/r')).toBe('def');
});

test('once used or refused it stays on the screen, and a reload does not bring it back', () => {
  const opened = arrive('/reset-password#abc');
  act(() => {
    opened.current.forget();
  });
  expect(opened.current.token).toBe('abc');
  expect(arrive('/reset-password').current.token).toBe('');
  forgetToken('/reset-password');
});

test('a fragment cut off in the middle of an escape is no secret', () => {
  expect(arrive('/r#%E0%A4%A').current.token).toBe('');
  expect(window.location.hash).toBe('');
});

test('a storage that is closed costs the reload and nothing else', () => {
  const broken = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new Error('denied');
  });
  expect(arrive('/r#abc').current.token).toBe('abc');
  broken.mockRestore();
});
