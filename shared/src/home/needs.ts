import {
  addresses,
  assessmentAddress,
  findingAddress,
  obligationAddress,
  warningAddress,
} from '../addresses.js';
import { obligationRules, type ObligationKind } from '../obligations/kinds.js';
import type { ObligationFacts } from '../obligations/obligation.js';
import { placeOf } from '../obligations/places.js';
import { canAny, type Action, type Role } from '../permissions.js';
import type { Localised } from '../questionnaires/document.js';
import { obligationActs } from './obligation-acts.js';

/** What waits for a person of the buyer though no day was set for it, in the order in which it is shown. */
export const waitingKinds = [
  'reply',
  'answers',
  'review',
  'confirmation',
  'decision',
  'acceptance',
  'warning',
  'proof',
  'plan',
  'reassessment',
  'invitation',
] as const;
export type WaitingKind = (typeof waitingKinds)[number];

interface WaitingRule extends Localised {
  /** Without which there is nothing to be done about it. */
  readonly action: Action;
  /** The one act that it asks for. */
  readonly act: Localised;
  /** The list that holds all of them. */
  readonly list: string;
}

export const waitingRules: Readonly<Record<WaitingKind, WaitingRule>> = {
  reply: {
    fr: 'Demandes de précision qui attendent votre réponse',
    en: 'Clarifications that wait for your reply',
    action: 'clarifications:write',
    act: { fr: 'Répondre', en: 'Reply' },
    list: '/assessments?awaits=reply',
  },
  answers: {
    fr: 'Réponses remises, à examiner',
    en: 'Answers submitted, to be reviewed',
    action: 'reviews:write',
    act: { fr: 'Examiner', en: 'Review' },
    list: '/assessments?status=submitted&awaits=review',
  },
  review: {
    fr: 'Examens commencés, à finir',
    en: 'Reviews under way, to be finished',
    action: 'reviews:write',
    act: { fr: 'Continuer', en: 'Continue' },
    list: '/assessments?status=in-review&awaits=review',
  },
  confirmation: {
    fr: 'Acceptations à confirmer par une seconde personne',
    en: 'Acceptances for a second person to confirm',
    action: 'reviews:confirm',
    act: { fr: 'Confirmer', en: 'Confirm' },
    list: '/reviews?share=confirm',
  },
  decision: {
    fr: 'Évaluations examinées, à décider',
    en: 'Assessments reviewed, to be decided',
    action: 'decisions:write',
    act: { fr: 'Décider', en: 'Decide' },
    list: '/assessments?status=reviewed',
  },
  acceptance: {
    fr: 'Acceptations de risque demandées',
    en: 'Acceptances of risk asked for',
    action: 'risks:accept',
    act: { fr: 'Trancher', en: 'Decide' },
    list: '/findings?awaits=acceptance',
  },
  warning: {
    fr: 'Mises en garde à trancher sous sept jours',
    en: 'Warnings to be decided within seven days',
    action: 'warnings:decide',
    act: { fr: 'Trancher', en: 'Decide' },
    list: '/warnings?standing=due',
  },
  proof: {
    fr: 'Corrections à vérifier',
    en: 'Corrections to verify',
    action: 'findings:write',
    act: { fr: 'Vérifier', en: 'Verify' },
    list: '/findings?status=delivered',
  },
  plan: {
    fr: 'Plans d’action proposés par le fournisseur',
    en: 'Action plans that the supplier proposed',
    action: 'findings:write',
    act: { fr: 'Répondre au plan', en: 'Answer the plan' },
    list: '/findings?awaits=agreement',
  },
  reassessment: {
    fr: 'Réévaluations proposées',
    en: 'Reassessments proposed',
    action: 'campaigns:send',
    act: { fr: 'Lancer', en: 'Launch' },
    list: '/reassessments',
  },
  invitation: {
    fr: 'Invitations sans réponse qui expirent sous deux jours',
    en: 'Unanswered invitations that expire within two days',
    action: 'members:manage',
    act: { fr: 'Inviter à nouveau', en: 'Invite again' },
    list: '/settings/members',
  },
};

/** Hours before its end from which an unanswered invitation is shown. */
export const invitationHours = 48;

export const urgencies = ['late', 'today', 'waiting'] as const;
export type Urgency = (typeof urgencies)[number];

/** The kinds that somebody with these roles can do something about. */
export function needsOf(held: readonly Role[]): {
  readonly waiting: readonly WaitingKind[];
  readonly dated: readonly ObligationKind[];
} {
  return {
    waiting: waitingKinds.filter((kind) => canAny(held, waitingRules[kind].action)),
    dated: obligationActs.filter(({ action }) => canAny(held, action)).map(({ kind }) => kind),
  };
}

/** A warning is shown among those that wait from a week before its day on; on that day it is not shown twice. */
export function dueTodayKinds(dated: readonly ObligationKind[]): readonly ObligationKind[] {
  return dated.filter((kind) => kind !== 'warning-answer');
}

interface Waiting {
  readonly kind: WaitingKind;
  readonly id: string;
  /** Of a thread; an empty text is the request as a whole. */
  readonly questionId: string | null;
}

/** Where what waits is done. */
export function addressOfWaiting({ kind, id, questionId }: Waiting): string {
  switch (kind) {
    case 'reply':
      return assessmentAddress(id, questionId ?? '');
    case 'answers':
    case 'review':
      return `${assessmentAddress(id)}/review`;
    case 'confirmation':
      return `${assessmentAddress(id)}/review?queue=confirm`;
    case 'decision':
      return `${assessmentAddress(id)}/decision`;
    case 'acceptance':
    case 'proof':
    case 'plan':
      return findingAddress('buyer', id);
    case 'warning':
      return warningAddress(id);
    case 'reassessment':
      return `/engagements/${id}`;
    case 'invitation':
      return '/settings/members';
  }
}

interface Dated {
  readonly kind: ObligationKind;
  readonly id: string;
  readonly engagementId: string;
  readonly facts: ObligationFacts;
}

/** What is dealt with on the page that it comes from leads there; the rest is marked on its own page. */
export function addressOfDated(dated: Dated): string {
  const there = obligationRules[dated.kind].elsewhere === true || dated.kind === 'assessment-due';
  return there ? placeOf(dated).path : obligationAddress(dated.id);
}

/** The list of the calendar that holds all of a kind. */
export function listOfDated(kind: ObligationKind, urgency: 'late' | 'today'): string {
  return `${addresses.calendar}?view=list&kind=${kind}&state=${urgency === 'late' ? 'overdue' : 'today'}`;
}
