import { atLeast } from '../scoring/at-least.js';
import { gradeOf } from '../scoring/grade.js';
import type {
  EvidenceLevel,
  EvidenceScale,
  KnockoutCondition,
  Option,
  Question,
  QuestionnaireDocument,
} from './document.js';

export type KnockoutAtom = Extract<KnockoutCondition, { q: string }>;
export const knockoutModes = ['all', 'any'] as const;

/** What triggers a knock-out as one builds it by clicking: conditions and groups of which all or one hold. */
export interface KnockoutGroup {
  readonly mode: (typeof knockoutModes)[number];
  readonly parts: readonly KnockoutCondition[];
}

/** Nothing for a single condition. */
export function readGroup(condition: KnockoutCondition): KnockoutGroup | undefined {
  if ('any' in condition) return { mode: 'any', parts: condition.any };
  if ('all' in condition) return { mode: 'all', parts: condition.all };
  return undefined;
}

/** Always a group at the top, so that a second condition has somewhere to stand. */
export function topGroup(condition: KnockoutCondition): KnockoutGroup {
  return readGroup(condition) ?? { mode: 'all', parts: [condition] };
}

export function fromGroup({ mode, parts }: KnockoutGroup): KnockoutCondition {
  return mode === 'any' ? { any: parts } : { all: parts };
}

/** All of one condition is that condition: what `topGroup` read comes back as it was. */
export function fromTopGroup(group: KnockoutGroup): KnockoutCondition {
  const [only] = group.parts;
  const alone = group.mode === 'all' && group.parts.length === 1 && only !== undefined;
  return alone && readGroup(only) === undefined ? only : fromGroup(group);
}

export const atomKinds = ['risk', 'proof', 'row-with-hds', 'row-without-hds'] as const;
export type AtomKind = (typeof atomKinds)[number];

export function kindOfAtom(atom: KnockoutAtom): AtomKind {
  if ('riskGte' in atom) return 'risk';
  if ('phiLt' in atom) return 'proof';
  return atom.anyRow.hdsActivitiesNotEmpty ? 'row-with-hds' : 'row-without-hds';
}

/** The risk or the strength that it is measured against. */
export function limitOfAtom(atom: KnockoutAtom): number {
  if ('riskGte' in atom) return atom.riskGte;
  return 'phiLt' in atom ? atom.phiLt : atom.anyRow.rGte;
}

export function buildAtom(kind: AtomKind, q: string, limit: number): KnockoutAtom {
  switch (kind) {
    case 'risk':
      return { q, riskGte: limit };
    case 'proof':
      return { q, phiLt: limit };
    case 'row-with-hds':
    case 'row-without-hds':
      return { q, anyRow: { hdsActivitiesNotEmpty: kind === 'row-with-hds', rGte: limit } };
  }
}

/** Rows are looked at in a table alone, and a risk only where answers carry one. */
export function kindsFor(question: Question): readonly AtomKind[] {
  switch (question.type) {
    case 'table':
      return atomKinds;
    case 'single':
    case 'multi':
    case 'number':
    case 'duration':
    case 'date_age':
      return ['risk', 'proof'];
    case 'text':
    case 'file':
      return question.risk === undefined ? ['proof'] : ['risk', 'proof'];
  }
}

/** The condition that a new line begins with: the worst answer. */
export function firstAtom(questions: readonly Question[]): KnockoutAtom | undefined {
  const [first] = questions;
  const worst = questions.find((question) => kindsFor(question).includes('risk'));
  if (worst !== undefined) return buildAtom('risk', worst.id, 1);
  return first && buildAtom('proof', first.id, 0.7);
}

/** The same condition on another question, or of another kind, where that question can have it. */
export function moveAtom(atom: KnockoutAtom, question: Question, kind = kindOfAtom(atom)): KnockoutAtom {
  const possible = kindsFor(question);
  const kept = possible.includes(kind) ? kind : (possible[0] ?? 'risk');
  return buildAtom(kept, question.id, limitOfAtom(atom));
}

/** Choices of a single-choice question that reach the risk; nothing where the answer is no choice. */
export function choicesReaching(atom: KnockoutAtom, question: Question): readonly Option[] | undefined {
  if (!('riskGte' in atom) || question.type !== 'single') return undefined;
  return question.options.filter(({ risk }) => risk !== undefined && atLeast(risk, atom.riskGte));
}

/** Levels of evidence that are too weak for the condition. */
export function levelsBelow(
  atom: KnockoutAtom,
  { levels }: EvidenceScale,
): readonly EvidenceLevel[] | undefined {
  return 'phiLt' in atom ? levels.filter(({ phi }) => phi < atom.phiLt).map(({ level }) => level) : undefined;
}

/** What a knock-out is shown as; a cap names the best grade that its floor leaves. */
export const knockoutEffects = ['cap', 'unlawful', 'legal_review', 'insolvency', 'insolvency_watch'] as const;
export type KnockoutEffect = (typeof knockoutEffects)[number];

/** Nothing for an effect that a file brought and nobody here knows. */
export function effectOf(flag: string): KnockoutEffect | undefined {
  return flag.startsWith('cap_') ? 'cap' : knockoutEffects.find((one) => one === flag);
}

export function flagFor(
  effect: KnockoutEffect,
  floor: number,
  document: Pick<QuestionnaireDocument, 'grades'>,
): string {
  return effect === 'cap' ? `cap_${gradeOf(document, floor)}` : effect;
}
