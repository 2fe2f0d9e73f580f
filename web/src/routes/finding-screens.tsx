import type { Screen } from './screen.js';

/** What a buyer's people see of findings. */
export const findingScreens: readonly Screen[] = [
  {
    path: '/findings',
    access: 'buyer',
    title: 'findings',
    action: 'reviews:read',
    navigation: true,
    load: async () => (await import('../features/findings/findings-screen.js')).FindingsScreen,
  },
  {
    path: '/findings/:findingId',
    access: 'buyer',
    title: 'finding',
    action: 'reviews:read',
    sample: { findingId: { from: '/api/findings', field: 'id' } },
    load: async () => (await import('../features/findings/finding-screen.js')).FindingScreen,
  },
  {
    path: '/engagements/:engagementId/findings',
    access: 'buyer',
    title: 'engagement-findings',
    within: '/suppliers',
    action: 'reviews:read',
    sample: { engagementId: { from: '/api/findings', field: 'engagementId' } },
    load: async () =>
      (await import('../features/findings/engagement-findings-screen.js')).EngagementFindingsScreen,
  },
];
