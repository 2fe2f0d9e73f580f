import type { DraftAnswer, FieldTrouble, SavedAnswer } from './draft.js';
import type { DraftStore } from './draft-store.js';
import type { SaveItem } from './entry-steps.js';
import type { Entry, QueueState } from './queue-state.js';
import type { TabWord } from './tab-talk.js';

export interface SaveReply {
  readonly sheetRevision: number;
  readonly results: readonly { readonly key: string; readonly revision: number; readonly savedAt: string }[];
}

/** The other tabs of this browser on the same request. One of all sends; the others ask it to. */
export interface OtherTabs {
  readonly isActing: () => boolean;
  readonly ask: () => void;
  readonly tell: (word: TabWord) => void;
  readonly tellState: (state: Pick<QueueState, 'outage' | 'stopped'>) => void;
}

export interface QueuePorts {
  readonly send: (items: readonly SaveItem[]) => Promise<SaveReply>;
  readonly drafts: DraftStore;
  /** What is wrong with an answer before it is sent; nothing when it may go out. */
  readonly check: (questionId: string, answer: DraftAnswer) => readonly FieldTrouble[];
  /** A question that other answers make moot: its draft is kept and waits for them to change. */
  readonly isHidden: (questionId: string, entries: ReadonlyMap<string, Entry>) => boolean;
  readonly newKey: () => string;
  /** The name that stands beside what was saved here. */
  readonly savedBy: string;
  readonly tabs: OtherTabs;
}

export interface SheetAnswers {
  readonly revision: number;
  readonly lastSavedAt: string | null;
  readonly answers: readonly (SavedAnswer & { readonly questionId: string })[];
}
