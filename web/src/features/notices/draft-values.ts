import type { Notice } from './use-notices.js';

type Draft = Notice['draft'];

/** The name under which what is typed into a draft outlives its screen. */
export const keptDraft = (noticeId: string): string => `notice/${noticeId}`;

export interface BreachValues {
  obligation: string;
  article: string;
  substance: Draft['breaches'][number]['substance'];
  gravity: string;
  on: string;
  facts: string;
  pieceIds: string[];
}

/** The draft as the controls of the form hold it: text, and nothing where nothing is known; named as the API names it. */
export interface DraftValues {
  draft: Omit<Draft, 'breaches' | 'contractSignedOn' | 'cureDays'> & {
    contractSignedOn: string;
    cureDays: string;
    breaches: BreachValues[];
  };
}

export function toValues({ breaches, contractSignedOn, cureDays, ...draft }: Draft): DraftValues {
  return {
    draft: {
      ...draft,
      contractSignedOn: contractSignedOn ?? '',
      cureDays: cureDays === null ? '' : String(cureDays),
      breaches: breaches.map((breach) => ({
        ...breach,
        on: breach.on ?? '',
        pieceIds: [...breach.pieceIds],
      })),
    },
  };
}

export function toDraft({ draft }: DraftValues): Draft {
  const { breaches, contractSignedOn, cureDays, ...rest } = draft;
  return {
    ...rest,
    contractSignedOn: contractSignedOn === '' ? null : contractSignedOn,
    cureDays: isDays(cureDays) && cureDays.trim() !== '' ? Number(cureDays) : null,
    breaches: breaches.map((breach) => ({ ...breach, on: breach.on === '' ? null : breach.on })),
  };
}

/** A whole number, or nothing yet. */
export function isDays(text: string): boolean {
  return /^\s*\d{0,3}\s*$/.test(text);
}

export function emptyBreach(listed: boolean): BreachValues {
  return {
    obligation: '',
    article: '',
    substance: listed ? 'listed' : 'argued',
    gravity: '',
    on: '',
    facts: '',
    pieceIds: [],
  };
}
