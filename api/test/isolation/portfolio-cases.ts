import type { Body } from './body.js';

const view = { name: 'Comité', filters: { grade: 'E', view: 'list' }, shared: false };

/** The cases of the portfolio's routes, and of what it is weighed by. */
export const portfolioBodies: Readonly<Record<string, Body>> = {
  'POST /api/portfolio/views': () => view,
  'PUT /api/portfolio/views/{viewId}': () => view,
  'DELETE /api/portfolio/views/{viewId}': () => ({}),
  'POST /api/profiles': () => ({ name: 'Autre profil', themes: { BKP: 20 } }),
  'PUT /api/profiles/default': ({ profileId }) => ({ profileId, revision: 1 }),
};
