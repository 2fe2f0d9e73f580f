import { row } from './problem-row.js';

/** Problems of findings, their plans and acceptances. */
export const findingProblems = {
  'own-proposal': row(
    409,
    'C’est à l’autre partie de répondre à ce plan.',
    'It is for the other side to answer this plan.',
  ),
  'own-request': row(
    409,
    'Qui demande l’acceptation d’un risque ne l’accepte pas\u00a0: une autre personne décide.',
    'Whoever asks for a risk to be accepted does not accept it: somebody else decides.',
  ),
  'nothing-asked': row(
    409,
    'Aucune acceptation de ce risque n’est demandée.',
    'Nobody asks for this risk to be accepted.',
  ),
  'no-counterpart': row(
    409,
    'Aucun espace fournisseur ne répond encore pour cette prestation.',
    'No supplier workspace answers for this engagement yet.',
  ),
  'proof-required': row(
    409,
    'Joignez au moins une pièce qui prouve la correction.',
    'Attach at least one piece that proves the correction.',
  ),
  'too-many-pieces': row(409, 'Au plus {max} pièces.', 'At most {max} pieces.'),
} as const;
