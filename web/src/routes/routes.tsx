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
    path: '/suppliers',
    access: 'buyer',
    title: 'suppliers',
    action: 'suppliers:read',
    navigation: true,
    load: async () => (await import('../features/suppliers/suppliers-screen.js')).SuppliersScreen,
  },
  {
    path: '/suppliers/new',
    access: 'buyer',
    title: 'new-supplier',
    action: 'suppliers:manage',
    load: async () => (await import('../features/suppliers/new-supplier-screen.js')).NewSupplierScreen,
  },
  {
    path: '/suppliers/import',
    access: 'buyer',
    title: 'import-suppliers',
    action: 'imports:run',
    load: async () => (await import('../features/suppliers/import-screen.js')).ImportScreen,
  },
  {
    path: '/suppliers/:supplierId',
    access: 'buyer',
    title: 'supplier',
    action: 'suppliers:read',
    sample: { supplierId: { from: '/api/suppliers', field: 'id' } },
    load: async () => (await import('../features/suppliers/supplier-screen.js')).SupplierScreen,
  },
  {
    path: '/suppliers/:supplierId/edit',
    access: 'buyer',
    title: 'edit-supplier',
    action: 'suppliers:manage',
    sample: { supplierId: { from: '/api/suppliers', field: 'id' } },
    load: async () => (await import('../features/suppliers/edit-supplier-screen.js')).EditSupplierScreen,
  },
  {
    path: '/suppliers/:supplierId/engagements/new',
    access: 'buyer',
    title: 'new-engagement',
    action: 'engagements:manage',
    sample: { supplierId: { from: '/api/suppliers', field: 'id' } },
    load: async () => (await import('../features/engagements/new-engagement-screen.js')).NewEngagementScreen,
  },
  {
    path: '/engagements/:engagementId',
    access: 'buyer',
    title: 'engagement',
    action: 'engagements:read',
    sample: { engagementId: { from: '/api/engagements', field: 'id' } },
    load: async () => (await import('../features/engagements/engagement-screen.js')).EngagementScreen,
  },
  {
    path: '/engagements/:engagementId/edit',
    access: 'buyer',
    title: 'edit-engagement',
    action: 'engagements:manage',
    sample: { engagementId: { from: '/api/engagements', field: 'id' } },
    load: async () =>
      (await import('../features/engagements/edit-engagement-screen.js')).EditEngagementScreen,
  },
  {
    path: '/questionnaires',
    access: 'buyer',
    title: 'questionnaires',
    action: 'questionnaires:read',
    navigation: true,
    load: async () =>
      (await import('../features/questionnaires/questionnaires-screen.js')).QuestionnairesScreen,
  },
  {
    path: '/questionnaires/:questionnaireId',
    access: 'buyer',
    title: 'questionnaire',
    action: 'questionnaires:read',
    sample: { questionnaireId: { from: '/api/questionnaires', field: 'id' } },
    load: async () =>
      (await import('../features/questionnaires/questionnaire-screen.js')).QuestionnaireScreen,
  },
  {
    path: '/questionnaires/:questionnaireId/versions/:versionId',
    access: 'buyer',
    title: 'questionnaire-version',
    action: 'questionnaires:read',
    sample: {
      questionnaireId: { from: '/api/questionnaires', field: 'id' },
      versionId: { from: '/api/questionnaires', field: 'published.id' },
    },
    load: async () => (await import('../features/questionnaires/version-screen.js')).VersionScreen,
  },
  {
    path: '/weighing',
    access: 'buyer',
    title: 'weighing',
    action: 'profiles:read',
    navigation: true,
    load: async () => (await import('../features/weighing/weighing-screen.js')).WeighingScreen,
  },
  {
    path: '/lessons/:lessonId',
    access: 'member',
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
];
