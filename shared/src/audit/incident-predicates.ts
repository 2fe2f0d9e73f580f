import type { Predicates } from './events.js';
import type { IncidentEvent } from './incident-events.js';

export const incidentPredicates: Predicates<IncidentEvent['kind']> = {
  'incident-stated': ({ title, first }) =>
    first
      ? { fr: `a signalé l’incident «\u00a0${title}\u00a0»`, en: `reported the incident “${title}”` }
      : {
          fr: `a complété l’incident «\u00a0${title}\u00a0»`,
          en: `completed the incident “${title}”`,
        },
  'incident-shared': ({ title }) => ({
    fr: `a montré l’incident «\u00a0${title}\u00a0» au fournisseur`,
    en: `showed the incident “${title}” to the supplier`,
  }),
  'incident-filed': ({ title, revision }) => ({
    fr: `a tenu le dossier de l’incident «\u00a0${title}\u00a0», version ${revision}`,
    en: `kept the file of the incident “${title}”, version ${revision}`,
  }),
};
