import type { Question } from './document.js';
import { measureTexts, sameWords, type TextMeasure } from './similar-text.js';

/**
 * From how alike two questions of different keys are taken for one. No two questions of the question bank are more alike
 * than 0.53, and one whose wording was tightened stays above 0.6 of what it was.
 */
export const alikeFrom = 0.6;

/**
 * Below this a key alone proves nothing: lists that are numbered anew give the number of one question to another. Where no other
 * question is alike either, the key decides all the same.
 */
const ownFrom = 0.3;

/** How much of a part has to stand in the question that it comes from. */
const partFrom = 0.6;
/** How much of a question its parts have to cover together, and each of them to add. */
const coveredFrom = 0.6;
const partAdds = 0.2;

/** Keys of the first version beside keys of the second; one of the two lists is empty for what was removed or is new. */
export interface Match {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Where the texts decided and not the keys. */
  readonly alike?: number;
}

/** Every question of both versions, once; in the order of the second, with what was removed last. */
export function matchQuestions(then: readonly Question[], now: readonly Question[]): readonly Match[] {
  const measure = measureTexts([...then, ...now].map(({ text }) => text));
  const splits = findParts(then, now, measure).map(({ whole, parts }): Match => ({
    from: [whole],
    to: parts,
  }));
  const afterSplits = leftOf(then, now, splits);
  const merges = findParts(afterSplits.now, afterSplits.then, measure).map(({ whole, parts }): Match => ({
    from: parts,
    to: [whole],
  }));
  const { then: old, now: recent } = leftOf(then, now, [...splits, ...merges]);
  const sure = pairByKey(old, recent, (one, other) => measure.alike(one.text, other.text) >= ownFrom);
  const unsure = leftOf(old, recent, sure);
  const alike = pairAlike(unsure.then, unsure.now, measure);
  const unalike = leftOf(unsure.then, unsure.now, alike);
  const byKey = pairByKey(unalike.then, unalike.now, () => true);
  const matched = [...splits, ...merges, ...sure, ...alike, ...byKey];
  const rest = leftOf(then, now, matched);
  const all = [...matched, ...rest.now.map(({ id }): Match => ({ from: [], to: [id] }))];
  const place = new Map(now.map(({ id }, index) => [id, index]));
  const placeOf = ({ to: [first = ''] }: Match): number => place.get(first) ?? 0;
  return [
    ...all.toSorted((one, other) => placeOf(one) - placeOf(other)),
    ...rest.then.map(({ id }): Match => ({ from: [id], to: [] })),
  ];
}

function pairByKey(
  then: readonly Question[],
  now: readonly Question[],
  isSame: (one: Question, other: Question) => boolean,
): readonly Match[] {
  const recent = new Map(now.map((question) => [question.id, question]));
  return then.flatMap((one): Match[] => {
    const other = recent.get(one.id);
    return other !== undefined && isSame(one, other) ? [{ from: [one.id], to: [one.id] }] : [];
  });
}

interface Sides {
  readonly then: readonly Question[];
  readonly now: readonly Question[];
}

function leftOf(then: readonly Question[], now: readonly Question[], matches: readonly Match[]): Sides {
  const from = new Set(matches.flatMap((match) => match.from));
  const to = new Set(matches.flatMap((match) => match.to));
  return { then: then.filter(({ id }) => !from.has(id)), now: now.filter(({ id }) => !to.has(id)) };
}

interface Parts {
  readonly whole: string;
  /** In the order in which they stand. */
  readonly parts: readonly string[];
}

/**
 * Questions that became several: each part is mostly words of the whole, and together they say most of it. A question that kept
 * its key is one of its own parts when its text changed; one that kept its text became nothing else. Read with the versions
 * exchanged, it finds the questions that were merged.
 */
function findParts(
  wholes: readonly Question[],
  candidates: readonly Question[],
  measure: TextMeasure,
): readonly Parts[] {
  const keys = new Set(wholes.map(({ id }) => id));
  const free = new Set(candidates.filter(({ id }) => !keys.has(id)).map(({ id }) => id));
  const own = new Map(candidates.map((question) => [question.id, question]));
  const index = measure.index(candidates.map(({ text }) => text));
  const standingIn = ({ text }: Question): Question[] =>
    index.near(text, partFrom).flatMap(({ place, within }) => {
      const found = candidates[place];
      return found === undefined || within < partFrom ? [] : [found];
    });
  return wholes.flatMap((whole): Parts[] => {
    const namesake = own.get(whole.id);
    if (free.size === 0 || (namesake !== undefined && sameWords(namesake.text, whole.text))) return [];
    const near = standingIn(whole).filter(({ id }) => free.has(id) || id === whole.id);
    // A question that went on to ask about something else has no parts under other keys.
    if (namesake !== undefined && !near.includes(namesake)) return [];
    const parts = chooseParts(whole, near, measure);
    if (parts.length < 2) return [];
    for (const part of parts) free.delete(part);
    return [{ whole: whole.id, parts }];
  });
}

/** The largest first, then whatever adds enough to what is covered. */
function chooseParts(whole: Question, near: readonly Question[], measure: TextMeasure): readonly string[] {
  const size = ({ id, text }: Question): number => (id === whole.id ? 2 : measure.within(whole.text, text));
  const chosen: Question[] = [];
  let covered = 0;
  for (const part of near.toSorted((one, other) => size(other) - size(one))) {
    const more = measure.covered(
      whole.text,
      [...chosen, part].map(({ text }) => text),
    );
    if (more - covered >= partAdds) {
      chosen.push(part);
      covered = more;
    }
  }
  if (covered < coveredFrom) return [];
  return near.filter((part) => chosen.includes(part)).map(({ id }) => id);
}

/** One with one, the most alike first; nothing below the threshold. */
function pairAlike(
  before: readonly Question[],
  after: readonly Question[],
  measure: TextMeasure,
): readonly Match[] {
  const index = measure.index(after.map(({ text }) => text));
  const candidates = before
    .flatMap((old) =>
      index.near(old.text, alikeFrom).flatMap(({ place, alike }) => {
        const question = after[place];
        return question === undefined ? [] : [{ from: old.id, to: question.id, alike }];
      }),
    )
    .filter(({ alike }) => alike >= alikeFrom)
    .toSorted((one, other) => other.alike - one.alike);
  const taken = { from: new Set<string>(), to: new Set<string>() };
  return candidates.flatMap(({ from, to, alike }): Match[] => {
    if (taken.from.has(from) || taken.to.has(to)) return [];
    taken.from.add(from);
    taken.to.add(to);
    return [{ from: [from], to: [to], alike }];
  });
}
