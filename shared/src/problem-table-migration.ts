import { row } from './problem-row.js';

/** Refusals around versions: going from one to the next, and sending one that is retired. */
export const migrationProblems = {
  'version-not-newer': row(
    409,
    'Cette évaluation est déjà à cette version, ou à une plus récente.',
    'This assessment is at this version already, or at a later one.',
  ),
  'move-outdated': row(
    409,
    'Cette évaluation a changé depuis la simulation\u00a0: simulez de nouveau avant de la passer à la nouvelle version.',
    'This assessment has changed since the dry run: run it again before moving it to the new version.',
  ),
  'move-final': row(
    409,
    'Ce passage ne peut plus être annulé\u00a0: les réponses ont été remises, ou l’évaluation a changé de version depuis.',
    'This move can no longer be undone: the answers were submitted, or the assessment has gone to another version since.',
  ),
  'dry-run-unfinished': row(409, 'La simulation n’est pas terminée.', 'The dry run has not ended.'),
  'answers-to-reconfirm': row(
    422,
    'Des réponses sont à reconfirmer avant la remise, car leurs questions ont changé.',
    'Some answers are to be reconfirmed before submitting, because their questions have changed.',
  ),
  'version-retired': row(
    409,
    'Cette version est retirée et ne s’envoie plus.',
    'This version is retired and is sent no more.',
  ),
} as const;
