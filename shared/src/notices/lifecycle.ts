import type { Localised } from '../questionnaires/document.js';

export const noticeStates = [
  'draft',
  'counsel-review',
  'sent',
  'not-collected',
  'received',
  'cured',
  'partly-cured',
  'not-cured',
  'terminated',
  'effective',
  'data-returned',
  'withdrawn',
] as const;
export type NoticeState = (typeof noticeStates)[number];

/** What moves a formal notice along. */
export const noticeSteps = [
  'ask-counsel',
  'take-back',
  'send',
  'receive',
  'miss',
  'send-again',
  'cure',
  'cure-partly',
  'fail',
  'terminate',
  'take-effect',
  'return-data',
  'withdraw',
] as const;
export type NoticeStep = (typeof noticeSteps)[number];

interface Rule {
  readonly from: readonly NoticeState[];
  readonly to: NoticeState;
  /** The day on which it happened is part of the proof. */
  readonly dated: boolean;
  readonly needsNote: boolean;
  /** Counsel has read what is about to be posted, and is named. */
  readonly needsCounsel: boolean;
}

const step = (
  from: readonly NoticeState[],
  to: NoticeState,
  more: Partial<Omit<Rule, 'from' | 'to'>> = {},
): Rule => ({ from, to, dated: true, needsNote: false, needsCounsel: false, ...more });

const table: Readonly<Record<NoticeStep, Rule>> = {
  'ask-counsel': step(['draft'], 'counsel-review', { dated: false }),
  'take-back': step(['counsel-review'], 'draft', { dated: false, needsNote: true }),
  send: step(['counsel-review'], 'sent', { needsCounsel: true }),
  receive: step(['sent'], 'received'),
  miss: step(['sent'], 'not-collected'),
  // A letter that nobody collected starts no clock: what follows is for counsel to say.
  'send-again': step(['not-collected'], 'sent', { needsNote: true, needsCounsel: true }),
  cure: step(['received', 'partly-cured', 'not-cured'], 'cured'),
  'cure-partly': step(['received', 'not-cured'], 'partly-cured', { needsNote: true }),
  fail: step(['received', 'partly-cured'], 'not-cured', { needsNote: true }),
  terminate: step(['partly-cured', 'not-cured'], 'terminated', { needsCounsel: true }),
  'take-effect': step(['terminated'], 'effective'),
  'return-data': step(['effective'], 'data-returned'),
  withdraw: step(
    ['draft', 'counsel-review', 'sent', 'not-collected', 'received', 'partly-cured', 'not-cured'],
    'withdrawn',
    { dated: false, needsNote: true },
  ),
};

export function ruleOf(name: NoticeStep): Rule {
  return table[name];
}

/** What may follow, in the order of the table. */
export function possibleSteps(state: NoticeState): NoticeStep[] {
  return noticeSteps.filter((name) => table[name].from.includes(state));
}

/** The letter has left: the supplier sees it, and its words no longer change. */
export function isSent(state: NoticeState): boolean {
  return state !== 'draft' && state !== 'counsel-review';
}

/** The clock of the supplier runs, or has run out without anybody having said what became of it. */
export function isOpen(state: NoticeState): boolean {
  return state === 'sent' || state === 'received' || state === 'partly-cured' || state === 'not-cured';
}

export const noticeStateNames: Readonly<Record<NoticeState, Localised>> = {
  draft: { fr: 'Projet', en: 'Draft' },
  'counsel-review': { fr: 'Chez le conseil', en: 'With counsel' },
  sent: { fr: 'Envoyée', en: 'Sent' },
  'not-collected': { fr: 'Non réclamée', en: 'Not collected' },
  received: { fr: 'Reçue', en: 'Received' },
  cured: { fr: 'Manquements réparés', en: 'Cured' },
  'partly-cured': { fr: 'Réparés en partie', en: 'Partly cured' },
  'not-cured': { fr: 'Non réparés', en: 'Not cured' },
  terminated: { fr: 'Résiliation notifiée', en: 'Termination notified' },
  effective: { fr: 'Contrat terminé', en: 'Contract ended' },
  'data-returned': { fr: 'Données restituées', en: 'Data returned' },
  withdrawn: { fr: 'Retirée', en: 'Withdrawn' },
};

export const noticeStepNames: Readonly<Record<NoticeStep, Localised>> = {
  'ask-counsel': { fr: 'Confier au conseil', en: 'Hand to counsel' },
  'take-back': { fr: 'Reprendre le projet', en: 'Take the draft back' },
  send: { fr: 'Consigner l’envoi', en: 'Record the posting' },
  receive: { fr: 'Consigner la réception', en: 'Record the receipt' },
  miss: { fr: 'Consigner un pli non réclamé', en: 'Record a letter not collected' },
  'send-again': { fr: 'Consigner un nouvel envoi', en: 'Record a second posting' },
  cure: { fr: 'Constater la réparation', en: 'Record that it is cured' },
  'cure-partly': { fr: 'Constater une réparation partielle', en: 'Record a partial cure' },
  fail: { fr: 'Constater l’absence de réparation', en: 'Record that it is not cured' },
  terminate: { fr: 'Notifier la résiliation', en: 'Notify the termination' },
  'take-effect': { fr: 'Consigner la fin du contrat', en: 'Record the end of the contract' },
  'return-data': { fr: 'Consigner la restitution des données', en: 'Record the return of the data' },
  withdraw: { fr: 'Retirer la mise en demeure', en: 'Withdraw the formal notice' },
};
