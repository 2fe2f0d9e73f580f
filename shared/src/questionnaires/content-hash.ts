import { canonicalJson } from '../proof/canonical-json.js';
import type { Sha256 } from '../proof/chain.js';

/** A document as it is kept: the canonical text is the document, and the hash is of that text. */
export interface HashedText {
  readonly text: string;
  readonly sha256: string;
}

export function hashContent(content: unknown, sha256: Sha256): HashedText {
  const text = canonicalJson(content);
  return { text, sha256: sha256(text) };
}
