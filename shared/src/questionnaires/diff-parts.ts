import { canonicalJson } from '../proof/canonical-json.js';
import { asNumber, say, shown, told, type ChangeKind, type Difference } from './change.js';
import { languages, type Localised } from './document.js';

const inLanguage: Readonly<Record<(typeof languages)[number], Localised>> = {
  fr: { fr: 'en français', en: 'in French' },
  en: { fr: 'en anglais', en: 'in English' },
};

/** A text in both languages, each compared by itself; the name begins a sentence: "L’aide", "The help". */
export function diffTexts(
  kind: ChangeKind,
  name: Localised,
  before: Localised | undefined,
  after: Localised | undefined,
): Difference[] {
  if (before === undefined || after === undefined) {
    if (before === after) return [];
    const sentence =
      before === undefined
        ? say(`${name.fr} s’ajoute.`, `${name.en} is added.`)
        : say(`${name.fr} disparaît.`, `${name.en} is removed.`);
    return [shown(kind, sentence, before ?? null, after ?? null)];
  }
  return languages
    .filter((language) => before[language] !== after[language])
    .map((language) => ({
      kind,
      language,
      sentence: say(
        `${name.fr} change ${inLanguage[language].fr}.`,
        `${name.en} changes ${inLanguage[language].en}.`,
      ),
      before,
      after,
    }));
}

/** "Le poids passe de 3 à 4." */
export function diffNumbers(
  kind: ChangeKind,
  name: Localised,
  before: number | undefined,
  after: number | undefined,
  tell: (value: number) => Localised = asNumber,
): Difference[] {
  if (before === after) return [];
  if (after === undefined)
    return [told(kind, `${name.fr} ne s’applique plus.`, `${name.en} no longer applies.`)];
  const now = tell(after);
  if (before === undefined) {
    return [told(kind, `${name.fr} vaut désormais ${now.fr}.`, `${name.en} is now ${now.en}.`)];
  }
  const then = tell(before);
  return [
    told(
      kind,
      `${name.fr} passe de ${then.fr} à ${now.fr}.`,
      `${name.en} goes from ${then.en} to ${now.en}.`,
    ),
  ];
}

export function diffFlags(
  kind: ChangeKind,
  before: boolean,
  after: boolean,
  sentences: { readonly now: Localised; readonly nowNot: Localised },
): Difference[] {
  if (before === after) return [];
  const { fr, en } = after ? sentences.now : sentences.nowNot;
  return [told(kind, fr, en)];
}

interface ListWords<T> {
  readonly keyOf: (item: T) => string;
  readonly added: (item: T) => Localised;
  readonly removed: (item: T) => Localised;
  /** What is said when the items are the same in another order. */
  readonly order: Localised;
  /** What changed in an item that both lists hold. */
  readonly changed?: (before: T, after: T) => Difference[];
}

/** Two lists of things that have a key. */
export function diffLists<T>(
  kind: ChangeKind,
  before: readonly T[],
  after: readonly T[],
  words: ListWords<T>,
): Difference[] {
  const { keyOf, added, removed, order, changed = () => [] } = words;
  const then = new Map(before.map((item) => [keyOf(item), item]));
  const now = new Map(after.map((item) => [keyOf(item), item]));
  const tell = ({ fr, en }: Localised): Difference => told(kind, fr, en);
  return [
    ...after.flatMap((item) => {
      const old = then.get(keyOf(item));
      return old === undefined ? [tell(added(item))] : changed(old, item);
    }),
    ...before.filter((item) => !now.has(keyOf(item))).map((item) => tell(removed(item))),
    ...(movedKeys([...then.keys()], [...now.keys()]).size > 0 ? [tell(order)] : []),
  ];
}

/** What has no words of its own: it changed, or it did not. */
export function diffWhole(
  kind: ChangeKind,
  sentence: Localised,
  before: unknown,
  after: unknown,
): Difference[] {
  return sameContent(before, after) ? [] : [told(kind, sentence.fr, sentence.en)];
}

export function sameContent(before: unknown, after: unknown): boolean {
  if (before === undefined || after === undefined) return before === after;
  // Most of what is compared is the same, in the same order of keys: that is told without sorting them.
  if (JSON.stringify(before) === JSON.stringify(after)) return true;
  return canonicalJson(before) === canonicalJson(after);
}

/** The fewest of the keys in both lists that had to move for the first order to become the second. */
export function movedKeys(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const placeBefore = new Map(before.map((key, place) => [key, place]));
  const common = after.filter((key) => placeBefore.has(key));
  const places = common.map((key) => placeBefore.get(key) ?? 0);
  const staying = longestAscent(places);
  return new Set(common.filter((_, index) => !staying.has(index)));
}

/** Indexes of a longest ascending run of the numbers, not necessarily next to each other. */
function longestAscent(numbers: readonly number[]): ReadonlySet<number> {
  const ends: number[] = [];
  const previous: number[] = [];
  numbers.forEach((number, index) => {
    const place = ends.findLastIndex((end) => (numbers[end] ?? 0) < number) + 1;
    previous.push(ends[place - 1] ?? -1);
    ends[place] = index;
  });
  const ascent = new Set<number>();
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) ascent.add(index);
  return ascent;
}
