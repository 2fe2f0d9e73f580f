import { row } from './problem-row.js';

/** What proof and law refuse: warnings, checks, certificates, formal notices, drills and incidents. */
export const lawProblems = {
  'checks-off': row(
    409,
    'Les vérifications en ligne sont désactivées sur cette installation.',
    'Online checks are off on this installation.',
  ),
  'siren-missing': row(
    409,
    'La fiche du fournisseur ne porte pas de SIREN.',
    'The supplier’s record holds no SIREN.',
  ),
  'zone-token-missing': row(
    409,
    'Demandez d’abord le jeton de cette zone.',
    'Ask for the token of this zone first.',
  ),
  'warning-superseded': row(
    409,
    'Cette mise en garde a été remplacée\u00a0: répondez à celle qui la remplace.',
    'This warning was superseded: answer the one that replaces it.',
  ),
  'warning-decided': row(
    409,
    'Une décision est déjà signée sur cette mise en garde.',
    'A decision on this warning is signed already.',
  ),
  'warning-confirmed': row(
    409,
    'Cette mise en garde est déjà signée par les deux parties.',
    'This warning is signed by both sides already.',
  ),
  'certificate-already-lost': row(
    409,
    'La perte de ce certificat est déjà enregistrée.',
    'The loss of this certificate is already on record.',
  ),
  'procedure-closed': row(409, 'Cette procédure est close.', 'This procedure is closed.'),
  'notice-step-refused': row(
    409,
    'Cette étape n’est pas possible au point où en est la mise en demeure.',
    'This step is not possible as the formal notice stands.',
  ),
  'notice-gates-shut': row(
    409,
    'La mise en demeure ne peut pas partir : {gates} conditions ne sont pas remplies.',
    'The formal notice cannot leave: {gates} conditions are not met.',
  ),
  'notice-receipt-missing': row(
    409,
    'Joignez d’abord l’avis de réception : le délai court de la réception, qui se prouve.',
    'Attach the proof of receipt first: the clock runs from receipt, which has to be proved.',
  ),
  'notice-clock-running': row(
    409,
    'Le délai court encore : premier jour sûr, le {day}.',
    'The clock is still running: first safe day, {day}.',
  ),
  'notice-frozen': row(
    409,
    'Le projet est chez le conseil ou la lettre est partie : son texte ne change plus.',
    'The draft is with counsel or the letter has left: its text no longer changes.',
  ),
  'notice-closed': row(
    409,
    'Cette mise en demeure ne reçoit plus de réponse.',
    'This formal notice takes no more answers.',
  ),
  'notice-piece-refused': row(
    409,
    'Cette pièce n’a pas sa place à ce stade de la mise en demeure.',
    'This piece has no place at this stage of the formal notice.',
  ),
  'drill-not-authorised': row(
    409,
    'Aucune autorisation écrite en vigueur ne couvre ce jour.',
    'No written authorisation in force covers that day.',
  ),
  'drill-empty': row(
    409,
    'Cet exercice n’a aucun dépôt\u00a0: consignez-en un d’abord.',
    'This drill has no drop: record one first.',
  ),
  'drill-recorded': row(
    409,
    'Cet exercice est consigné\u00a0: rouvrez-le pour le corriger.',
    'This drill is on record: reopen it to correct it.',
  ),
  'drill-countersigned': row(
    409,
    'Ce relevé est déjà contresigné.',
    'This record is counter-signed already.',
  ),
  'test-file-used': row(
    409,
    'Ce fichier de test a déjà servi à un dépôt.',
    'This test file has served for a drop already.',
  ),
  'incident-not-shared': row(
    409,
    'Aucun espace du fournisseur ne répond pour cette prestation.',
    'No workspace of the supplier answers for this engagement.',
  ),
  'duty-written': row(
    409,
    'Aucun devoir d’information ne manque au contrat d’après ce dossier.',
    'By this file, no duty to notify is missing from the contract.',
  ),
  'contradiction-changed': row(
    409,
    'Les faits de cette contradiction ont changé depuis : relisez-la avant d’agir.',
    'The facts of this contradiction have changed since: read it again before you act.',
  ),
  'contradiction-acted': row(
    409,
    'Quelqu’un a déjà agi sur cette contradiction.',
    'Somebody has acted on this contradiction already.',
  ),
  'measure-contradicts': row(
    409,
    'La mesure contredit la réponse\u00a0: corrigez la réponse d’abord.',
    'What was measured contradicts the answer: correct the answer first.',
  ),
} as const;
