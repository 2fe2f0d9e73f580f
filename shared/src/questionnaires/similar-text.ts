import { languages, type Language, type Localised } from './document.js';

/** How alike two texts are, 0 to 1, by the words that they share; a word of few questions weighs more than one of many. */
export interface TextMeasure {
  /** Shared words against all words of both: 1 when both say the same words. */
  readonly alike: (one: Localised, other: Localised) => number;
  /** How much of the first stands in the second: 1 when the second holds every word of it. */
  readonly within: (one: Localised, other: Localised) => number;
  /** How much of the first stands in all the others together. */
  readonly covered: (one: Localised, others: readonly Localised[]) => number;
  /** Texts to look for by their words, so that those without a word in common cost nothing. */
  readonly index: (texts: readonly Localised[]) => TextIndex;
}

/** How a text of an index compares with one that was asked about. */
export interface Near {
  /** Its place among the texts of the index. */
  readonly place: number;
  readonly alike: number;
  /** How much of it stands in the text asked about. */
  readonly within: number;
}

export interface TextIndex {
  /** Those that are at least so alike, or stand in it at least so far, in their order. */
  readonly near: (text: Localised, least: number) => readonly Near[];
}

/** Articles, prepositions and question words: they say nothing of the subject. */
const empty: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set(
    'a au aux avec avez ce ces cette comment dans de des du elle en est et il ils la le les leur leurs lorsque lors l d n s qu c j y on ou par pas pour qu quand que quel quelle quelles quels qui sa se ses si son sont sous sur un une votre vos vous vous-meme t-il t ne ni'.split(
      ' ',
    ),
  ),
  en: new Set(
    'a an and any are as at be by do does for from has have how if in is it its of on or that the their there they this to was what when which who with you your not'.split(
      ' ',
    ),
  ),
};

/** The words that weigh: without case, accents and the mark of the plural. */
export function contentWords(text: string, language: Language): ReadonlySet<string> {
  const words =
    text
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(
    words
      .filter((word) => !empty[language].has(word))
      .map((word) => (word.length > 3 ? word.replace(/[sx]$/, '') : word)),
  );
}

interface Weighed {
  readonly words: ReadonlyMap<string, number>;
  readonly total: number;
}
type Profile = Readonly<Record<Language, Weighed>>;

/** Learnt from all the texts that will be compared. */
export function measureTexts(texts: readonly Localised[]): TextMeasure {
  const profileOf = weighTexts(texts);
  /** The weight of the first text's words that stand in any of the others, and of all of them, in each language. */
  const compare = (
    one: Localised,
    others: readonly Localised[],
    tell: (shared: number, mine: Weighed, theirs: readonly Weighed[]) => number,
  ): number => {
    const [profile, beside] = [profileOf(one), others.map(profileOf)];
    let [sum, count] = [0, 0];
    for (const language of languages) {
      const mine = profile[language];
      const theirs = beside.map((other) => other[language]);
      // A language that is not written yet has no say.
      if (mine.words.size === 0 || theirs.every(({ words }) => words.size === 0)) continue;
      let shared = 0;
      for (const [word, weight] of mine.words) {
        if (theirs.some(({ words }) => words.has(word))) shared += weight;
      }
      sum += tell(shared, mine, theirs);
      count += 1;
    }
    return count === 0 ? 0 : sum / count;
  };
  const part = (shared: number, mine: Weighed): number => shared / mine.total;
  return {
    alike: (one, other) =>
      compare(one, [other], (shared, mine, [theirs]) => (2 * shared) / (mine.total + (theirs?.total ?? 0))),
    within: (one, other) => compare(one, [other], part),
    covered: (one, others) => compare(one, others, part),
    index: (indexed) => indexTexts(indexed.map(profileOf), profileOf),
  };
}

function indexTexts(indexed: readonly Profile[], profileOf: (text: Localised) => Profile): TextIndex {
  const places = { fr: placesOf(indexed, 'fr'), en: placesOf(indexed, 'en') };
  return {
    near: (text, least) => {
      const profile = profileOf(text);
      const fr = shareOut(profile.fr, places.fr, indexed.length);
      const en = shareOut(profile.en, places.en, indexed.length);
      const near: Near[] = [];
      for (const [place, found] of indexed.entries()) {
        const shared = { fr: fr[place] ?? 0, en: en[place] ?? 0 };
        const { alike, within } = compareShared(profile, found, shared);
        if (Math.max(alike, within) >= least) near.push({ place, alike, within });
      }
      return near;
    },
  };
}

function placesOf(indexed: readonly Profile[], language: Language): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [place, profile] of indexed.entries()) {
    for (const word of profile[language].words.keys()) {
      const known = places.get(word);
      if (known === undefined) places.set(word, [place]);
      else known.push(place);
    }
  }
  return places;
}

/** By place, the weight of the words that a text has in common with the one that stands there. */
function shareOut(
  { words }: Weighed,
  places: ReadonlyMap<string, readonly number[]>,
  length: number,
): Float64Array {
  const shared = new Float64Array(length);
  for (const [word, weight] of words) {
    for (const place of places.get(word) ?? []) shared[place] = (shared[place] ?? 0) + weight;
  }
  return shared;
}

function compareShared(
  one: Profile,
  other: Profile,
  shared: Readonly<Record<Language, number>>,
): Omit<Near, 'place'> {
  let [alike, within, count] = [0, 0, 0];
  for (const language of languages) {
    const [mine, theirs] = [one[language], other[language]];
    if (mine.words.size === 0 || theirs.words.size === 0) continue;
    alike += (2 * shared[language]) / (mine.total + theirs.total);
    within += shared[language] / theirs.total;
    count += 1;
  }
  return count === 0 ? { alike: 0, within: 0 } : { alike: alike / count, within: within / count };
}

function weighTexts(texts: readonly Localised[]): (text: Localised) => Profile {
  const counts = { fr: new Map<string, number>(), en: new Map<string, number>() };
  const words = new Map(texts.map((text) => [text, bothWords(text)]));
  for (const both of words.values()) {
    for (const language of languages) {
      for (const word of both[language]) counts[language].set(word, (counts[language].get(word) ?? 0) + 1);
    }
  }
  const weigh = (found: ReadonlySet<string>, language: Language): Weighed => {
    const weighed = new Map<string, number>();
    let total = 0;
    for (const word of found) {
      const weight = Math.log(1 + texts.length / (counts[language].get(word) ?? 1));
      weighed.set(word, weight);
      total += weight;
    }
    return { words: weighed, total };
  };
  const profiles = new Map<Localised, Profile>();
  return (text) => {
    const known = profiles.get(text);
    if (known !== undefined) return known;
    const both = words.get(text) ?? bothWords(text);
    const profile = { fr: weigh(both.fr, 'fr'), en: weigh(both.en, 'en') };
    profiles.set(text, profile);
    return profile;
  };
}

function bothWords({ fr, en }: Localised): Readonly<Record<Language, ReadonlySet<string>>> {
  return { fr: contentWords(fr, 'fr'), en: contentWords(en, 'en') };
}

/** The same but for case, accents, spaces and signs: a correction of spelling, not of meaning. */
export function sameWords(one: Localised, other: Localised): boolean {
  return languages.every((language) => bare(one[language]) === bare(other[language]));
}

function bare(text: string): string {
  const words = text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return (words ?? []).join(' ');
}
