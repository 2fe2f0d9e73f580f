import type { ImportedCondition } from '../imported-questionnaire.js';

const one = /\b([A-Z]{4}-\d{2,3})\s*(?:is|=|:)\s*["“]?(yes|no)\b/giu;

/**
 * When a question is asked, from what the workbook says of those that are not: `If REQU-01 is no, populate the answer`. Nothing
 * where no answer is named.
 */
export function findHecvatRouting(text: string): ImportedCondition | undefined {
  const before = text.split(/,|\bthen\b/iu)[0] ?? '';
  const named = [...before.matchAll(one)].map(([, q = '', answer = '']): ImportedCondition => ({
    not: { q: q.toUpperCase(), option: answer.toLowerCase() },
  }));
  const [first] = named;
  if (first === undefined || named.length === 1) return first;
  // Left out when any of them holds, so asked when none does; and the other way round.
  return /\bor\b/iu.test(before) ? { all: named } : { any: named };
}

export interface Gate {
  readonly q: string;
  /** Sheets or sections, in plain words, that are left out on a no. */
  readonly closes: string;
}

/** `DO NOT complete the Product and Infrastructure worksheets`. */
export function findGate(id: string, guidanceOfNo: string): Gate | undefined {
  const [, closes] = /\bdo not complete (?:the )?(.+)$/iu.exec(guidanceOfNo) ?? [];
  return closes === undefined ? undefined : { q: id, closes: closes.toLowerCase() };
}
