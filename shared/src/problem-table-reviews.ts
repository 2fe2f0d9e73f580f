import { row } from './problem-row.js';

/** Problems of reviewing together. */
export const reviewProblems = {
  'own-acceptance': row(
    409,
    'Qui a accepté ne confirme pas\u00a0: une autre personne doit le faire.',
    'Whoever accepted does not confirm: somebody else has to.',
  ),
  'confirmations-missing': row(
    409,
    'Le contrôle à quatre yeux est exigé\u00a0: {count} acceptation(s) attendent la confirmation d’une autre personne.',
    'Four eyes are required: {count} acceptance(s) wait to be confirmed by somebody else.',
  ),
  'four-eyes-need-two': row(
    409,
    'Il faut au moins deux personnes qui puissent confirmer pour exiger quatre yeux.',
    'Four eyes need at least two people who may confirm.',
  ),
} as const;
