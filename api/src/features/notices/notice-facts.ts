import type { EngagementId, OrganisationId } from '@probant/shared/ids';
import type { ContractFacts, ReadPassage } from '@probant/shared/notices/draft';
import type { WeighedPiece } from '@probant/shared/notices/gates';
import type { LetterPiece } from '@probant/shared/notices/letter';
import type { EvidenceLevel } from '@probant/shared/questionnaires/document';
import { strengthOfLevel, type StrengthOfLevel } from '@probant/shared/scoring/evidence-strength';
import type { Tx } from '../../platform/database/work.js';
import { findContract, type ReadContract } from '../contracts/contracts.public.js';
import type { Library } from '../library/library.public.js';
import type { NoticePieceEntity } from './notice-pieces.entity.js';

const substantialClause = 'CL-11';
const terminationClause = 'CL-20';

/** What the contract's file says of a termination for breach. */
export async function readContractFacts(
  tx: Tx,
  organisationId: OrganisationId,
  engagementId: EngagementId,
): Promise<ContractFacts> {
  const contract = await findContract(tx, organisationId, engagementId);
  return {
    terms: contract?.terms ?? null,
    substantial: passageOf(contract, substantialClause),
    termination: passageOf(contract, terminationClause),
  };
}

function passageOf(contract: ReadContract | null, clauseId: string): ReadPassage | null {
  const clause = contract?.clauses.get(clauseId);
  return clause === undefined ? null : { ...clause };
}

/** A piece of the supplier's own submissions that the review accepted: what it admitted needs no other proof. */
export interface SubmittedProof extends LetterPiece {
  readonly level: EvidenceLevel;
}

export function listSubmittedProofs(
  tx: Tx,
  organisationId: OrganisationId,
  engagementId: EngagementId,
): Promise<SubmittedProof[]> {
  return tx.query<SubmittedProof>(
    `SELECT DISTINCT ON (p.evidence_id) p.evidence_id AS id, p.name, p.sha256, p.dated_on::text AS "datedOn", r.level
       FROM submission_pieces p
       JOIN assessments a ON a.buyer_id = p.buyer_id AND a.id = p.assessment_id
       JOIN evidence_reviews r ON r.organisation_id = p.buyer_id AND r.assessment_id = p.assessment_id
         AND r.evidence_id = p.evidence_id AND r.verdict = 'accepted' AND r.level IS NOT NULL
      WHERE p.buyer_id = $1 AND a.engagement_id = $2
      ORDER BY p.evidence_id, r.level DESC`,
    [organisationId, engagementId],
  );
}

/** Every piece that a breach may cite, with what it is worth as proof. */
export interface ProofPieces {
  readonly weighed: readonly WeighedPiece[];
  readonly named: readonly LetterPiece[];
  readonly ids: ReadonlySet<string>;
}

export function proofPieces(
  library: Library,
  own: readonly NoticePieceEntity[],
  submitted: readonly SubmittedProof[],
): ProofPieces {
  const phi: StrengthOfLevel = strengthOfLevel(library.questionBank().evidence);
  const all = [...own.filter(({ role }) => role === 'breach'), ...submitted];
  return {
    weighed: all.map(({ id, level, datedOn }) => ({
      id,
      phi: level === null ? 0 : (phi.get(level) ?? 0),
      datedOn,
    })),
    named: all.map(({ id, name, datedOn, sha256 }) => ({ id, name, datedOn, sha256 })),
    ids: new Set(all.map(({ id }) => id)),
  };
}
