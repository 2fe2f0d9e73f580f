import { permissionsOf, type Role } from '@probant/shared/permissions';

import type { Session } from '../platform/session/session.js';
import { homeOf, navigationOf, opensTo, placesOf } from './navigation.js';
import { screens } from './routes.js';
import type { Screen } from './screen.js';

function sessionOf(kind: 'buyer' | 'supplier' | null, roles: Role[]): Session {
  return {
    account: { id: 'a', name: 'Claire', email: 'c@x.example', language: 'fr', hasPassword: true },
    organisation: kind ? { id: 'o', name: 'O', kind, language: 'fr', timeZone: 'Europe/Paris' } : null,
    roles,
    permissions: permissionsOf(...roles),
    memberships: [],
    link: kind === null ? { assessmentId: 'as' } : null,
    part: null,
    demo: false,
  };
}

function screen(more: Partial<Screen>): Screen {
  return { path: '/x', access: 'buyer', title: 'profile', load: () => Promise.resolve(() => null), ...more };
}

test.each([
  ['buyer', 'buyer', true],
  ['buyer', 'supplier', false],
  ['supplier', 'supplier', true],
  ['supplier', 'buyer', false],
  ['member', 'supplier', true],
  ['member', null, false],
  ['link', null, true],
  ['link', 'supplier', false],
  ['link', 'buyer', false],
  ['signed-in', null, true],
  ['signed-in', 'supplier', true],
  ['signed-in', 'buyer', true],
  ['public', null, true],
] as const)('a screen for %s opened by %s: %s', (access, kind, open) => {
  expect(opensTo(screen({ access }), sessionOf(kind, []))).toBe(open);
});

test('a screen with a permission stays closed to a role without it', () => {
  const members = screen({ access: 'buyer', action: 'profiles:manage' });
  expect(opensTo(members, sessionOf('buyer', ['risk-manager']))).toBe(true);
  expect(opensTo(members, sessionOf('buyer', ['auditor']))).toBe(false);
});

test('everybody has somewhere to land, and it opens to them', () => {
  for (const [kind, role] of [
    ['buyer', 'admin'],
    ['buyer', 'buyer'],
    ['buyer', 'risk-manager'],
    ['buyer', 'auditor'],
    ['supplier', 'supplier-admin'],
    ['supplier', 'contributor'],
  ] as const) {
    const session = sessionOf(kind, [role]);
    const landing = screens.find((candidate) => candidate.path === homeOf(session));
    expect(landing && opensTo(landing, session)).toBe(true);
  }
});

test('a session that a link opened lands on its request and reaches no list', () => {
  const session: Session = {
    ...sessionOf('supplier', ['supplier-admin']),
    link: { assessmentId: 'as' },
  };
  expect(homeOf(session)).toBe('/r/request');
  expect(navigationOf(session, ((key: string) => key) as never)).toEqual([]);
  expect(opensTo(screen({ path: '/requests/:assessmentId', access: 'supplier' }), session)).toBe(true);
  expect(opensTo(screen({ path: '/lessons/:lessonId', access: 'signed-in' }), session)).toBe(true);
});

const titles = ((key: string) => key) as never;
const pathsOf = (session: Session): string[] => placesOf(session, titles).map(({ path }) => path);

test('one goes anywhere that opens, and nowhere else', () => {
  expect(pathsOf(sessionOf('supplier', ['supplier-admin']))).toEqual([
    '/desk',
    '/requests',
    '/answers',
    '/answers/packs',
    '/follow-up',
    '/follow-up/warnings',
    '/follow-up/warnings/new',
    '/follow-up/proof-files',
    '/follow-up/notices',
    '/follow-up/drills',
    '/follow-up/incidents',
    '/follow-up/findings',
    '/audit',
    '/search',
    '/lessons',
    '/settings/profile',
    '/settings/members',
    '/settings/api',
  ]);
  const auditor = pathsOf(sessionOf('buyer', ['auditor']));
  expect(auditor).toContain('/portfolio');
  expect(auditor).not.toContain('/campaigns/new');
  expect(auditor).not.toContain('/sign-in');
});

test('from a link one goes to its one request', () => {
  const session: Session = { ...sessionOf('supplier', ['supplier-admin']), link: { assessmentId: 'as' } };
  expect(pathsOf(session)).toEqual([
    '/r/request',
    '/r/workspace',
    '/requests/as',
    '/requests/as/review',
    '/requests/as/workbook',
    '/requests/as/moves',
    '/requests/as/receipt',
    '/requests/as/changes',
    '/requests/as/parts',
    '/lessons',
  ]);
});

test('what belongs to an entry elsewhere names one that stands in the navigation', () => {
  const entries = screens.filter(({ navigation }) => navigation).map(({ path }) => path);
  const within = screens.flatMap((one) => one.within ?? []);
  expect(within.length).toBeGreaterThan(0);
  expect(within.filter((path) => !entries.includes(path))).toEqual([]);
});

test('no two screens share an address, and every parameter has a sample', () => {
  expect(new Set(screens.map(({ path }) => path)).size).toBe(screens.length);
  for (const { path, sample, sampleSuffix = '' } of screens) {
    const names = [...(path + sampleSuffix).matchAll(/:(\w+)/g)].map((match) => match[1]);
    expect(Object.keys(sample ?? {})).toEqual(names);
  }
});

test('every part of an engagement’s file stands under the suppliers', () => {
  const parts = screens.filter(({ path }) => path.startsWith('/engagements/'));
  expect(parts.filter(({ within }) => within !== '/suppliers').map(({ path }) => path)).toEqual([]);
});

test('a colleague who holds a part lands on it and reaches nothing else but lessons', () => {
  const session: Session = { ...sessionOf(null, ['delegate']), link: null, part: { assessmentId: 'as' } };
  expect(homeOf(session)).toBe('/part');
  expect(pathsOf(session)).toEqual(['/part', '/lessons']);
  expect(opensTo(screen({ path: '/requests/:assessmentId', access: 'supplier' }), session)).toBe(false);
});
