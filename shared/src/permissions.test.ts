import { actions, can, canAny, isRoleOf, permissionsOf, roles, rolesOf, type Role } from './permissions.js';

/** Written out by hand, letter per role: A admin, B buyer, R risk-manager, U auditor; S supplier-admin, C contributor, L recipient, D delegate. */
const matrix: Readonly<Record<string, string>> = {
  'members:read': 'ABRUSC..',
  'members:manage': 'A...S...',
  'organisation:manage': 'A...S...',
  'tokens:manage': 'A...S...',
  'webhooks:manage': 'A.......',
  'home:read': 'ABR.....',
  'suppliers:read': 'ABRU....',
  'suppliers:manage': '.B......',
  'engagements:read': 'ABRU....',
  'engagements:manage': '.B......',
  'imports:run': '.B......',
  'exports:run': 'ABRUSC..',
  'questionnaires:read': 'ABRU....',
  'questionnaires:edit': '.BR.....',
  'questionnaires:publish': '..R.....',
  'campaigns:read': 'ABRU....',
  'campaigns:send': '.B......',
  'assessments:read': 'ABRU....',
  'assessments:manage': '.B......',
  'assessments:move': '.BR.....',
  'reviews:read': 'ABRU....',
  'reviews:write': '.B......',
  'reviews:confirm': '.BR.....',
  'reviews:rule': 'A.R.....',
  'overrides:write': '..R.....',
  'decisions:read': 'ABRU....',
  'decisions:write': '.BR.....',
  'findings:write': '.BR.....',
  'contracts:read': 'ABRU....',
  'contracts:write': '.BR.....',
  'notices:read': 'ABRU....',
  'notices:write': '.BR.....',
  'calendar:read': 'ABRU....',
  'calendar:write': '.BR.....',
  'calendar:ask': '.B......',
  'risks:accept': '..R.....',
  'profiles:read': 'ABRU....',
  'profiles:manage': '..R.....',
  'scores:read': 'ABRU....',
  'portfolio:read': 'ABRU....',
  'reports:read': 'ABRU....',
  'reports:make': '.BR.....',
  'cases:read': 'ABRU....',
  'exposure:read': 'ABRU....',
  'exposure:write': '.BR.....',
  'checks:read': 'ABRU....',
  'checks:run': '.BR.....',
  'contradictions:read': 'ABRU....',
  'contradictions:ask': '.B......',
  'contradictions:set-aside': '.BR.....',
  'warnings:decide': '.BR.....',
  'proof:read': 'ABRUSC..',
  'search:read': 'ABRUSC..',
  'proof:seal': '.BR.S...',
  'drills:read': 'ABRU....',
  'drills:write': '.BR.....',
  'incidents:read': 'ABRU....',
  'incidents:write': '.BR.....',
  'incident-reports:read': '....SC..',
  'incident-reports:write': '....SC..',
  'drill-records:read': '....SC..',
  'drill-records:reply': '....S...',
  'certifications:read': 'ABRU....',
  'certifications:write': '.BR.....',
  'desk:read': '....SC..',
  'requests:read': '....SC..',
  'requests:accept': '....SCL.',
  'answers:read': '....SC.D',
  'answers:write': '....SC.D',
  'delegations:manage': '....SC..',
  'evidence:write': '....SC.D',
  'submissions:create': '....S...',
  'answer-library:read': '....SC..',
  'answer-library:write': '....SC..',
  'answer-library:exchange': '....S...',
  'received-notices:read': '....SC..',
  'received-notices:answer': '....SC..',
  'remediation:read': '....SC..',
  'remediation:write': '....SC..',
  'clarifications:read': 'ABRUSC.D',
  'clarifications:write': '.B..SC.D',
  'warnings:read': 'ABRUSC..',
  'warnings:write': '.BR.SC..',
  'warnings:give': '....SC..',
  'audit:read': 'ABRUSC..',
};

const letters: Readonly<Record<Role, string>> = {
  admin: 'A',
  buyer: 'B',
  'risk-manager': 'R',
  auditor: 'U',
  'supplier-admin': 'S',
  contributor: 'C',
  recipient: 'L',
  delegate: 'D',
};

test('the matrix names every action and no other', () => {
  expect(actions.toSorted()).toEqual(Object.keys(matrix).toSorted());
});

describe.each(actions)('%s', (action) => {
  test.each(roles)('for %s is as the matrix says', (role) => {
    expect(can(role, action)).toBe(matrix[action]?.includes(letters[role]));
  });
});

test('an auditor only reads', () => {
  expect(permissionsOf('auditor').filter((action) => !action.endsWith(':read'))).toEqual(['exports:run']);
});

test('an administrator of a buyer reads everything that any buyer role reads', () => {
  const readable = actions.filter((action) => action.endsWith(':read'));
  for (const action of readable) {
    expect(can('admin', action)).toBe(can('buyer', action) || can('risk-manager', action));
  }
});

test('a role belongs to one kind of organisation', () => {
  expect(rolesOf('buyer')).toEqual(['admin', 'buyer', 'risk-manager', 'auditor']);
  expect(isRoleOf('supplier', 'contributor')).toBe(true);
  expect(isRoleOf('supplier', 'admin')).toBe(false);
  expect(isRoleOf('buyer', 'recipient')).toBe(false);
});

test('several roles may what any of them may', () => {
  expect(canAny(['admin', 'buyer'], 'campaigns:send')).toBe(true);
  expect(canAny(['admin', 'auditor'], 'campaigns:send')).toBe(false);
  expect(canAny([], 'members:read')).toBe(false);
  expect(permissionsOf('admin', 'buyer', 'risk-manager')).toEqual(
    expect.arrayContaining(['overrides:write', 'members:manage']),
  );
});
