import type { Screen } from './screen.js';

/**
 * Every screen of Probant, each in its own chunk. The order is the order of the top navigation.
 * A new screen is one entry here and its title in route.texts.ts; docs/web.md shows how.
 */
export const screens: readonly Screen[] = [
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
    path: '/dev/mailbox',
    access: 'public',
    title: 'mailbox',
    load: async () => (await import('../features/mailbox/mailbox-screen.js')).MailboxScreen,
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
];
