import type { ChainHead, Sha256 } from './chain.js';

/** One step from a leaf to its root: the hash beside, and on which side it stands. */
export interface MerkleStep {
  readonly side: 'left' | 'right';
  readonly hash: string;
}

export interface MerkleTree {
  readonly root: string;
  /** By leaf, in the order they were given. */
  readonly paths: readonly (readonly MerkleStep[])[];
}

/** Leaves and nodes are hashed under different first lines, so that none can pass for the other. */
export function leafHash({ chainId, sequence, hash }: ChainHead, sha256: Sha256): string {
  return sha256(['probant-leaf/1', chainId, String(sequence), hash].join('\n'));
}

/** A node without a neighbour rises unchanged. At least one head. */
export function growTree(heads: readonly ChainHead[], sha256: Sha256): MerkleTree {
  const paths: MerkleStep[][] = heads.map(() => []);
  let level = heads.map((head, leaf) => ({ hash: leafHash(head, sha256), leaves: [leaf] }));
  while (level.length > 1) level = rise(level, paths, sha256);
  const [top] = level;
  if (top === undefined) throw new RangeError('a tree has at least one leaf');
  return { root: top.hash, paths };
}

interface Branch {
  readonly hash: string;
  readonly leaves: number[];
}

function rise(level: readonly Branch[], paths: readonly MerkleStep[][], sha256: Sha256): Branch[] {
  const next: Branch[] = [];
  for (let place = 0; place < level.length; place += 2) {
    const [left, right] = [level[place], level[place + 1]];
    if (left === undefined) continue;
    if (right === undefined) {
      next.push(left);
      continue;
    }
    for (const leaf of left.leaves) paths[leaf]?.push({ side: 'right', hash: right.hash });
    for (const leaf of right.leaves) paths[leaf]?.push({ side: 'left', hash: left.hash });
    next.push({ hash: nodeHash(left.hash, right.hash, sha256), leaves: left.leaves.concat(right.leaves) });
  }
  return next;
}

export function climb(head: ChainHead, path: readonly MerkleStep[], sha256: Sha256): string {
  return path.reduce(
    (hash, step) =>
      step.side === 'left' ? nodeHash(step.hash, hash, sha256) : nodeHash(hash, step.hash, sha256),
    leafHash(head, sha256),
  );
}

function nodeHash(left: string, right: string, sha256: Sha256): string {
  return sha256(['probant-node/1', left, right].join('\n'));
}

export function isMerkleStep(value: unknown): value is MerkleStep {
  if (typeof value !== 'object' || value === null) return false;
  const { side, hash } = value as Partial<Record<keyof MerkleStep, unknown>>;
  return (side === 'left' || side === 'right') && typeof hash === 'string';
}
