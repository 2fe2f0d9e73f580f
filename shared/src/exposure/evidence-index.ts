import type { ScoreLine } from '../scoring/trace.js';

export interface LinkedProof {
  readonly question: string;
  readonly status: ScoreLine['status'];
  /** φ */
  readonly phi: number;
}

export interface EvidenceIndex {
  /** φ̄, 0 to 1; null when no linked question applies. */
  readonly index: number | null;
  readonly questions: readonly LinkedProof[];
}

/** How well proven the answers are that a scenario rests on; a missing answer proves nothing, one that does not apply is left out. */
export function evidenceIndex(
  lines: readonly Pick<ScoreLine, 'question' | 'status' | 'phi'>[],
  linked: readonly string[],
): EvidenceIndex {
  const questions = linked.flatMap((id): LinkedProof[] => {
    const line = lines.find(({ question }) => question === id);
    if (line === undefined || line.status === 'out-of-scope' || line.status === 'na') return [];
    return [{ question: id, status: line.status, phi: line.status === 'missing' ? 0 : line.phi }];
  });
  const total = questions.reduce((sum, { phi }) => sum + phi, 0);
  return { index: questions.length === 0 ? null : total / questions.length, questions };
}
