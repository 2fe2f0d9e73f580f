import { row } from './problem-row.js';

/** Refusals of tokens and webhooks: of programs of others, and of whoever sets them up. */
export const integrationProblems = {
  'token-refused': row(
    401,
    'Ce jeton d’accès n’est pas valable ou ne l’est plus.',
    'This access token is not valid, or no longer is.',
  ),
  'token-scope-missing': row(
    403,
    'Ce jeton d’accès n’a pas la portée {scope}.',
    'This access token does not have the scope {scope}.',
  ),
  'token-not-accepted': row(
    403,
    'Cette adresse n’est pas ouverte aux jetons d’accès.',
    'This address is not open to access tokens.',
  ),
  'idempotency-key-unreadable': row(
    400,
    'L’en-tête Idempotency-Key compte de 1 à 100 lettres, chiffres et signes simples, sans espace.',
    'The Idempotency-Key header has 1 to 100 letters, digits and plain signs, without spaces.',
  ),
  'idempotency-key-reused': row(
    422,
    'Cette Idempotency-Key a déjà servi à une autre requête.',
    'This Idempotency-Key was used for another request.',
  ),
  'idempotency-key-busy': row(
    409,
    'Une requête avec cette Idempotency-Key est en cours\u00a0: attendez sa réponse.',
    'A request with this Idempotency-Key is being carried out: wait for its reply.',
  ),
  'idempotency-reply-lost': row(
    409,
    'L’acte demandé avec cette Idempotency-Key a eu lieu, mais sa réponse s’est perdue\u00a0: relisez ce qu’il a changé.',
    'What was asked for with this Idempotency-Key was done, but its reply was lost: read what it changed.',
  ),
  'too-many-tokens': row(
    409,
    'Une organisation a au plus {max} jetons valables\u00a0: révoquez-en un.',
    'An organisation has at most {max} valid tokens: revoke one.',
  ),
  'webhook-not-active': row(
    409,
    'Ce webhook ne reçoit rien en ce moment\u00a0: réactivez-le d’abord.',
    'This webhook receives nothing at present: switch it back on first.',
  ),
  'too-many-webhooks': row(
    409,
    'Une organisation a au plus {max} webhooks\u00a0: retirez-en un.',
    'An organisation has at most {max} webhooks: remove one.',
  ),
} as const;
