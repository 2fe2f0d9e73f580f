import { row } from './problem-row.js';
import { findingProblems } from './problem-table-findings.js';
import { lawProblems } from './problem-table-law.js';

/** Data of `problems.ts`: code → HTTP status and title. Titles are whole sentences that a person can act on. */
export const problemTable = {
  ...lawProblems,
  ...findingProblems,
  'malformed-request': row(400, 'La requête est illisible.', 'The request cannot be read.'),
  'not-signed-in': row(401, 'Connectez-vous pour continuer.', 'Sign in to continue.'),
  'sign-in-refused': row(
    401,
    'Adresse électronique ou mot de passe incorrect.',
    'Wrong e-mail address or password.',
  ),
  'code-refused': row(
    401,
    'Ce code n’est pas valable ou ne l’est plus.',
    'This code is not valid, or no longer is.',
  ),
  'link-refused': row(
    401,
    'Ce lien n’est pas valable ou ne l’est plus.',
    'This link is not valid, or no longer is.',
  ),
  'not-permitted': row(
    403,
    'Votre rôle ne permet pas cette action.',
    'Your role does not allow this action.',
  ),
  'origin-refused': row(
    403,
    'La requête ne vient pas de cette application.',
    'The request does not come from this application.',
  ),
  'host-refused': row(
    421,
    'Cette adresse n’est pas celle de cette installation.',
    'This address is not that of this installation.',
  ),
  'headers-too-large': row(
    431,
    'L’en-tête de la requête dépasse la taille permise.',
    'The header of the request is over the size allowed.',
  ),
  'recipient-is-buyer': row(
    403,
    'Un membre de l’organisation acheteuse ne peut pas répondre à sa propre demande.',
    'A member of the buyer organisation cannot answer its own request.',
  ),
  'not-found': row(
    404,
    'Cet élément n’existe pas ou ne vous est pas accessible.',
    'This does not exist, or is not yours to see.',
  ),
  'method-not-allowed': row(
    405,
    'Cette adresse n’accepte pas cette méthode.',
    'This address does not accept this method.',
  ),
  'request-timeout': row(
    408,
    'La requête a mis trop de temps à arriver.',
    'The request took too long to arrive.',
  ),
  'body-too-large': row(
    413,
    'Le contenu envoyé dépasse la taille permise.',
    'What was sent is over the size allowed.',
  ),
  'media-type-not-accepted': row(
    415,
    'Ce type de contenu n’est pas accepté.',
    'This type of content is not accepted.',
  ),
  'invalid-input': row(422, 'Certaines valeurs ne sont pas acceptées.', 'Some values are not accepted.'),
  'too-many-requests': row(
    429,
    'Trop de tentatives. Réessayez un peu plus tard.',
    'Too many attempts. Try again a little later.',
  ),
  'internal-error': row(500, 'Une erreur inattendue s’est produite.', 'Something unexpected went wrong.'),
  unavailable: row(
    503,
    'Le service est momentanément indisponible.',
    'The service is unavailable for a moment.',
  ),

  'stale-revision': row(
    409,
    'Une autre personne a modifié cette valeur entre-temps.',
    'Someone else has changed this value in the meantime.',
  ),
  'already-exists': row(409, 'Un élément identique existe déjà.', 'An identical item already exists.'),
  'in-use': row(
    409,
    'Cet élément est utilisé et ne peut pas être retiré.',
    'This is in use and cannot be removed.',
  ),
  archived: row(
    409,
    'Cet élément est archivé : rétablissez-le d’abord.',
    'This is archived: restore it first.',
  ),
  'last-administrator': row(
    409,
    'L’organisation doit garder au moins un administrateur.',
    'The organisation must keep at least one administrator.',
  ),
  'already-set-up': row(
    409,
    'Cette installation a déjà un administrateur.',
    'This installation already has an administrator.',
  ),
  'already-member': row(409, 'Cette personne est déjà membre.', 'This person is already a member.'),

  'nothing-to-publish': row(
    409,
    'Rien n’a changé depuis la version publiée.',
    'Nothing has changed since the published version.',
  ),
  'questionnaire-not-publishable': row(
    422,
    'Ce questionnaire ne peut pas encore être publié.',
    'This questionnaire cannot be published yet.',
  ),
  'question-depended-on': row(
    409,
    'D’autres éléments dépendent de la question {question} : {dependents}.',
    'Other items depend on question {question}: {dependents}.',
  ),
  'question-of-library': row(
    409,
    'La question {question} vient de la bibliothèque et garde sa rédaction : ajoutez la vôtre à côté.',
    'Question {question} comes from the library and keeps its wording: add your own beside it.',
  ),

  'campaign-preflight-failed': row(
    409,
    'L’envoi est impossible en l’état : corrigez les points signalés.',
    'The campaign cannot be sent as it is: fix the points listed.',
  ),
  'assessment-closed': row(
    409,
    'Cette évaluation n’accepte plus de modification.',
    'This assessment accepts no more changes.',
  ),
  'transition-refused': row(
    409,
    'Cette action n’est pas possible à ce stade de l’évaluation.',
    'This action is not possible at this stage of the assessment.',
  ),
  'certificate-already-lost': row(
    409,
    'La perte de ce certificat est déjà enregistrée.',
    'The loss of this certificate is already on record.',
  ),
  'procedure-closed': row(409, 'Cette procédure est close.', 'This procedure is closed.'),
  'obligation-closed': row(
    409,
    'Cette échéance est déjà faite, ou n’a plus d’objet.',
    'This obligation is done already, or has no object any more.',
  ),
  'obligation-elsewhere': row(
    409,
    'Cette échéance se règle sur la page d’où elle vient.',
    'This obligation is dealt with on the page that it comes from.',
  ),
  'nobody-to-ask': row(
    409,
    'Aucun espace de fournisseur n’a encore accepté de demande pour cette prestation.',
    'No supplier workspace has accepted a request for this engagement yet.',
  ),
  'obligation-open': row(
    409,
    'Cette échéance est ouverte\u00a0: il n’y a rien à rouvrir.',
    'This obligation is open: there is nothing to reopen.',
  ),
  'link-just-renewed': row(
    409,
    'Un nouveau lien vient de partir à cette personne, et un autre le rendrait inutilisable. Attendez une minute.',
    'A new link has just left for this person; another would make it useless. Wait a minute.',
  ),
  'submission-outdated': row(
    409,
    'Des réponses ont changé depuis que vous avez relu : relisez avant de remettre.',
    'Answers have changed since you read them: read them again before submitting.',
  ),
  'submission-incomplete': row(
    422,
    'Des questions appellent une réponse, un refus ou un « sans objet » avant la remise.',
    'Some questions need an answer, a refusal or a “not applicable” before submitting.',
  ),
  'attestation-required': row(
    422,
    'Attestez de l’exactitude de vos réponses pour les remettre.',
    'Attest that your answers are accurate to submit them.',
  ),
  'profile-not-accepted': row(
    422,
    'Ces pondérations ne sont pas acceptées.',
    'These weights are not accepted.',
  ),

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
  'export-too-large': row(
    422,
    'La liste dépasse {max} lignes : filtrez-la ou exportez-la en CSV.',
    'The list is over {max} rows: filter it or export it as CSV.',
  ),
} as const;
