import { row } from './problem-row.js';

/** Refusals of the supplier’s answer library and of its packs. */
export const libraryProblems = {
  'pack-broken': row(
    422,
    'Ce lot de réponses est refusé\u00a0: il a été modifié, ou n’a pas la forme attendue.',
    'This pack of answers is refused: it was changed, or has not the form expected.',
  ),
  'pack-too-large': row(
    422,
    'Ce lot dépasserait {answers} réponses, {pieces} pièces ou {megabytes} Mo\u00a0: choisissez moins de réponses.',
    'This pack would be over {answers} answers, {pieces} pieces or {megabytes} MB: choose fewer answers.',
  ),
  'pack-outdated': row(
    409,
    'Ce n’est pas le lot de l’aperçu\u00a0: refaites l’aperçu avant d’importer.',
    'This is not the pack of the preview: run the preview again before importing.',
  ),
  'library-entry-retired': row(
    409,
    'Cette réponse a été retirée de la bibliothèque\u00a0: remettez-la d’abord.',
    'This answer was retired from the library: put it back first.',
  ),
} as const;
