import type { Action, OrganisationKind } from '../permissions.js';
import type { Localised } from '../questionnaires/document.js';

interface ScopeKind {
  readonly side: OrganisationKind;
  readonly name: Localised;
}

/**
 * The actions that a token may be given. None of them manages people, tokens or webhooks, decides, submits or seals: whoever
 * answers for such an act is a person.
 */
const table = {
  'suppliers:read': buyer('Lire les fournisseurs et leurs contacts', 'Read suppliers and their contacts'),
  'suppliers:manage': buyer(
    'Créer et modifier des fournisseurs et des contacts',
    'Create and change suppliers and contacts',
  ),
  'engagements:read': buyer('Lire les prestations', 'Read engagements'),
  'engagements:manage': buyer('Créer et modifier des prestations', 'Create and change engagements'),
  'assessments:read': buyer('Lire les évaluations', 'Read assessments'),
  'scores:read': buyer('Lire les scores', 'Read scores'),
  'decisions:read': buyer('Lire les décisions', 'Read decisions'),
  'reviews:read': buyer('Lire les constats', 'Read findings'),
  'portfolio:read': buyer('Lire le portefeuille', 'Read the portfolio'),
  'incidents:read': buyer('Lire les incidents', 'Read incidents'),
  'certifications:read': buyer('Lire les certificats', 'Read certificates'),
  'calendar:read': buyer('Lire les échéances', 'Read obligations'),
  'requests:read': supplier('Lire les demandes reçues', 'Read the requests received'),
  'remediation:read': supplier('Lire les constats reçus', 'Read the findings received'),
} as const satisfies Partial<Readonly<Record<Action, ScopeKind>>>;

export type TokenScope = keyof typeof table;

const scopes: Readonly<Record<TokenScope, ScopeKind>> = table;
export const tokenScopes: readonly TokenScope[] = Object.freeze(Object.keys(scopes).filter(isTokenScope));

export function isTokenScope(text: string): text is TokenScope {
  return Object.hasOwn(scopes, text);
}

/** Of one side: a buyer's token never reaches what is the supplier's, whatever stands in its row. */
export function tokenScopesOf(side: OrganisationKind): readonly TokenScope[] {
  return tokenScopes.filter((scope) => scopes[scope].side === side);
}

export function tokenScopeName(scope: TokenScope): Localised {
  return scopes[scope].name;
}

function buyer(fr: string, en: string): ScopeKind {
  return { side: 'buyer', name: { fr, en } };
}

function supplier(fr: string, en: string): ScopeKind {
  return { side: 'supplier', name: { fr, en } };
}
