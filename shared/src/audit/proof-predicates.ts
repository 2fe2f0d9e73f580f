import type { Predicates } from './events.js';
import type { ProofEvent } from './proof-events.js';

export const proofPredicates: Predicates<ProofEvent['kind']> = {
  'proof-requested': ({ title }) => ({
    fr: `a demandé le dossier de preuve «\u00a0${title}\u00a0»`,
    en: `asked for the proof file “${title}”`,
  }),
  'proof-given-up': ({ title }) => ({
    fr: `a abandonné la préparation du dossier de preuve «\u00a0${title}\u00a0»`,
    en: `gave up the preparation of the proof file “${title}”`,
  }),
  'proof-sealed': ({ title, sha256 }) => ({
    fr: `a scellé le dossier de preuve «\u00a0${title}\u00a0» (empreinte ${sha256.slice(0, 16)}…)`,
    en: `sealed the proof file “${title}” (hash ${sha256.slice(0, 16)}…)`,
  }),
  'proof-downloaded': ({ title }) => ({
    fr: `a téléchargé le dossier de preuve «\u00a0${title}\u00a0»`,
    en: `downloaded the proof file “${title}”`,
  }),
};
