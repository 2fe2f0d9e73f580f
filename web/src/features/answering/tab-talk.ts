import { sameAnswer, type Draft, type FieldTrouble, type SavedAnswer } from './draft.js';
import { without } from './without.js';
import { isUnsaved, type Entry } from './queue-state.js';

/** What the tabs of one person on one request tell each other about a question. */
export type TabWord = { readonly questionId: string } & (
  | { readonly kind: 'typed'; readonly draft: Draft }
  /** What was typed is what stands saved: nothing waits any more. */
  | { readonly kind: 'unsaid'; readonly at: number }
  | { readonly kind: 'saved'; readonly clientKey: string; readonly saved: SavedAnswer }
  | { readonly kind: 'refused'; readonly clientKey: string; readonly troubles: readonly FieldTrouble[] }
  | { readonly kind: 'contested'; readonly theirs: SavedAnswer }
  /** The person chose what somebody else saved. */
  | { readonly kind: 'given-way'; readonly saved: SavedAnswer }
);

/** An entry after another tab has spoken; the same one where there is nothing new in it. */
export function afterWord(entry: Entry, word: TabWord): Entry {
  switch (word.kind) {
    case 'typed':
      return afterTyping(entry, word.draft);
    case 'unsaid':
      if (entry.draft === undefined || entry.draft.at > word.at) return entry;
      return shownAnew(withoutWords(entry));
    case 'saved':
      return afterSaving(entry, word.clientKey, word.saved);
    case 'refused': {
      const { draft, ...rest } = unsent(entry);
      return draft?.clientKey === word.clientKey ? { ...rest, draft, troubles: word.troubles } : entry;
    }
    case 'contested':
      return afterContest(entry, word.theirs);
    case 'given-way':
      return { saved: newer(entry.saved, word.saved), external: entry.external + 1 };
  }
}

function afterTyping(entry: Entry, draft: Draft): Entry {
  const own = entry.draft ?? entry.sent;
  const isLater =
    own === undefined || draft.at > own.at || (draft.at === own.at && draft.clientKey > own.clientKey);
  if (!isLater) return entry;
  const revision = Math.max(draft.revision, entry.draft?.revision ?? 0);
  const typed = shownAnew({ ...withoutWords(entry), draft: { ...draft, revision } });
  // Typing on decides nothing between the two; choosing one's own takes over the other's revision.
  const { conflict } = entry;
  return conflict !== undefined && revision < conflict.revision ? { ...typed, conflict } : typed;
}

function afterContest(entry: Entry, theirs: SavedAnswer): Entry {
  const { draft, ...rest } = unsent(entry);
  if (draft === undefined || draft.revision >= theirs.revision) return entry;
  return sameAnswer(theirs, draft.answer)
    ? { ...withoutWords(rest), saved: theirs }
    : { ...rest, draft, conflict: theirs };
}

/** What was under way is a draft again, unless something was typed after it. */
function unsent({ sent, ...entry }: Entry): Entry {
  const draft = entry.draft ?? sent;
  return draft === undefined ? entry : { ...entry, draft };
}

/** Words of ours are saved: what was typed after them stands on their revision. */
function afterSaving(entry: Entry, clientKey: string, saved: SavedAnswer): Entry {
  const rest = entry.sent?.clientKey === clientKey ? without(entry, 'sent') : entry;
  const known = { ...rest, saved: newer(rest.saved, saved) };
  const { draft } = known;
  if (draft === undefined) return isUnsaved(entry) ? known : shownAnew(known);
  if (draft.clientKey === clientKey) return withoutWords(known);
  return { ...known, draft: { ...draft, revision: Math.max(draft.revision, saved.revision) } };
}

function withoutWords(entry: Entry): Entry {
  return without(entry, 'draft', 'troubles', 'conflict', 'parked');
}

function shownAnew(entry: Entry): Entry {
  return { ...entry, external: entry.external + 1 };
}

function newer(one: SavedAnswer | undefined, other: SavedAnswer): SavedAnswer {
  return one !== undefined && one.revision >= other.revision ? one : other;
}
