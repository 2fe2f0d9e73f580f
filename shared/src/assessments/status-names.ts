import type { Localised } from '../questionnaires/document.js';
import type { AssessmentStatus } from './lifecycle.js';

/** How lists and exports name a status; `none` is an engagement that was never assessed. */
export const statusNames: Readonly<Record<AssessmentStatus | 'none', Localised>> = {
  none: { fr: 'Jamais évaluée', en: 'Never assessed' },
  prepared: { fr: 'Préparée', en: 'Prepared' },
  sent: { fr: 'Envoyée', en: 'Sent' },
  opened: { fr: 'Ouverte', en: 'Opened' },
  'in-progress': { fr: 'En cours', en: 'In progress' },
  submitted: { fr: 'Remise', en: 'Submitted' },
  'in-review': { fr: 'En examen', en: 'In review' },
  returned: { fr: 'Retournée', en: 'Returned' },
  reviewed: { fr: 'Examinée', en: 'Reviewed' },
  decided: { fr: 'Décidée', en: 'Decided' },
  cancelled: { fr: 'Annulée', en: 'Cancelled' },
};
