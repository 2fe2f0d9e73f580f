import type { Predicates } from './events.js';
import type { ReviewEvent } from './review-events.js';

export const reviewPredicates: Predicates<ReviewEvent['kind']> = {
  'reviewer-assigned': ({ name }) => ({
    fr: `a confié l’examen à ${name}`,
    en: `gave the review to ${name}`,
  }),
  'reviewer-released': ({ name }) => ({
    fr: `a retiré l’examen à ${name}`,
    en: `took the review back from ${name}`,
  }),
  'acceptance-confirmed': ({ questionId, name, acceptedBy }) =>
    name === undefined
      ? {
          fr: `a confirmé le «\u00a0sans objet\u00a0» de ${questionId}, accepté par ${acceptedBy}`,
          en: `confirmed that ${questionId} does not apply, accepted by ${acceptedBy}`,
        }
      : {
          fr: `a confirmé la pièce ${name} pour ${questionId}, acceptée par ${acceptedBy}`,
          en: `confirmed the piece ${name} for ${questionId}, accepted by ${acceptedBy}`,
        },
  'four-eyes-changed': ({ questionnaireCode, on }) =>
    questionnaireCode === ''
      ? {
          fr: `${on ? 'exige' : 'n’exige plus'} quatre yeux pour toute acceptation`,
          en: `${on ? 'requires' : 'no longer requires'} four eyes for every acceptance`,
        }
      : {
          fr: `${on ? 'exige' : 'n’exige plus'} quatre yeux pour le questionnaire ${questionnaireCode}`,
          en: `${on ? 'requires' : 'no longer requires'} four eyes for the questionnaire ${questionnaireCode}`,
        },
};
