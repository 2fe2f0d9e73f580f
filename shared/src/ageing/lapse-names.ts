import type { Localised } from '../questionnaires/document.js';
import type { LapseKind } from './lapses.js';

export const lapseKindNames: Readonly<Record<LapseKind, Localised>> = {
  'piece-aged': { fr: 'Pièce trop ancienne', en: 'Piece too old' },
  'piece-expired': { fr: 'Pièce échue', en: 'Piece expired' },
  'certificate-nears-end': { fr: 'Certificat proche de son terme', en: 'Certificate near its end' },
  'certificate-ended': { fr: 'Certificat échu', en: 'Certificate ended' },
  'date-aged': { fr: 'Date qui vieillit', en: 'Date growing old' },
  'answers-to-reconfirm': { fr: 'Réponses à reconfirmer', en: 'Answers to reconfirm' },
};
