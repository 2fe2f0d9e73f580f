import { canonicalJson } from './canonical-json.js';
import type { ProofSeal } from './manifest.js';

export function sealText(seal: Omit<ProofSeal, 'format'>): string {
  return canonicalJson({ ...seal, format: 'probant-seal/1' });
}
