import type { Action } from '@probant/shared/permissions';

import { defineTexts } from '../../platform/i18n/texts.js';

export type FollowUpPart = 'warnings' | 'findings' | 'drills' | 'incidents' | 'notices' | 'proof-files';

interface Entry {
  readonly key: FollowUpPart;
  readonly path: `/follow-up/${string}`;
  readonly action: Action;
}

/** The parts of a supplier's follow-up, in the order of its tabs; each is a screen of its own. */
export const followUpParts: readonly Entry[] = [
  { key: 'findings', path: '/follow-up/findings', action: 'remediation:read' },
  { key: 'warnings', path: '/follow-up/warnings', action: 'warnings:give' },
  { key: 'drills', path: '/follow-up/drills', action: 'drill-records:read' },
  { key: 'incidents', path: '/follow-up/incidents', action: 'incident-reports:read' },
  { key: 'notices', path: '/follow-up/notices', action: 'received-notices:read' },
  { key: 'proof-files', path: '/follow-up/proof-files', action: 'proof:read' },
];

export const followUpTexts = defineTexts({
  fr: {
    'follow-up': 'Suivi',
    parts: 'Parties du suivi',
    warnings: 'Mises en garde',
    'about.warnings':
      'Ce que vous avez conseillé par écrit, et ce que votre client en a décidé. Une mise en garde datée vous protège.',
    findings: 'Constats',
    'about.findings': 'Ce que vos clients attendent que vous corrigiez, le plan convenu et ses preuves.',
    drills: 'Exercices EICAR',
    'about.drills': 'Les exercices menés chez vous avec votre accord, à contresigner ou à contester.',
    incidents: 'Incidents',
    'about.incidents': 'Les incidents qui touchent vos clients, avec leurs échéances de notification.',
    notices: 'Mises en demeure',
    'about.notices': 'Les mises en demeure reçues, leur délai et vos preuves de remédiation.',
    'proof-files': 'Dossiers de preuve',
    'about.proof-files': 'Ce que vous avez remis, scellé et vérifiable sans Probant.',
  },
  en: {
    'follow-up': 'Follow-up',
    parts: 'Parts of the follow-up',
    warnings: 'Warnings',
    'about.warnings':
      'What you advised in writing, and what your customer decided about it. A dated warning protects you.',
    findings: 'Findings',
    'about.findings': 'What your customers expect you to mend, the plan agreed and its proof.',
    drills: 'EICAR drills',
    'about.drills':
      'The drills carried out on your service with your consent, to counter-sign or to contest.',
    incidents: 'Incidents',
    'about.incidents': 'The incidents that concern your customers, with what is due when.',
    notices: 'Formal notices',
    'about.notices': 'The formal notices you received, their time limit and your proof of cure.',
    'proof-files': 'Proof files',
    'about.proof-files': 'What you submitted, sealed and verifiable without Probant.',
  },
});
