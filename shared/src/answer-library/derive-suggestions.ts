import { parisDay, type Instant } from '../calendar.js';
import { deriveFreshness, type DatedPiece, type Freshness } from '../evidence/freshness.js';
import { canonicalJson } from '../proof/canonical-json.js';
import type { SupplierQuestion } from '../questionnaires/supplier-questionnaire.js';
import { alikenessKinds, deriveAlikeness, type Alikeness, type Declared } from './alikeness.js';
import { fitAnswer, type Fit } from './fit-answer.js';
import type { LibraryContent } from './library-entry.js';

export interface LibraryPiece extends DatedPiece {
  readonly id: string;
  /** A newer piece has taken its place. */
  readonly superseded: boolean;
}

export interface Candidate extends LibraryContent {
  readonly similarity: number;
  readonly declared: Declared;
  readonly givenAt: Instant;
  readonly pieces: readonly LibraryPiece[];
}

export interface SuggestedPiece {
  readonly id: string;
  readonly freshness: Exclude<Freshness, 'stale'>;
}

export interface Suggestion<C> {
  readonly candidate: C;
  readonly alikeness: Alikeness;
  readonly fit: Fit;
  readonly pieces: readonly SuggestedPiece[];
  /** Pieces that were shown with it and have expired since: they are not offered again. */
  readonly expired: number;
}

export const maxSuggestions = 5;

/** Earlier answers to offer beside a question: the closest first, then those that can be taken over, then the latest; one of each. */
export function deriveSuggestions<C extends Candidate>(
  question: SupplierQuestion,
  candidates: readonly C[],
  now: Instant,
): Suggestion<C>[] {
  const offered = candidates.flatMap((candidate): Suggestion<C>[] => {
    const { question: earlier, similarity, declared } = candidate;
    const alikeness = deriveAlikeness({ question, earlier, similarity, declared });
    if (alikeness === undefined) return [];
    const fit = fitAnswer(question, candidate, alikeness.how, now);
    const { pieces, expired } = freshPieces(question, candidate.pieces, now);
    if (fit.fits === 'pieces' && pieces.length === 0) return [];
    return [{ candidate, alikeness, fit, pieces, expired }];
  });
  const seen = new Set<string>();
  return offered
    .sort(byWorth)
    .filter((suggestion) => {
      const says = whatItSays(suggestion);
      return !seen.has(says) && seen.add(says);
    })
    .slice(0, maxSuggestions);
}

function freshPieces(
  question: SupplierQuestion,
  pieces: readonly LibraryPiece[],
  now: Instant,
): { readonly pieces: SuggestedPiece[]; readonly expired: number } {
  const judged = pieces
    .filter(({ superseded }) => !superseded)
    .map((piece) => ({
      id: piece.id,
      freshness: deriveFreshness(piece, question.evidence.maxAgeMonths, parisDay(now)),
    }));
  const fresh = judged.flatMap(({ id, freshness }) => (freshness === 'stale' ? [] : [{ id, freshness }]));
  return { pieces: fresh, expired: judged.length - fresh.length };
}

function byWorth<C extends Candidate>(one: Suggestion<C>, other: Suggestion<C>): number {
  const rank = ({ alikeness }: Suggestion<C>): number => alikenessKinds.indexOf(alikeness.how);
  const usable = ({ fit }: Suggestion<C>): number => (fit.fits === false ? 1 : 0);
  const [mine, theirs] = [one.candidate.givenAt, other.candidate.givenAt];
  return (
    usable(one) - usable(other) ||
    rank(one) - rank(other) ||
    other.alikeness.percent - one.alikeness.percent ||
    (mine === theirs ? 0 : mine < theirs ? 1 : -1)
  );
}

/** The same answer to two wordings of a question is offered once. */
function whatItSays<C extends Candidate>({ candidate, fit, pieces }: Suggestion<C>): string {
  if (fit.fits === true) return canonicalJson(fit.answer);
  const ids = pieces.map(({ id }) => id).sort();
  return canonicalJson({ answer: candidate.answer, ...(fit.fits === 'pieces' ? { ids } : {}) });
}
