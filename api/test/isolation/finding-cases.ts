import type { Body } from './body.js';

const why = { reason: 'corrigé', revision: 1 };
const aPlan = {
  action: 'Mettre une copie hors ligne',
  owner: 'Léa Martin',
  ownerSide: 'supplier',
  dueOn: '2027-01-15',
  proof: 'Procès-verbal',
  revision: 1,
};
const nothing: Body = () => ({});

/** What each route of a finding would be sent. */
export const findingBodies: Readonly<Record<string, Body>> = {
  'POST /api/findings/{findingId}/plan': () => aPlan,
  'POST /api/findings/{findingId}/agree': () => ({ revision: 1 }),
  'POST /api/findings/{findingId}/decline': () => why,
  'POST /api/findings/{findingId}/comments': () => ({ body: 'Où en êtes-vous ?' }),
  'POST /api/findings/{findingId}/verification': () => ({
    level: 'E3',
    value: 'immuable',
    datedOn: '2026-11-20',
    ...why,
  }),
  'POST /api/findings/{findingId}/proof-refusal': () => why,
  'POST /api/findings/{findingId}/acceptance': () => ({ until: '2027-02-01', ...why }),
  'POST /api/findings/{findingId}/acceptance/decision': () => ({ accepted: true, ...why }),
  'POST /api/findings/{findingId}/close': () => why,
  'POST /api/findings/{findingId}/reopen': () => why,
  'POST /api/follow-up/findings/{findingId}/plan': () => aPlan,
  'POST /api/follow-up/findings/{findingId}/agree': () => ({ revision: 1 }),
  'POST /api/follow-up/findings/{findingId}/decline': () => why,
  'POST /api/follow-up/findings/{findingId}/comments': () => ({ body: 'Presque.' }),
  'POST /api/follow-up/findings/{findingId}/delivery': () => why,
  'POST /api/follow-up/findings/{findingId}/pieces': nothing,
};
