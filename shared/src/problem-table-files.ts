import { row } from './problem-row.js';

/** Refusals of files: what is uploaded, imported, read and exported. */
export const fileProblems = {
  'workbook-without-answers': row(
    422,
    'Aucune feuille de ce classeur ne porte les colonnes «\u00a0Clé\u00a0» et «\u00a0Réponse\u00a0».',
    'No sheet of this workbook has the columns “Key” and “Answer”.',
  ),
  'file-empty': row(422, 'Le fichier est vide.', 'The file is empty.'),
  'file-too-large': row(413, 'Le fichier dépasse {maxMegabytes} Mo.', 'The file is over {maxMegabytes} MB.'),
  'file-name-refused': row(
    422,
    'Le nom du fichier n’est pas accepté.',
    'The name of the file is not accepted.',
  ),
  'file-type-refused': row(
    415,
    'Ce type de fichier n’est pas accepté.',
    'This type of file is not accepted.',
  ),
  'file-type-mismatch': row(
    415,
    'Le contenu du fichier ne correspond pas à son nom.',
    'The content of the file does not match its name.',
  ),
  'file-not-text': row(
    415,
    'Ce fichier n’est pas du texte\u00a0: enregistrez la liste au format CSV ou XLSX.',
    'This file is not text: save the list as CSV or XLSX.',
  ),
  'file-infected': row(
    422,
    'Le fichier est refusé : {signature} détecté.',
    'The file is refused: {signature} detected.',
  ),
  'file-not-scannable': row(
    422,
    'Le fichier ne peut pas être analysé (chiffré, trop profond ou démesuré) ; il n’est pas conservé.',
    'The file cannot be scanned (encrypted, too deep or out of proportion); it was not kept.',
  ),
  'scan-failed': row(
    503,
    'L’analyse du fichier n’a pas abouti ; il n’est pas conservé. Réessayez.',
    'The file could not be scanned; it was not kept. Try again.',
  ),
  'scan-queue-full': row(
    429,
    'Trop de fichiers de votre organisation attendent leur analyse : réessayez dans un instant.',
    'Too many files of your organisation wait to be scanned: try again in a moment.',
  ),
  'upload-interrupted': row(400, 'Le dépôt du fichier a été interrompu.', 'The upload was interrupted.'),
  'evidence-submitted': row(
    409,
    'Une pièce remise ne peut plus être retirée, seulement remplacée.',
    'A submitted piece can no longer be removed, only superseded.',
  ),
  'file-corrupted': row(
    500,
    'Le fichier conservé ne correspond plus à son empreinte.',
    'The stored file no longer matches its hash.',
  ),
  'proof-too-large': row(
    422,
    'Le dossier de preuve dépasserait 4 Go ou 20 000 fichiers : scellez les évaluations une à une.',
    'The proof file would be over 4 GB or 20,000 files: seal the assessments one by one.',
  ),
  'sheet-too-large': row(
    422,
    'La liste n’a pas été lue : elle dépasse {columns} colonnes ou {rows} lignes.',
    'The list was not read: it is over {columns} columns or {rows} rows.',
  ),
  'import-refused': row(
    422,
    'Rien n’a été importé : corrigez les lignes signalées.',
    'Nothing was imported: correct the rows listed.',
  ),
  'import-outdated': row(
    409,
    'Les données ont changé depuis l’aperçu : refaites-le avant d’importer.',
    'The data has changed since the preview: run it again before importing.',
  ),
  'import-not-read': row(
    409,
    'Le fichier n’est pas encore lu, ou n’a pas pu l’être.',
    'The file has not been read yet, or could not be.',
  ),
  'import-saved-already': row(
    409,
    'Ce fichier est déjà enregistré en brouillon\u00a0: déposez-le à nouveau pour en faire un autre.',
    'This file is a draft already: upload it again to make another.',
  ),
  'export-too-large': row(
    422,
    'La liste dépasse {max} lignes\u00a0: filtrez-la.',
    'The list is over {max} rows: filter it.',
  ),
} as const;
