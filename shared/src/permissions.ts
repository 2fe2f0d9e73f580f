/**
 * Who may do what: the one table. A role belongs to one kind of organisation; `recipient` is the holder of a link who has
 * passed the code and not yet chosen a workspace; `delegate` is a colleague who was handed a part of one request.
 */
export const organisationKinds = ['buyer', 'supplier'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export const buyerRoles = ['admin', 'buyer', 'risk-manager', 'auditor'] as const;
export const supplierRoles = ['supplier-admin', 'contributor'] as const;
export const roles = [...buyerRoles, ...supplierRoles, 'recipient', 'delegate'] as const;
export type BuyerRole = (typeof buyerRoles)[number];
export type SupplierRole = (typeof supplierRoles)[number];
export type MemberRole = BuyerRole | SupplierRole;
export type Role = (typeof roles)[number];

const everyBuyer = buyerRoles;
const everySupplier = supplierRoles;
/** Whoever works on answers; of a delegate, the routes that say so are open, and of the rows their part. */
const everyAnsweringPerson = [...supplierRoles, 'delegate'] as const;
const everyMember = [...buyerRoles, ...supplierRoles] as const;

const table = {
  'members:read': everyMember,
  'members:manage': ['admin', 'supplier-admin'],
  'organisation:manage': ['admin', 'supplier-admin'],
  'tokens:manage': ['admin', 'supplier-admin'],
  'webhooks:manage': ['admin'],

  /** Whoever has something to do; an auditor reads and is waited for by nobody. */
  'home:read': ['admin', 'buyer', 'risk-manager'],
  'suppliers:read': everyBuyer,
  'suppliers:manage': ['buyer'],
  'engagements:read': everyBuyer,
  'engagements:manage': ['buyer'],
  'imports:run': ['buyer'],
  'exports:run': everyMember,
  'questionnaires:read': everyBuyer,
  'questionnaires:edit': ['buyer', 'risk-manager'],
  'questionnaires:publish': ['risk-manager'],
  'campaigns:read': everyBuyer,
  'campaigns:send': ['buyer'],
  'assessments:read': everyBuyer,
  'assessments:manage': ['buyer'],
  'assessments:move': ['buyer', 'risk-manager'],
  'reviews:read': everyBuyer,
  'reviews:write': ['buyer'],
  'reviews:confirm': ['buyer', 'risk-manager'],
  'reviews:rule': ['admin', 'risk-manager'],
  'overrides:write': ['risk-manager'],
  'decisions:read': everyBuyer,
  'decisions:write': ['buyer', 'risk-manager'],
  'findings:write': ['buyer', 'risk-manager'],
  'contracts:read': everyBuyer,
  'contracts:write': ['buyer', 'risk-manager'],
  'notices:read': everyBuyer,
  'notices:write': ['buyer', 'risk-manager'],
  'calendar:read': everyBuyer,
  'calendar:write': ['buyer', 'risk-manager'],
  'calendar:ask': ['buyer'],
  'risks:accept': ['risk-manager'],
  'profiles:read': everyBuyer,
  'profiles:manage': ['risk-manager'],
  'scores:read': everyBuyer,
  'portfolio:read': everyBuyer,
  'reports:read': everyBuyer,
  'reports:make': ['buyer', 'risk-manager'],
  'cases:read': everyBuyer,
  'exposure:read': everyBuyer,
  'certifications:read': everyBuyer,
  'certifications:write': ['buyer', 'risk-manager'],
  'exposure:write': ['buyer', 'risk-manager'],
  'checks:read': everyBuyer,
  'checks:run': ['buyer', 'risk-manager'],
  'contradictions:read': everyBuyer,
  'contradictions:ask': ['buyer'],
  'contradictions:set-aside': ['buyer', 'risk-manager'],
  'warnings:decide': ['buyer', 'risk-manager'],
  'drills:read': everyBuyer,
  'drills:write': ['buyer', 'risk-manager'],

  'desk:read': everySupplier,
  'requests:read': everySupplier,
  'requests:accept': [...supplierRoles, 'recipient'],
  'answers:read': everyAnsweringPerson,
  'answers:write': everyAnsweringPerson,
  'evidence:write': everyAnsweringPerson,
  'delegations:manage': everySupplier,
  'submissions:create': ['supplier-admin'],
  'answer-library:read': everySupplier,
  'answer-library:write': everySupplier,
  'answer-library:exchange': ['supplier-admin'],
  'incidents:read': everyBuyer,
  'incidents:write': ['buyer', 'risk-manager'],
  'incident-reports:read': everySupplier,
  'incident-reports:write': everySupplier,
  'drill-records:read': everySupplier,
  'drill-records:reply': ['supplier-admin'],

  'received-notices:read': everySupplier,
  'received-notices:answer': everySupplier,
  'remediation:read': everySupplier,
  'remediation:write': everySupplier,

  'clarifications:read': [...everyMember, 'delegate'],
  'clarifications:write': ['buyer', ...everyAnsweringPerson],
  'warnings:read': everyMember,
  'warnings:write': ['buyer', 'risk-manager', ...supplierRoles],
  'warnings:give': everySupplier,
  'audit:read': everyMember,
  /** What is found is what each kind's own permission lets one read. */
  'search:read': everyMember,
  'proof:read': everyMember,
  'proof:seal': ['buyer', 'risk-manager', 'supplier-admin'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Action = keyof typeof table;

const rules: Readonly<Record<Action, readonly Role[]>> = table;
export const actions: readonly Action[] = Object.freeze(Object.keys(rules).filter(isAction));

export function isAction(text: string): text is Action {
  return Object.hasOwn(rules, text);
}

export function can(role: Role, action: Action): boolean {
  return rules[action].includes(role);
}

export function rolesThatMay(action: Action): readonly Role[] {
  return rules[action];
}

/** Why somebody without the action is refused; where the reason is more than a missing role, it has a sentence of its own. */
export function refusalOf(action: Action): 'administrator-submits' | 'not-permitted' {
  return action === 'submissions:create' ? 'administrator-submits' : 'not-permitted';
}

/** A person may hold several roles of one organisation. */
export function canAny(held: readonly Role[], action: Action): boolean {
  return held.some((role) => can(role, action));
}

export function permissionsOf(...held: readonly Role[]): Action[] {
  return actions.filter((action) => canAny(held, action));
}

export function rolesOf(kind: OrganisationKind): readonly MemberRole[] {
  return kind === 'buyer' ? buyerRoles : supplierRoles;
}

export function isRoleOf(kind: OrganisationKind, role: string): role is MemberRole {
  return rolesOf(kind).some((known) => known === role);
}
