import { Injectable } from '@nestjs/common';
import { triggerOf } from '@probant/shared/findings/findings-from-score';
import { decideSettled } from '@probant/shared/findings/verification';
import type { OrganisationId } from '@probant/shared/ids';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import type { Question } from '@probant/shared/questionnaires/document';
import type { Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { accepted, found } from '../../platform/http/problem.js';
import { Findings } from '../findings/findings.public.js';
import { Versions } from '../questionnaires/questionnaires.public.js';
import { findFacts, Scoring, type AssessedFacts } from '../scoring/scoring.public.js';
import { questionIn } from './finding-reader.service.js';
import type { HeldFinding } from './held-finding.js';
import type { FindingVerificationEntity } from './remediation.entity.js';

/** Scores kept because of a verification, with the findings that follow them. */
@Injectable()
export class VerifiedScores {
  constructor(
    private readonly scoring: Scoring,
    private readonly findings: Findings,
    private readonly versions: Versions,
  ) {}

  async questionOf(
    tx: Tx,
    organisationId: OrganisationId,
    { finding: { assessmentId, questionId } }: HeldFinding,
  ): Promise<{ readonly facts: AssessedFacts; readonly question: Question }> {
    const facts = found(await findFacts(tx, organisationId, assessmentId));
    const { document } = await this.versions.get(tx, organisationId, facts.versionId);
    return { facts, question: found(questionIn(document, questionId)) };
  }

  async keepVerified(
    tx: Tx,
    { finding: { buyerId, assessmentId, questionId, id } }: HeldFinding,
    question: Question,
    verification: FindingVerificationEntity,
  ): Promise<void> {
    const { number, value, level, datedOn } = verification;
    // Ahead of the score that is kept for it, which a replay of the chain works out from it.
    await tx.record({
      kind: 'verification-kept',
      assessmentId,
      questionId,
      findingId: id,
      number,
      verification: { value, level, datedOn },
      verificationSha256: sha256(verificationText(verification)),
    });
    const kept = found(await this.scoring.keep(tx, buyerId, assessmentId, 'verified'));
    accepted(decideSettled(kept.scored.range.score, questionId, triggerOf(question)));
    await this.findings.follow(tx, kept.scored);
  }

  async keepEnded(tx: Tx, { finding: { buyerId, assessmentId } }: HeldFinding): Promise<void> {
    const kept = found(await this.scoring.keep(tx, buyerId, assessmentId, 'reopened'));
    await this.findings.follow(tx, kept.scored);
  }
}

/** The canonical text whose hash stands in the chain. */
export function verificationText({
  value,
  level,
  datedOn,
  onAnswerSha256,
}: Pick<FindingVerificationEntity, 'value' | 'level' | 'datedOn' | 'onAnswerSha256'>): string {
  return canonicalJson({ value, level, datedOn, onAnswerSha256 });
}
