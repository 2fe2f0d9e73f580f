import type { Action } from '@probant/shared/permissions';

import { defineTexts } from '../../platform/i18n/texts.js';

/** The parts of an engagement's file, in the order of its tabs; each is a screen of its own under `/engagements/:engagementId`. */
export const engagementParts = [
  { key: 'overview', path: '', action: 'engagements:read' },
  { key: 'contract', path: '/contract', action: 'contracts:read' },
  { key: 'findings', path: '/findings', action: 'reviews:read' },
  { key: 'contradictions', path: '/contradictions', action: 'contradictions:read' },
  { key: 'exposure', path: '/exposure', action: 'exposure:read' },
  { key: 'certification', path: '/certification', action: 'certifications:read' },
  { key: 'checks', path: '/checks', action: 'checks:read' },
  { key: 'ageing', path: '/ageing', action: 'scores:read' },
  { key: 'warnings', path: '/warnings', action: 'warnings:read' },
  { key: 'drills', path: '/drills', action: 'drills:read' },
  { key: 'patch-reports', path: '/patch-reports', action: 'contracts:read' },
  { key: 'incidents', path: '/incidents', action: 'incidents:read' },
  { key: 'notices', path: '/notices', action: 'notices:read' },
  { key: 'calendar', path: '/calendar', action: 'calendar:read' },
  { key: 'proof-files', path: '/proof-files', action: 'proof:read' },
] as const satisfies readonly {
  readonly key: string;
  readonly path: string;
  readonly action: Action;
}[];

export type EngagementPart = (typeof engagementParts)[number]['key'];

export const engagementPartTexts = defineTexts({
  fr: {
    parts: 'Parties du dossier',
    suppliers: 'Fournisseurs',
    overview: 'Situation',
    contract: 'Contrat',
    ageing: 'Dans le temps',
    certification: 'Certification',
    findings: 'Constats',
    contradictions: 'Contradictions',
    exposure: 'Exposition',
    warnings: 'Mises en garde',
    'proof-files': 'Dossier de preuve',
    drills: 'Exercices EICAR',
    'patch-reports': 'Correctifs',
    incidents: 'Incidents',
    notices: 'Mises en demeure',
    checks: 'Vérifications',
    calendar: 'Échéances',
  },
  en: {
    parts: 'Parts of the file',
    suppliers: 'Suppliers',
    overview: 'Standing',
    contract: 'Contract',
    ageing: 'Over time',
    certification: 'Certification',
    findings: 'Findings',
    contradictions: 'Contradictions',
    exposure: 'Exposure',
    warnings: 'Warnings',
    'proof-files': 'Proof file',
    drills: 'EICAR drills',
    'patch-reports': 'Patch reports',
    incidents: 'Incidents',
    notices: 'Formal notices',
    checks: 'Checks',
    calendar: 'Obligations',
  },
});
