import { sameAnswer, type Draft, type FieldTrouble, type SavedAnswer } from './draft.js';
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
    case 'refused':
      return entry.draft?.clientKey === word.clientKey ? { ...entry, troubles: word.troubles } : entry;
    case 'contested':
      if (entry.draft === undefined || entry.draft.revision >= word.theirs.revision) return entry;
      return sameAnswer(word.theirs, entry.draft.answer)
        ? { ...withoutWords(entry), saved: word.theirs }
        : { ...entry, conflict: word.theirs };
    case 'given-way':
      return { saved: newer(entry.saved, word.saved), external: entry.external + 1 };
  }
}

function afterTyping(entry: Entry, draft: Draft): Entry {
  const own = entry.draft ?? entry.sent;
  const isLater =
    own === undefined || draft.at > own.at || (draft.at === own.at && draft.clientKey > own.clientKey);
  if (!isLater || (entry.saved?.revision ?? 0) > draft.revision + 1) return entry;
  const revision = Math.max(draft.revision, entry.draft?.revision ?? 0);
  return shownAnew({ ...withoutWords(entry), draft: { ...draft, revision } });
}

/** Words of ours are saved: what was typed after them stands on their revision. */
function afterSaving(entry: Entry, clientKey: string, saved: SavedAnswer): Entry {
  const rest = entry.sent?.clientKey === clientKey ? withoutSent(entry) : entry;
  const known = { ...rest, saved: newer(rest.saved, saved) };
  const { draft } = known;
  if (draft === undefined) return isUnsaved(entry) ? known : shownAnew(known);
  if (draft.clientKey === clientKey) return withoutWords(known);
  return { ...known, draft: { ...draft, revision: Math.max(draft.revision, saved.revision) } };
}

function withoutSent({ sent: _sent, ...entry }: Entry): Entry {
  return entry;
}

function withoutWords(entry: Entry): Entry {
  const { draft: _draft, troubles: _troubles, conflict: _conflict, parked: _parked, ...rest } = entry;
  return rest;
}

function shownAnew(entry: Entry): Entry {
  return { ...entry, external: entry.external + 1 };
}

function newer(one: SavedAnswer | undefined, other: SavedAnswer): SavedAnswer {
  return one !== undefined && one.revision >= other.revision ? one : other;
}
