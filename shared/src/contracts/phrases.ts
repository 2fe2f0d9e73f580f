import { fold, type Word } from './fold-words.js';

type Step =
  | { readonly kind: 'word' | 'prefix'; readonly text: string }
  | { readonly kind: 'gap' }
  | { readonly kind: 'number' };

/**
 * Words in their order: `plafond`, `plafonn*` (that begin so), `..` (up to eight words in between) and `{n}` (a number).
 * There is nothing else, so that a rule can be read aloud and never takes longer than the text is long.
 */
export interface Phrase {
  readonly source: string;
  readonly steps: readonly Step[];
}

export interface PhraseMatch {
  /** Place of its first word and behind its last one. */
  readonly from: number;
  readonly to: number;
  readonly number: number | null;
}

const maxGapWords = 8;
const maxGaps = 2;
export const minPrefixLength = 3;

/** Null when it is no phrase. */
export function parsePhrase(source: string): Phrase | null {
  const steps = source.trim().split(/\s+/u).map(toStep);
  if (!steps.every((step) => step !== null)) return null;
  const gaps = steps.filter(({ kind }) => kind === 'gap').length;
  if (gaps > maxGaps || steps[0]?.kind === 'gap' || steps.at(-1)?.kind === 'gap') return null;
  return { source, steps };
}

function toStep(token: string): Step | null {
  if (token === '..') return { kind: 'gap' };
  if (token === '{n}') return { kind: 'number' };
  const isPrefix = token.endsWith('*');
  const text = fold(isPrefix ? token.slice(0, -1) : token);
  if (!/^[\p{L}\p{N}]+$/u.test(text) || (isPrefix && text.length < minPrefixLength)) return null;
  return { kind: isPrefix ? 'prefix' : 'word', text };
}

/** The phrase where it begins with the word at that place, before `end`; null when it does not. */
export function matchAt(
  { steps }: Phrase,
  words: readonly Word[],
  place: number,
  end: number,
): PhraseMatch | null {
  const follow = (step: number, at: number, number: number | null): PhraseMatch | null => {
    const wanted = steps[step];
    if (wanted === undefined) return { from: place, to: at, number };
    if (wanted.kind === 'gap') {
      for (let skipped = 0; skipped <= maxGapWords && at + skipped < end; skipped += 1) {
        const found = follow(step + 1, at + skipped, number);
        if (found !== null) return found;
      }
      return null;
    }
    const word = at < end ? words[at] : undefined;
    if (word === undefined) return null;
    if (wanted.kind === 'number') {
      const value = numberOf(word.folded);
      return value === null ? null : follow(step + 1, at + 1, value);
    }
    const holds = wanted.kind === 'word' ? word.folded === wanted.text : word.folded.startsWith(wanted.text);
    return holds ? follow(step + 1, at + 1, number) : null;
  };
  return follow(0, place, null);
}

function numberOf(word: string): number | null {
  return /^\d{1,6}$/.test(word) ? Number(word) : null;
}

/** Phrases by their first word, so that each word of a text meets only those that may begin with it. */
export class PhraseIndex<T> {
  private readonly whole = new Map<string, (readonly [Phrase, T])[]>();
  private readonly begun = new Map<string, (readonly [Phrase, T])[]>();
  private readonly numbers: (readonly [Phrase, T])[] = [];

  add(phrase: Phrase, of: T): void {
    const [first] = phrase.steps;
    if (first === undefined || first.kind === 'gap') return;
    if (first.kind === 'number') this.numbers.push([phrase, of]);
    else if (first.kind === 'word') push(this.whole, first.text, [phrase, of]);
    else push(this.begun, first.text.slice(0, minPrefixLength), [phrase, of]);
  }

  /** Calls back for every phrase that begins at the place. */
  eachAt(
    words: readonly Word[],
    place: number,
    end: number,
    tell: (match: PhraseMatch, of: T, phrase: Phrase) => void,
  ): void {
    const first = words[place]?.folded;
    if (first === undefined) return;
    const lists = [
      this.whole.get(first),
      this.begun.get(first.slice(0, minPrefixLength)),
      numberOf(first) === null ? undefined : this.numbers,
    ];
    for (const list of lists) {
      for (const [phrase, of] of list ?? []) {
        const match = matchAt(phrase, words, place, end);
        if (match !== null) tell(match, of, phrase);
      }
    }
  }
}

function push<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [item]);
  else list.push(item);
}
