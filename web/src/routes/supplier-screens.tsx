import type { Screen } from './screen.js';

/** What a supplier's people see, in the order of the top navigation. */
export const supplierScreens: readonly Screen[] = [
  {
    path: '/requests',
    access: 'supplier',
    title: 'requests',
    action: 'requests:read',
    navigation: true,
    homeOf: ['supplier-admin', 'contributor'],
    load: async () => (await import('../features/requests/requests-screen.js')).RequestsScreen,
  },
  {
    path: '/requests/:assessmentId',
    access: 'supplier',
    title: 'answering',
    action: 'answers:read',
    frame: 'own',
    sample: { assessmentId: { from: '/api/requests', field: 'id' } },
    load: async () => (await import('../features/answering/answer-screen.js')).AnswerScreen,
  },
  {
    path: '/requests/:assessmentId/review',
    access: 'supplier',
    title: 'answers-review',
    action: 'answers:read',
    sample: { assessmentId: { from: '/api/requests', field: 'id' } },
    load: async () => (await import('../features/answering/review-screen.js')).ReviewScreen,
  },
  {
    path: '/requests/:assessmentId/receipt',
    access: 'supplier',
    title: 'receipt',
    action: 'answers:read',
    sample: { assessmentId: { from: '/api/requests', field: 'id' } },
    load: async () => (await import('../features/answering/receipt-screen.js')).ReceiptScreen,
  },
  {
    path: '/follow-up',
    access: 'supplier',
    title: 'follow-up',
    action: 'requests:read',
    navigation: true,
    load: async () => (await import('../features/follow-up/follow-up-screen.js')).FollowUpScreen,
  },
  {
    path: '/follow-up/warnings',
    access: 'supplier',
    title: 'warnings',
    action: 'warnings:give',
    load: async () => (await import('../features/warnings/given-warnings-screen.js')).GivenWarningsScreen,
  },
  {
    path: '/follow-up/warnings/new',
    access: 'supplier',
    title: 'new-warning',
    action: 'warnings:give',
    load: async () => (await import('../features/warnings/give-warning-screen.js')).GiveWarningScreen,
  },
  {
    path: '/follow-up/proof-files',
    access: 'supplier',
    title: 'proof-files',
    action: 'proof:read',
    load: async () => (await import('../features/proof/own-proof-screen.js')).OwnProofScreen,
  },
  {
    path: '/follow-up/drills',
    access: 'supplier',
    title: 'shared-drills',
    action: 'drill-records:read',
    load: async () => (await import('../features/drills/shared-drills-screen.js')).SharedDrillsScreen,
  },
  {
    path: '/follow-up/incidents',
    access: 'supplier',
    title: 'incidents',
    action: 'incident-reports:read',
    load: async () =>
      (await import('../features/incidents/shared-incidents-screen.js')).SharedIncidentsScreen,
  },
];
