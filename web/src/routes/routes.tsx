import { buyerScreens } from './buyer-screens.js';
import type { Screen } from './screen.js';
import { supplierScreens } from './supplier-screens.js';

/**
 * Every screen of Probant, each in its own chunk. The order is the order of the top navigation.
 * A new screen is one entry here and its title in route.texts.ts; docs/web.md shows how.
 */
export const screens: readonly Screen[] = [
  ...buyerScreens,
  {
    path: '/sign-in',
    access: 'public',
    title: 'sign-in',
    frame: 'own',
    load: async () => (await import('../features/identity/sign-in-screen.js')).SignInScreen,
  },
  {
    path: '/forgotten-password',
    access: 'public',
    title: 'forgotten-password',
    load: async () =>
      (await import('../features/identity/forgotten-password-screen.js')).ForgottenPasswordScreen,
  },
  {
    path: '/reset-password',
    access: 'public',
    title: 'reset-password',
    sampleSuffix: '#sample-token',
    load: async () => (await import('../features/identity/reset-password-screen.js')).ResetPasswordScreen,
  },
  {
    path: '/invitation',
    access: 'public',
    title: 'accept-invitation',
    sampleSuffix: '#sample-token',
    load: async () =>
      (await import('../features/identity/accept-invitation-screen.js')).AcceptInvitationScreen,
  },
  {
    path: '/first-administrator',
    access: 'public',
    title: 'first-administrator',
    sampleSuffix: '#sample-token',
    load: async () =>
      (await import('../features/identity/first-administrator-screen.js')).FirstAdministratorScreen,
  },
  {
    path: '/r',
    access: 'public',
    title: 'link',
    sampleSuffix: '#0000000000000000000000000000000000000000000',
    load: async () => (await import('../features/link/link-screen.js')).LinkScreen,
  },
  {
    path: '/p',
    access: 'public',
    title: 'part-link',
    sampleSuffix: '#0000000000000000000000000000000000000000000',
    load: async () => (await import('../features/link/part-link-screen.js')).PartLinkScreen,
  },
  {
    path: '/part',
    access: 'part',
    title: 'part',
    frame: 'own',
    load: async () => (await import('../features/answering/part-screen.js')).PartScreen,
  },
  {
    path: '/r/request',
    access: 'link',
    title: 'link-request',
    load: async () => (await import('../features/link/request-screen.js')).LinkRequestScreen,
  },
  {
    path: '/r/workspace',
    access: 'link',
    title: 'whole-workspace',
    load: async () => (await import('../features/link/whole-workspace-screen.js')).WholeWorkspaceScreen,
  },
  {
    path: '/dev/mailbox',
    access: 'public',
    title: 'mailbox',
    load: async () => (await import('../features/mailbox/mailbox-screen.js')).MailboxScreen,
  },
  ...supplierScreens,
  {
    path: '/warnings/:warningId',
    access: 'member',
    title: 'warning',
    action: 'warnings:read',
    sample: { warningId: { from: '/api/warnings', field: 'id' } },
    load: async () => (await import('../features/warnings/warning-screen.js')).WarningScreen,
  },
  {
    path: '/audit',
    access: 'member',
    title: 'audit',
    action: 'audit:read',
    load: async () => (await import('../features/audit/audit-screen.js')).AuditScreen,
  },
  {
    path: '/search',
    access: 'member',
    title: 'search',
    action: 'search:read',
    sampleSuffix: '?search=sauvegarde',
    load: async () => (await import('../features/search/search-screen.js')).SearchScreen,
  },
  {
    path: '/lessons',
    access: 'signed-in',
    title: 'lessons',
    load: async () => (await import('../features/library/lessons-screen.js')).LessonsScreen,
  },
  {
    path: '/lessons/:lessonId',
    access: 'signed-in',
    title: 'lesson',
    sample: { lessonId: 'R-03' },
    load: async () => (await import('../features/library/lesson-screen.js')).LessonScreen,
  },
  {
    path: '/settings/profile',
    access: 'member',
    title: 'profile',
    load: async () => (await import('../features/identity/profile-screen.js')).ProfileScreen,
  },
  {
    path: '/settings/members',
    access: 'member',
    title: 'members',
    action: 'members:read',
    load: async () => (await import('../features/organisations/members-screen.js')).MembersScreen,
  },
  {
    path: '/settings/api',
    access: 'member',
    title: 'integrations',
    action: 'tokens:manage',
    load: async () => (await import('../features/integrations/integrations-screen.js')).IntegrationsScreen,
  },
];
