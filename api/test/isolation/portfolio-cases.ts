import type { Body } from './body.js';

const view = { name: 'Comité', filters: { grade: 'E', view: 'list' }, shared: false };

/** The cases of the portfolio's routes. */
export const portfolioBodies: Readonly<Record<string, Body>> = {
  'POST /api/portfolio/views': () => view,
  'PUT /api/portfolio/views/{viewId}': () => view,
  'DELETE /api/portfolio/views/{viewId}': () => ({}),
};
