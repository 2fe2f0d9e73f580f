import type { Localised } from '../questionnaires/document.js';
import type { SearchKind } from './kinds.js';

/** How each kind is named above what was found of it. */
export const kindNames: Readonly<Record<SearchKind, Localised>> = {
  supplier: { fr: 'Fournisseurs', en: 'Suppliers' },
  contact: { fr: 'Contacts', en: 'Contacts' },
  engagement: { fr: 'Prestations', en: 'Engagements' },
  request: { fr: 'Demandes', en: 'Requests' },
  question: { fr: 'Questions', en: 'Questions' },
  answer: { fr: 'Réponses', en: 'Answers' },
  piece: { fr: 'Pièces', en: 'Pieces' },
  clarification: { fr: 'Demandes de précision', en: 'Clarifications' },
  finding: { fr: 'Constats', en: 'Findings' },
};
