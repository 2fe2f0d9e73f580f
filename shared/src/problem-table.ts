import { row } from './problem-row.js';
import { fileProblems } from './problem-table-files.js';
import { findingProblems } from './problem-table-findings.js';
import { integrationProblems } from './problem-table-integrations.js';
import { lawProblems } from './problem-table-law.js';
import { libraryProblems } from './problem-table-library.js';
import { migrationProblems } from './problem-table-migration.js';
import { reviewProblems } from './problem-table-reviews.js';

/** Data of `problems.ts`: code → HTTP status and title. Titles are whole sentences that a person can act on. */
export const problemTable = {
  ...fileProblems,
  ...lawProblems,
  ...findingProblems,
  ...libraryProblems,
  ...integrationProblems,
  ...migrationProblems,
  ...reviewProblems,
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
  'part-taken-back': row(
    401,
    'La partie qui vous était confiée a été reprise.',
    'The part that was handed over to you was taken back.',
  ),
  'not-permitted': row(
    403,
    'Votre rôle ne permet pas cette action.',
    'Your role does not allow this action.',
  ),
  'administrator-submits': row(
    403,
    'Seul un administrateur de l’espace fournisseur peut remettre les réponses.',
    'Only an administrator of the supplier workspace can submit the answers.',
  ),
  'asker-resolves': row(
    403,
    'Seul le côté qui a demandé la précision peut la déclarer résolue.',
    'Only the side that asked for the clarification can mark it as resolved.',
  ),
  'part-already-handed-over': row(
    409,
    'Ce collègue a déjà une partie de cette demande. Modifiez-la plutôt.',
    'This colleague already has a part of this request. Change it instead.',
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
  'edit-conflict': row(
    409,
    'Un autre auteur a modifié la même chose entre-temps.',
    'Another author has changed the same thing in the meantime.',
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
    'La clé {question} est celle d’une question de la bibliothèque, et le fichier y met autre chose\u00a0: donnez-lui une autre clé.',
    'The key {question} is that of a question of the library, and the file puts something else under it: give it another key.',
  ),

  'campaign-preflight-failed': row(
    409,
    'L’envoi est impossible en l’état : corrigez les points signalés.',
    'The campaign cannot be sent as it is: fix the points listed.',
  ),
  'rule-too-late': row(
    409,
    'Des réponses ont déjà été remises\u00a0: une règle de décision se fixe avant.',
    'Answers have been submitted already: a decision rule is set beforehand.',
  ),
  'reassessment-refused': row(
    409,
    'La réévaluation ne peut pas partir en l’état\u00a0: une évaluation est en cours, ou un point est à corriger.',
    'The reassessment cannot leave as it is: an assessment is under way, or something is to be fixed first.',
  ),
  'nothing-to-send': row(
    409,
    'Aucune prestation de cette campagne ne reste à envoyer.',
    'No engagement of this campaign is left to be sent.',
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
  'reminded-today': row(
    409,
    'Une lettre avec un lien est déjà partie aujourd’hui à ce destinataire\u00a0: la prochaine relance peut partir le {day}.',
    'A letter with a link has left for this recipient today already: the next reminder may leave on {day}.',
  ),
  'reminder-bounced': row(
    409,
    'L’adresse de ce destinataire refuse les messages\u00a0: corrigez-la, ou renvoyez-lui le lien pour l’essayer.',
    'The address of this recipient refuses messages: correct it, or send the link again to try it.',
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
} as const;
