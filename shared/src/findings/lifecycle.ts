import { addMonths, type Day } from '../calendar.js';
import { accept, fieldRefusal, refuse, refuseField, refuseFields, type Decision } from '../decision.js';
import { canAny, type Action, type Role } from '../permissions.js';
import type { FindingSide, FindingStanding, FindingStatus, Plan } from './finding.js';
import { pendingStatuses } from './finding.js';

/** Everything that moves a finding, or is said about it. */
export const findingActs = [
  'propose',
  'agree',
  'decline',
  'comment',
  'deliver',
  'refuse-proof',
  'verify',
  'ask-acceptance',
  'accept',
  'refuse-acceptance',
  'acceptance-ended',
  'close',
  'reopen',
  'answer-settled',
  'answer-fell-back',
] as const;
export type FindingAct = (typeof findingActs)[number];

/** A side, or the product itself: an answer changed, a day has come. */
export type Mover = FindingSide | 'product';

interface Rule {
  /** What each mover needs to be allowed; who is not named cannot do it. */
  readonly by: Readonly<Partial<Record<FindingSide, Action>>> | 'product';
  readonly from: readonly FindingStatus[];
  readonly reason: 'required' | 'none';
  /** Whether the supplier reads the act, once it reads the finding, and its reason with it. */
  readonly told: 'with-reason' | 'without-reason' | 'never';
}

const settled: readonly FindingStatus[] = ['verified', 'accepted', 'closed'];
const every: readonly FindingStatus[] = [...pendingStatuses, ...settled];
const both = { buyer: 'findings:write', supplier: 'remediation:write' } as const;
const buyer = { buyer: 'findings:write' } as const;
const approver = { buyer: 'risks:accept' } as const;

const table: Readonly<Record<FindingAct, Rule>> = {
  propose: rule(both, ['open', 'proposed', 'agreed'], 'none', 'with-reason'),
  agree: rule(both, ['proposed'], 'none', 'with-reason'),
  decline: rule(both, ['proposed'], 'required', 'with-reason'),
  comment: rule(both, every, 'required', 'with-reason'),
  deliver: rule({ supplier: 'remediation:write' }, ['open', 'agreed'], 'required', 'with-reason'),
  'refuse-proof': rule(buyer, ['delivered'], 'required', 'with-reason'),
  verify: rule(buyer, pendingStatuses, 'required', 'with-reason'),
  'ask-acceptance': rule(buyer, pendingStatuses, 'required', 'never'),
  accept: rule(approver, pendingStatuses, 'required', 'without-reason'),
  'refuse-acceptance': rule(approver, pendingStatuses, 'required', 'never'),
  'acceptance-ended': rule('product', ['accepted'], 'none', 'with-reason'),
  close: rule(buyer, pendingStatuses, 'required', 'without-reason'),
  reopen: rule(buyer, settled, 'required', 'with-reason'),
  'answer-settled': rule('product', ['open'], 'none', 'with-reason'),
  'answer-fell-back': rule('product', ['verified', 'closed'], 'none', 'with-reason'),
};

function rule(by: Rule['by'], from: Rule['from'], reason: Rule['reason'], told: Rule['told']): Rule {
  return { by, from, reason, told };
}

export interface ActWish {
  readonly act: FindingAct;
  readonly by: Mover;
  readonly reason: string;
  readonly today: Day;
  readonly plan?: Plan;
  /** The last day of a risk that is accepted. */
  readonly until?: Day;
}

export interface FindingMove {
  readonly act: FindingAct;
  readonly by: Mover;
  readonly reason: string;
  readonly before: FindingStatus;
  readonly standing: FindingStanding;
}

/** Whether the act is possible as the finding stands, and where it leads; who may do it is asked apart. */
export function decideFindingAct(standing: FindingStanding, wish: ActWish): Decision<FindingMove> {
  const { act, by } = wish;
  const { from, by: movers, reason: needed } = table[act];
  const known = movers === 'product' ? by === 'product' : by !== 'product' && movers[by] !== undefined;
  if (!known || !from.includes(standing.status))
    return refuse('transition-refused', { params: { status: standing.status } });
  const reason = wish.reason.trim();
  if (needed === 'required' && reason === '') return refuseField('/reason', 'reason-required');
  const after = decideStanding(standing, wish);
  if (!after.accepted) return after;
  return accept({ act, by, reason, before: standing.status, standing: after.value });
}

function decideStanding(standing: FindingStanding, wish: ActWish): Decision<FindingStanding> {
  const { proposal, plan } = standing;
  const to = (status: FindingStatus, more: Partial<FindingStanding> = {}) =>
    accept({ ...standing, status, ...more });
  switch (wish.act) {
    case 'propose':
      return decideProposal(standing, wish);
    case 'agree':
      if (proposal === null || proposal.by === wish.by) return refuse('own-proposal');
      return to('agreed', { plan: withoutProposer(proposal), proposal: null });
    case 'decline':
      if (proposal === null || proposal.by === wish.by) return refuse('own-proposal');
      return to(plan === null ? 'open' : 'agreed', { proposal: null });
    case 'deliver':
      return to('delivered');
    case 'refuse-proof':
      return to(plan === null ? 'open' : 'agreed');
    case 'verify':
      return to('verified', { proposal: null });
    case 'accept':
      return decideUntil(standing, wish, { status: 'accepted', proposal: null });
    case 'ask-acceptance':
      return decideUntil(standing, wish, {});
    case 'acceptance-ended':
      return to(plan === null ? 'open' : 'agreed', { acceptedUntil: null });
    case 'close':
    case 'answer-settled':
      return to('closed', { proposal: null });
    case 'reopen':
    case 'answer-fell-back':
      return to('open', { plan: null, proposal: null, acceptedUntil: null });
    case 'comment':
    case 'refuse-acceptance':
      return accept(standing);
  }
}

function decideProposal(standing: FindingStanding, { by, plan, today }: ActWish): Decision<FindingStanding> {
  if (plan === undefined || by === 'product') return refuseField('/action', 'required');
  const said = { ...plan, action: plan.action.trim(), owner: plan.owner.trim(), proof: plan.proof.trim() };
  const errors = [
    ...(['action', 'owner', 'proof'] as const).flatMap((field) =>
      said[field] === '' ? [fieldRefusal(`/${field}`, 'required')] : [],
    ),
    ...(said.dueOn < today ? [fieldRefusal('/dueOn', 'date-in-past')] : []),
  ];
  if (errors.length > 0) return refuseFields(errors);
  return accept({ ...standing, status: 'proposed', proposal: { ...said, by } });
}

/** A risk is accepted for a year at most: then somebody looks at it again. */
export const maxAcceptanceMonths = 12;

function decideUntil(
  standing: FindingStanding,
  { until, today }: ActWish,
  after: Partial<FindingStanding>,
): Decision<FindingStanding> {
  if (until === undefined) return refuseField('/until', 'required');
  if (until <= today) return refuseField('/until', 'date-in-past');
  if (until > addMonths(today, maxAcceptanceMonths))
    return refuseField('/until', 'acceptance-too-long', { max: maxAcceptanceMonths });
  const accepted = after.status === 'accepted';
  return accept({ ...standing, ...after, acceptedUntil: accepted ? until : standing.acceptedUntil });
}

function withoutProposer({ action, owner, ownerSide, dueOn, proof }: Plan): Plan {
  return { action, owner, ownerSide, dueOn, proof };
}

/** Whoever asked for a risk to be accepted does not accept it as well. */
export function decideApprover(askedBy: string, decidedBy: string): Decision<string> {
  return askedBy === decidedBy ? refuse('own-request') : accept(decidedBy);
}

/** What these roles may do with a finding on their side as it stands, in the order of the table. */
export function possibleFindingActs(
  { status, proposal }: Pick<FindingStanding, 'status' | 'proposal'>,
  side: FindingSide,
  held: readonly Role[],
): FindingAct[] {
  return findingActs.filter((act) => {
    const { by, from } = table[act];
    const action = by === 'product' ? undefined : by[side];
    if (action === undefined || !from.includes(status) || !canAny(held, action)) return false;
    return (act !== 'agree' && act !== 'decline') || proposal?.by !== side;
  });
}

export function isTold(act: FindingAct): boolean {
  return table[act].told !== 'never';
}

/** The supplier reads why, not only what. */
export function tellsReason(act: FindingAct): boolean {
  return table[act].told === 'with-reason';
}

export function actionOfAct(act: FindingAct, side: FindingSide): Action | undefined {
  const { by } = table[act];
  return by === 'product' ? undefined : by[side];
}
