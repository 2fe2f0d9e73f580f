import { foldWords, type Word } from './fold-words.js';
import type { ClauseRule, CompiledRules } from './clause-rules.js';
import type { ClauseStatus } from './clause-status.js';
import type { Localised } from '../questionnaires/document.js';
import { splitPassages, type Passage } from './passages.js';
import type { PhraseMatch } from './phrases.js';

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface ProposedAnswer {
  readonly question: string;
  readonly value: string | number | readonly string[];
}

/** One rule that a passage met, and the words by which it did. */
export interface CandidateReason {
  readonly rule: string;
  readonly why: Localised;
  readonly suggests: ClauseStatus;
  readonly words: readonly Span[];
  readonly answers: readonly ProposedAnswer[];
}

/** A passage that may be about a clause. A proposal and never more: a person reads it and decides. */
export interface Candidate extends Span {
  readonly clause: string | null;
  readonly article: string | null;
  readonly reasons: readonly CandidateReason[];
}

/** Of a clause that a contract speaks of everywhere, the first are enough. */
export const maxCandidatesPerClause = 12;

/** The passages that may be about each clause, those with the most reasons first; the same text gives the same list. */
export function findCandidates(text: string, compiled: CompiledRules): Candidate[] {
  const byClause = new Map<string, Candidate[]>();
  for (const passage of splitPassages(text)) {
    if (passage.kind === 'heading') continue;
    for (const candidate of inPassage(text, passage, compiled)) {
      const key = candidate.clause ?? '';
      byClause.set(key, [...(byClause.get(key) ?? []), candidate]);
    }
  }
  const order = [...new Set(compiled.rules.map(({ clause }) => clause ?? ''))].sort(inOrder);
  return order.flatMap((clause) =>
    (byClause.get(clause) ?? [])
      .toSorted((one, other) => other.reasons.length - one.reasons.length || one.start - other.start)
      .slice(0, clause === '' ? undefined : maxCandidatesPerClause),
  );
}

/** By number; what belongs to no clause comes last. */
function inOrder(one: string, other: string): number {
  if (one === '' || other === '') return one === other ? 0 : one === '' ? 1 : -1;
  return one < other ? -1 : 1;
}

interface Met {
  readonly groups: Map<number, PhraseMatch>;
  number: number | null;
  spoilt: boolean;
}

function inPassage(text: string, passage: Passage, { rules, index }: CompiledRules): Candidate[] {
  const words = foldWords(text, passage.start, passage.end);
  const met = new Map<number, Met>();
  for (let place = 0; place < words.length; place += 1) {
    index.eachAt(words, place, words.length, (match, { rule, group }) => {
      const one = met.get(rule) ?? { groups: new Map<number, PhraseMatch>(), number: null, spoilt: false };
      met.set(rule, one);
      if (group === -1) one.spoilt = true;
      else if (!one.groups.has(group) && inBounds(rules[rule], match.number)) {
        one.groups.set(group, match);
        one.number ??= match.number;
      }
    });
  }
  const reasons = [...met.keys()]
    .sort((one, other) => one - other)
    .flatMap((place) => {
      const rule = rules[place];
      const found = met.get(place);
      if (rule === undefined || found === undefined || found.spoilt) return [];
      if (found.groups.size < rule.all.length) return [];
      return [{ clause: rule.clause, reason: toReason(rule, found, words) }];
    });
  return [...new Set(reasons.map(({ clause }) => clause))].map((clause) => ({
    clause,
    start: passage.start,
    end: passage.end,
    article: passage.article,
    reasons: reasons.filter((one) => one.clause === clause).map(({ reason }) => reason),
  }));
}

function inBounds(rule: ClauseRule | undefined, number: number | null): boolean {
  if (number === null || rule === undefined) return true;
  return number >= (rule.min ?? 0) && number <= (rule.max ?? Infinity);
}

function toReason(rule: ClauseRule, { groups, number }: Met, words: readonly Word[]): CandidateReason {
  const spans = [...groups.values()]
    .map(({ from, to }): Span => ({ start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 }))
    .sort((one, other) => one.start - other.start);
  return {
    rule: rule.id,
    why: rule.why,
    suggests: rule.suggests,
    words: joined(spans),
    answers: rule.answers.flatMap((answer): ProposedAnswer[] => {
      if ('value' in answer) return [answer];
      return number === null ? [] : [{ question: answer.question, value: number / answer.per }];
    }),
  };
}

/** Spans that overlap become one: a word is marked once. */
function joined(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const span of spans) {
    const last = out.at(-1);
    if (last !== undefined && span.start <= last.end) {
      out[out.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else out.push(span);
  }
  return out;
}
