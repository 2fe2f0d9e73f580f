import type { Language } from '../questionnaires/document.js';
import type { AuditEvent } from './events.js';
import { eventSentence, impersonalActors, isEventKind } from './sentence.js';

/** An event as a reader of its chain gets it; only members of the reader's own organisation are named. */
export interface ToldEvent {
  readonly kind: string;
  /** Canonical JSON. */
  readonly text: string;
  readonly actor: {
    readonly kind: 'member' | 'former-member' | 'recipient' | 'other-side' | 'system';
    readonly name: string | null;
  };
}

/** One sentence; an event of a kind that this version does not know is told by its kind. */
export function tellEvent({ kind, text, actor }: ToldEvent, language: Language): string {
  const name = nameOf(actor, language);
  if (!isEventKind(kind)) return `${name}${language === 'fr' ? '\u00a0' : ''}: ${kind}.`;
  // The chain keeps what was recorded: the text of a kind is the event of that kind.
  return eventSentence(JSON.parse(text) as AuditEvent, name, language);
}

function nameOf({ kind, name }: ToldEvent['actor'], language: Language): string {
  switch (kind) {
    case 'member':
      return name ?? impersonalActors.formerMember[language];
    case 'former-member':
      return impersonalActors.formerMember[language];
    case 'recipient':
      return impersonalActors.recipient[language];
    case 'other-side':
      return impersonalActors.otherSide[language];
    case 'system':
      return impersonalActors.system[language];
  }
}
