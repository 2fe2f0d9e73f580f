import { languages, type Language, type Localised } from './document.js';

/** How alike two texts are, 0 to 1, by the words that they share; a word of few questions weighs more than one of many. */
export interface TextMeasure {
  /** Shared words against all words of both: 1 when both say the same words. */
  readonly alike: (one: Localised, other: Localised) => number;
  /** How much of the first stands in the second: 1 when the second holds every word of it. */
  readonly within: (one: Localised, other: Localised) => number;
  /** How much of the first stands in all the others together. */
  readonly covered: (one: Localised, others: readonly Localised[]) => number;
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

type Profile = Readonly<Record<Language, ReadonlyMap<string, number>>>;

/** Learnt from all the texts that will be compared. */
export function measureTexts(texts: readonly Localised[]): TextMeasure {
  const counts = { fr: new Map<string, number>(), en: new Map<string, number>() };
  const words = new Map(texts.map((text) => [text, bothWords(text)]));
  for (const both of words.values()) {
    for (const language of languages) {
      for (const word of both[language]) counts[language].set(word, (counts[language].get(word) ?? 0) + 1);
    }
  }
  const rarity = (word: string, language: Language): number =>
    Math.log(1 + texts.length / (counts[language].get(word) ?? 1));
  const profiles = new Map<Localised, Profile>();
  const profileOf = (text: Localised): Profile => {
    const known = profiles.get(text);
    if (known !== undefined) return known;
    const both = words.get(text) ?? bothWords(text);
    const weighed = (language: Language): ReadonlyMap<string, number> =>
      new Map([...both[language]].map((word) => [word, rarity(word, language)]));
    const profile = { fr: weighed('fr'), en: weighed('en') };
    profiles.set(text, profile);
    return profile;
  };
  const share = (one: Localised, others: readonly Localised[], both: boolean): number =>
    mean(
      languages.flatMap((language) => {
        const mine = profileOf(one)[language];
        const theirs = others.map((other) => profileOf(other)[language]);
        // A language that is not written yet has no say.
        if (mine.size === 0 || theirs.every(({ size }) => size === 0)) return [];
        let [shared, whole] = [0, 0];
        for (const [word, weight] of mine) {
          whole += weight;
          if (theirs.some((other) => other.has(word))) shared += weight;
        }
        return [both ? (2 * shared) / (whole + sum(theirs)) : shared / whole];
      }),
    );
  return {
    alike: (one, other) => share(one, [other], true),
    within: (one, other) => share(one, [other], false),
    covered: (one, others) => share(one, others, false),
  };
}

function bothWords({ fr, en }: Localised): Readonly<Record<Language, ReadonlySet<string>>> {
  return { fr: contentWords(fr, 'fr'), en: contentWords(en, 'en') };
}

function sum(profiles: readonly ReadonlyMap<string, number>[]): number {
  let total = 0;
  for (const profile of profiles) for (const weight of profile.values()) total += weight;
  return total;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
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
