import type { Localised } from '../questionnaires/document.js';
import type { AssessmentStatus } from './lifecycle.js';

/** One name per status, the same on every screen of both sides. */
export const statusNames: Readonly<Record<AssessmentStatus, Localised>> = {
  prepared: { fr: 'Préparée', en: 'Prepared' },
  sent: { fr: 'Envoyée', en: 'Sent' },
  opened: { fr: 'Ouverte', en: 'Opened' },
  'in-progress': { fr: 'En cours de réponse', en: 'Being answered' },
  submitted: { fr: 'Remise', en: 'Submitted' },
  'in-review': { fr: 'En revue', en: 'In review' },
  returned: { fr: 'À préciser', en: 'Returned' },
  reviewed: { fr: 'Revue terminée', en: 'Reviewed' },
  decided: { fr: 'Décidée', en: 'Decided' },
  cancelled: { fr: 'Annulée', en: 'Cancelled' },
};
