import { Injectable } from '@nestjs/common';
import { parisDay } from '@probant/shared/calendar';
import type { AssessmentId, CarryId, OrganisationId } from '@probant/shared/ids';
import { listChanges, questionsById, type QuestionChange } from '@probant/shared/moves/list-changes';
import { hashContent, type HashedText } from '@probant/shared/questionnaires/content-hash';
import type { SupplierQuestionnaire } from '@probant/shared/questionnaires/supplier-questionnaire';
import { movesWithin, planCarry, type CarryPlan } from '@probant/shared/reassessments/plan-carry';
import { newId } from '../../platform/database/new-id.js';
import type { Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import type { AnsweredBefore } from '../assessments/assessments.public.js';
import { MovePlans } from '../moves/moves.public.js';
import type { PublishedVersion } from '../questionnaires/questionnaires.public.js';
import type { LastAnswers } from './last-answers.js';

/** What is kept of a carry, as its canonical text says it. */
export interface CarryContent extends CarryPlan {
  readonly format: 1;
  readonly fromNumber: number;
  readonly toNumber: number;
  /** Questions that are others than those answered then. */
  readonly changes: readonly QuestionChange[];
}

export interface PreparedCarry {
  readonly id: CarryId;
  readonly last: LastAnswers;
  readonly content: CarryContent;
  readonly hashed: HashedText;
  readonly before: AnsweredBefore;
}

/** Works out, on the buyer's side and from what both sides have read, which answers open the next assessment. */
@Injectable()
export class CarryPlanner {
  constructor(private readonly plans: MovePlans) {}

  async prepare(
    tx: Tx,
    organisationId: OrganisationId,
    last: LastAnswers,
    { version, documentText }: { readonly version: PublishedVersion; readonly documentText: string },
  ): Promise<PreparedCarry> {
    const { submission } = last;
    const { from, moves: onwards } = await this.plans.plan(
      tx,
      organisationId,
      submission.questionnaire.versionSha256,
      version,
    );
    const before = await readAsked(tx, organisationId, submission.questionnaire.documentSha256);
    // Written by the rule that builds it.
    const after = JSON.parse(documentText) as SupplierQuestionnaire;
    const moves = from.id === version.id ? movesWithin(questionsById(before)) : onwards;
    const id = newId<CarryId>();
    const plan = planCarry({
      ...{ carryId: id, givenAt: submission.submittedAt, moves },
      answers: submission.answers,
      linked: [...new Set(submission.pieces.flatMap(({ questions }) => questions))],
      questions: questionsById(after),
    });
    const content: CarryContent = {
      ...{ format: 1, fromNumber: from.number, toNumber: version.number },
      ...plan,
      changes: listChanges(before, after, moves),
    };
    return {
      ...{ id, last, content },
      hashed: hashContent(content, sha256),
      before: { answeredOn: parisDay(submission.submittedAt), answers: plan.answers.length },
    };
  }

  async keep(
    tx: Tx,
    buyerId: OrganisationId,
    { assessmentId, carry, at }: { assessmentId: AssessmentId; carry: PreparedCarry; at: Date },
  ): Promise<void> {
    const { id, last, hashed } = carry;
    await tx.query(
      `INSERT INTO assessment_carries (buyer_id, id, assessment_id, from_assessment_id, submission_id, supplier_organisation_id,
         given_at, carry_text, carry_sha256, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[buyerId, id, assessmentId, last.assessmentId, last.submissionId, last.supplierOrganisationId],
        ...[last.submission.submittedAt, hashed.text, hashed.sha256, at],
      ],
    );
  }
}

async function readAsked(
  tx: Tx,
  buyerId: OrganisationId,
  documentSha256: string,
): Promise<SupplierQuestionnaire> {
  const { document_text } = await tx.get<{ document_text: string }>(
    'SELECT document_text FROM supplier_documents WHERE buyer_id = $1 AND sha256 = $2',
    [buyerId, documentSha256],
  );
  return JSON.parse(document_text) as SupplierQuestionnaire;
}
