import {
  accept,
  fieldRefusal,
  pointer,
  refuseFields,
  type Decision,
  type FieldRefusal,
} from '../decision.js';
import type { QuestionnaireDocument } from './document.js';
import { equivalenceKinds, judging, type Equivalence, type EquivalenceKind } from './propose-equivalence.js';

/** What the author says of some questions of two versions. */
export interface EquivalenceLink {
  readonly kind: EquivalenceKind;
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Answers are to be reconfirmed, whatever the texts say. */
  readonly reconfirm?: boolean;
}

/** How many questions of either version a kind speaks of: exactly so many, or at least two. */
const shapes: Readonly<Record<EquivalenceKind, readonly [from: 0 | 1 | 'several', to: 0 | 1 | 'several']>> = {
  unchanged: [1, 1],
  reworded: [1, 1],
  changed: [1, 1],
  split: [1, 'several'],
  merged: ['several', 1],
  removed: [1, 0],
  new: [0, 1],
};

/** Rising; a kind may be said to be graver than it is, never milder. */
const gravity = ['unchanged', 'reworded', 'changed'] as const satisfies readonly EquivalenceKind[];

/** The equivalence as the author states it, with what it means for the answers given; or everything that is wrong with it. */
export function decideEquivalence(
  before: QuestionnaireDocument,
  after: QuestionnaireDocument,
  links: readonly EquivalenceLink[],
): Decision<readonly Equivalence[]> {
  const judge = judging(before, after);
  const errors = [
    ...cover('from', keysOf(before), links),
    ...cover('to', keysOf(after), links),
    ...links.flatMap((link, index) => checkKind(link, index, judge)),
  ];
  if (errors.length > 0) return refuseFields(errors);
  return accept(links.map((link) => resolve(link, judge)));
}

/** What an author would send to keep a proposal as it is. */
export function toLink({ kind, from, to, reconfirm }: Equivalence): EquivalenceLink {
  return { kind, from, to, ...(reconfirm === true ? { reconfirm } : {}) };
}

/** The mildest kind that is true of these questions; nothing where they go together in no way. */
export function mildestKind(
  judge: ReturnType<typeof judging>,
  { from, to }: Pick<EquivalenceLink, 'from' | 'to'>,
): EquivalenceKind | undefined {
  const known = equivalenceKinds.find((kind) => fits(kind, from, to));
  return known === 'unchanged' ? judge({ from, to }).kind : known;
}

function keysOf({ themes }: QuestionnaireDocument): readonly string[] {
  return themes.flatMap(({ questions }) => questions.map(({ id }) => id));
}

/** Every question of a version once, and none that is not there. */
function cover(
  side: 'from' | 'to',
  keys: readonly string[],
  links: readonly EquivalenceLink[],
): FieldRefusal[] {
  const known = new Set(keys);
  const met = new Set<string>();
  const errors = links.flatMap((link, index) =>
    link[side].flatMap((key, place): FieldRefusal[] => {
      const at = pointer('equivalence', index, side, place);
      if (!known.has(key)) return [fieldRefusal(at, 'unknown-question', { key })];
      if (met.has(key)) return [fieldRefusal(at, 'question-linked-twice', { key })];
      met.add(key);
      return [];
    }),
  );
  const left = keys.filter((key) => !met.has(key));
  return [...errors, ...left.map((key) => fieldRefusal('/equivalence', 'question-not-linked', { key }))];
}

function checkKind(
  { kind, from, to }: EquivalenceLink,
  index: number,
  judge: ReturnType<typeof judging>,
): FieldRefusal[] {
  const at = pointer('equivalence', index, 'kind');
  if (!fits(kind, from, to)) return [fieldRefusal(at, 'equivalence-kind-mismatch')];
  const claimed = gravity.findIndex((one) => one === kind);
  const found = gravity.findIndex((one) => one === judge({ from, to }).kind);
  return claimed >= 0 && claimed < found ? [fieldRefusal(at, 'equivalence-too-mild')] : [];
}

function fits(kind: EquivalenceKind, from: readonly string[], to: readonly string[]): boolean {
  const [before, after] = shapes[kind];
  return isOf(before, from.length) && isOf(after, to.length);
}

function isOf(wanted: 0 | 1 | 'several', count: number): boolean {
  return wanted === 'several' ? count >= 2 : count === wanted;
}

function resolve(
  { kind, from, to, reconfirm }: EquivalenceLink,
  judge: ReturnType<typeof judging>,
): Equivalence {
  const { moves } = judge({ from, to });
  if (reconfirm !== true || moves.length === 0) return { kind, from, to, moves };
  return {
    kind,
    from,
    to,
    reconfirm,
    moves: moves.map((move) => (move.fate === 'kept' ? { ...move, fate: 'reconfirm' } : move)),
  };
}
