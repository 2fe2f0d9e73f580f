import { Injectable } from '@nestjs/common';
import { findGiven } from '@probant/shared/answers/given-answer';
import { findQuestion } from '@probant/shared/answers/visibility';
import { possibleFindingActs, type FindingAct } from '@probant/shared/findings/lifecycle';
import { toFollowedFinding, toToldActs, type ToldAct } from '@probant/shared/findings/supplier-findings';
import { isOverdue } from '@probant/shared/findings/finding';
import type { Question, QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { allows, type Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/work.js';
import { readSupplierDocument, type AssessmentEntity } from '../assessments/assessments.public.js';
import { FindingActEntity, standingOf, toFinding, type FindingEntity } from '../findings/findings.public.js';
import { Versions } from '../questionnaires/questionnaires.public.js';
import { findFacts } from '../scoring/scoring.public.js';
import type { HeldFinding } from './held-finding.js';
import type {
  AcceptanceResponse,
  FindingActResponse,
  FindingFileResponse,
  FindingPieceResponse,
  FollowedFileResponse,
  FollowedFindingResponse,
  FindingVerificationResponse,
} from './remediation.dto.js';
import {
  FindingAcceptanceEntity,
  FindingPieceEntity,
  FindingVerificationEntity,
} from './remediation.entity.js';

/** A finding with everything that became of it, as each side reads it. */
@Injectable()
export class FindingReader {
  constructor(
    private readonly versions: Versions,
    private readonly clock: Clock,
  ) {}

  async readFile(tx: Tx, scope: Scope, { finding, assessment }: HeldFinding): Promise<FindingFileResponse> {
    const { buyerId, assessmentId, questionId } = finding;
    const frame = await tx.get<Frame>(
      `SELECT engagement_name AS "engagementName", supplier_id AS "supplierId", supplier_name AS "supplierName"
       FROM assessment_frames WHERE organisation_id = $1 AND assessment_id = $2`,
      [buyerId, assessmentId],
    );
    const facts = await findFacts(tx, buyerId, assessmentId);
    const version = facts && (await this.versions.get(tx, buyerId, facts.versionId));
    const acceptances = await this.readAcceptances(tx, scope, finding);
    return {
      ...toFinding(finding, this.clock.today()),
      ...frame,
      engagementId: assessment.engagementId,
      hasCounterpart: assessment.supplierOrganisationId !== null,
      possible: possibleOf(scope, finding, acceptances),
      question: (version && questionIn(version.document, questionId)) ?? null,
      answer: (facts && findGiven(facts.answers, questionId)) ?? null,
      acts: (await readActs(tx, finding)).map(toActResponse),
      pieces: await readPieces(tx, finding),
      verifications: await readVerifications(tx, finding),
      acceptances,
    };
  }

  /** The keys of the allow-list, and the acts that were told. */
  async readFollowed(
    tx: Tx,
    scope: Scope,
    { finding, assessment }: HeldFinding,
  ): Promise<FollowedFileResponse> {
    const document = await readSupplierDocument(tx, assessment);
    const acts = toToldActs(await readActs(tx, finding));
    return {
      ...this.toFollowed(finding, assessment),
      questionText: findQuestion(document, finding.questionId)?.text ?? null,
      possible: possibleFindingActs(finding, 'supplier', scope.roles),
      acts: acts.map(toActResponse),
      pieces: await readPieces(tx, finding),
    };
  }

  toFollowed(
    finding: FindingEntity,
    { buyerName, title }: Pick<AssessmentEntity, 'buyerName' | 'title'>,
  ): FollowedFindingResponse {
    const { standing, ...shown } = toFollowedFinding({ ...finding, standing: standingOf(finding) });
    return {
      ...shown,
      ...standing,
      assessmentId: finding.assessmentId,
      overdue: isOverdue(standing, this.clock.today()),
      buyerName,
      title,
      revision: finding.revision,
    };
  }

  private async readAcceptances(
    tx: Tx,
    { accountId }: Scope,
    { buyerId, id }: FindingEntity,
  ): Promise<AcceptanceResponse[]> {
    const rows = await tx.manager.find(FindingAcceptanceEntity, {
      where: { organisationId: buyerId, findingId: id },
      order: { number: 'ASC' },
    });
    return rows.map((row) => ({
      number: row.number,
      reason: row.reason,
      until: row.until,
      askedByName: row.askedByName,
      askedAt: row.askedAt.toISOString(),
      own: row.askedBy === accountId,
      decision: row.decision,
      decisionReason: row.decisionReason,
      decidedByName: row.decidedByName,
      decidedAt: row.decidedAt?.toISOString() ?? null,
    }));
  }
}

export function questionIn({ themes }: QuestionnaireDocument, questionId: string): Question | undefined {
  return themes.flatMap(({ questions }) => questions).find(({ id }) => id === questionId);
}

interface Frame {
  readonly engagementName: string;
  readonly supplierId: string;
  readonly supplierName: string;
}

/** A risk is decided on once somebody else asked for it, and asked for once at a time. */
function possibleOf(
  scope: Scope,
  finding: FindingEntity,
  acceptances: readonly AcceptanceResponse[],
): FindingAct[] {
  const asked = acceptances.find(({ decision }) => decision === null);
  return possibleFindingActs(finding, 'buyer', scope.roles).filter((act) => {
    if (act === 'ask-acceptance') return asked === undefined;
    if (act === 'accept' || act === 'refuse-acceptance')
      return asked !== undefined && !asked.own && allows(scope, 'risks:accept');
    if (act === 'comment') return finding.sharedAt !== null;
    return true;
  });
}

async function readActs(tx: Tx, { buyerId, id }: FindingEntity): Promise<ToldAct[]> {
  const acts = await tx.manager.find(FindingActEntity, {
    where: { buyerId, findingId: id },
    order: { number: 'ASC' },
  });
  return acts.map(({ number, act, side, authorName, reason, at, ...row }) => ({
    number,
    act,
    by: side,
    authorName,
    reason,
    standing: {
      status: row.status,
      plan: row.plan,
      proposal: row.proposal,
      acceptedUntil: row.acceptedUntil,
    },
    at: at.toISOString(),
  }));
}

function toActResponse({ number, act, by, authorName, reason, standing, at }: ToldAct): FindingActResponse {
  return { number, act, by, authorName, reason, ...standing, at };
}

async function readPieces(tx: Tx, { buyerId, id }: FindingEntity): Promise<FindingPieceResponse[]> {
  const pieces = await tx.manager.find(FindingPieceEntity, {
    where: { buyerId, findingId: id },
    order: { attachedAt: 'ASC', evidenceId: 'ASC' },
  });
  return pieces.map((piece) => ({
    evidenceId: piece.evidenceId,
    name: piece.name,
    kind: piece.kind,
    mediaType: piece.mediaType,
    bytes: Number(piece.bytes),
    sha256: piece.sha256,
    scanEngine: piece.scanEngine,
    scanPartial: piece.scanPartial,
    datedOn: piece.datedOn,
    expiresOn: piece.expiresOn,
    attachedBy: piece.attachedByName,
    attachedAt: piece.attachedAt.toISOString(),
  }));
}

async function readVerifications(
  tx: Tx,
  { buyerId, id }: FindingEntity,
): Promise<FindingVerificationResponse[]> {
  const rows = await tx.manager.find(FindingVerificationEntity, {
    where: { organisationId: buyerId, findingId: id },
    order: { number: 'ASC' },
  });
  return rows.map(({ number, level, value, datedOn, verifiedByName, at, endedAt }) => ({
    number,
    level,
    value,
    datedOn,
    byName: verifiedByName,
    at: at.toISOString(),
    stands: endedAt === null,
  }));
}
