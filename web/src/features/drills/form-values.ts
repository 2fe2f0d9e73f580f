import { testFileSha256, type DrillDrop, type DrillTicket } from '@probant/shared/drills/drill';
import type { DrillHead } from '@probant/shared/drills/decide-drill';

import { parsePlain, showPlain } from '../../platform/i18n/amount.js';
import type { Language } from '../../platform/i18n/language.js';
import {
  certainMoment,
  fromMomentValues,
  type MomentValues,
  noMoment,
  toMomentValues,
} from '../../ui/input/moment-values.js';

export interface TicketValues {
  readonly reference: string;
  readonly title: string;
  readonly openedAt: MomentValues;
  readonly firstCommentAt: MomentValues;
  readonly comment: string;
  readonly verdict: DrillTicket['verdict'];
  readonly originSearched: DrillTicket['originSearched'];
  readonly closedBy: string;
  readonly escalatedAt: MomentValues;
  readonly toldAt: MomentValues;
  readonly channel: NonNullable<DrillTicket['channel']> | '';
  readonly told: string;
}

export interface DropValues {
  readonly place: string;
  readonly method: string;
  readonly sha256: string;
  readonly token: string;
  readonly droppedAt: MomentValues;
  readonly witness: string;
  readonly tickets: TicketValues[];
}

export interface HeadValues {
  readonly name: string;
  readonly limits: {
    readonly source: string;
    readonly detectHours: string;
    readonly qualifyHours: string;
    readonly tellHours: string;
    readonly originSearch: boolean;
  };
  readonly explanation: { readonly at: MomentValues; readonly text: string };
}

export const newTicket: TicketValues = {
  reference: '',
  title: '',
  openedAt: noMoment,
  firstCommentAt: noMoment,
  comment: '',
  verdict: 'unstated',
  originSearched: 'unknown',
  closedBy: '',
  escalatedAt: noMoment,
  toldAt: noMoment,
  channel: '',
  told: '',
};

export function dropValues(drop: DrillDrop | null, token = ''): DropValues {
  if (drop === null) {
    return {
      place: '',
      method: '',
      sha256: testFileSha256,
      token,
      droppedAt: noMoment,
      witness: '',
      tickets: [],
    };
  }
  return {
    ...drop,
    droppedAt: toMomentValues(drop.droppedAt),
    tickets: drop.tickets.map((ticket) => ({
      ...ticket,
      openedAt: toMomentValues(ticket.openedAt),
      firstCommentAt: toMomentValues(ticket.firstCommentAt),
      escalatedAt: toMomentValues(ticket.escalatedAt),
      toldAt: toMomentValues(ticket.toldAt),
      channel: ticket.channel ?? '',
    })),
  };
}

export function dropBody({ droppedAt, tickets, place, method, sha256, token, witness }: DropValues) {
  return {
    place,
    method,
    sha256,
    token,
    witness,
    droppedAt: certainMoment(droppedAt),
    tickets: tickets.map((ticket) => ({
      reference: ticket.reference,
      title: ticket.title,
      openedAt: certainMoment(ticket.openedAt),
      firstCommentAt: fromMomentValues(ticket.firstCommentAt),
      comment: ticket.comment,
      verdict: ticket.verdict,
      originSearched: ticket.originSearched,
      closedBy: ticket.closedBy,
      escalatedAt: fromMomentValues(ticket.escalatedAt),
      toldAt: fromMomentValues(ticket.toldAt),
      channel: ticket.channel === '' ? null : ticket.channel,
      told: ticket.told,
    })),
  };
}

export function headValues(head: DrillHead | null, language: Language): HeadValues {
  const hours = (value: number | null = null): string => (value === null ? '' : showPlain(value, language));
  return {
    name: head?.name ?? '',
    limits: {
      source: head?.limits.source ?? '',
      detectHours: hours(head?.limits.detectHours),
      qualifyHours: hours(head?.limits.qualifyHours),
      tellHours: hours(head?.limits.tellHours),
      originSearch: head?.limits.originSearch ?? false,
    },
    explanation: { at: toMomentValues(head?.explanation?.at ?? null), text: head?.explanation?.text ?? '' },
  };
}

export function headBody({ name, limits, explanation }: HeadValues) {
  // What cannot be read is refused by its field before it is sent.
  const hours = (text: string): number | null => parsePlain(text) ?? null;
  const said = explanation.at.on !== '' || explanation.text.trim() !== '';
  return {
    name,
    limits: {
      source: limits.source,
      detectHours: hours(limits.detectHours),
      qualifyHours: hours(limits.qualifyHours),
      tellHours: hours(limits.tellHours),
      originSearch: limits.originSearch,
    },
    explanation: said ? { at: certainMoment(explanation.at), text: explanation.text } : null,
  };
}
