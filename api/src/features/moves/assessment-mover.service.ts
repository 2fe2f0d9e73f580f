import { Inject, Injectable } from '@nestjs/common';
import { answeringAddress } from '@probant/shared/addresses';
import { missesRows } from '@probant/shared/answers/required-rows';
import { decideMove, decideReturn } from '@probant/shared/moves/decide-move';
import { listChanges } from '@probant/shared/moves/list-changes';
import { planSheet, type SheetPlan } from '@probant/shared/moves/plan-sheet';
import type { AssessmentId, MoveId } from '@probant/shared/ids';
import { hashContent, type HashedText } from '@probant/shared/questionnaires/content-hash';
import { IsNull } from 'typeorm';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import { Clock } from '../../platform/clock/clock.js';
import { CONFIG, type ServeConfig } from '../../platform/config/config-token.js';
import { newId } from '../../platform/database/new-id.js';
import type { Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { accepted } from '../../platform/http/problem.js';
import { Mail } from '../../platform/mail/mail.js';
import { toGivenAnswer } from '../answers/answers.public.js';
import {
  AssessmentEntity,
  readSupplierDocument,
  RecipientEntity,
} from '../assessments/assessments.public.js';
import type { PublishedVersion } from '../questionnaires/questionnaires.public.js';
import { readFrame, readSheet } from './move-frame.js';
import { MovePlans, type AskedThen } from './move-plans.service.js';
import { movedLetter, returnedLetter } from './moves.letters.js';

/** Who asked for it. */
export interface Mover {
  readonly accountId: string;
  readonly name: string;
}

interface Moving {
  readonly assessment: AssessmentEntity;
  readonly to: PublishedVersion;
  readonly then: AskedThen;
  readonly moveId: MoveId;
  readonly changes: readonly object[];
}

interface MoveRow {
  readonly number: number;
  readonly from_number: number;
  readonly from_version_sha256: string;
  readonly from_document_sha256: string;
  readonly from_question_count: number;
  readonly to_number: number;
  readonly after_submissions: number;
  readonly returned_at: Date | null;
  readonly last: boolean;
}

/** Takes one running assessment to another version of its questionnaire, and back. */
@Injectable()
export class AssessmentMover {
  constructor(
    private readonly plans: MovePlans,
    private readonly mail: Mail,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: ServeConfig,
  ) {}

  /** The transaction speaks for the buyer; what the supplier has written is moved in the supplier's name and told to nobody. */
  async move(
    tx: Tx,
    mover: Mover,
    id: AssessmentId,
    to: PublishedVersion,
    foreseen: { readonly versionNumber: number; readonly submissions: number },
  ): Promise<MoveId> {
    const assessment = await tx.lock(AssessmentEntity, { id });
    accepted(decideMove(assessment, { versionNumber: to.number, foreseen }));
    const { buyerId } = assessment;
    const plan = await this.plans.plan(tx, buyerId, assessment.versionSha256, to);
    const before = await readSupplierDocument(tx, assessment);
    const { context } = await readFrame(tx, assessment);
    const then = this.plans.askedIn(to, context);
    const changes = listChanges(before, then.document, plan.moves);
    const moveId = newId<MoveId>();
    await this.write(tx, mover, { assessment, to, then, moveId, changes });
    const sheet = await readSheet(tx, id);
    if (sheet !== null) {
      const rows = sheet.rows.map(
        ({ reconfirm, ...row }) => [row.questionId, { answer: toGivenAnswer(row), reconfirm }] as const,
      );
      const planned = planSheet({
        moveId,
        moves: plan.moves,
        sheet: { rows: Object.fromEntries(rows), linked: sheet.linked },
        questions: then.questions,
      });
      await writeSheet(tx, mover, { assessmentId: id, moveId, planned, then });
    }
    await this.tell(tx, mover, assessment, 'version-moved', changes.length);
    return moveId;
  }

  async return(tx: Tx, mover: Mover, id: AssessmentId, moveId: MoveId): Promise<void> {
    const assessment = await tx.lock(AssessmentEntity, { id });
    const row = await tx.get<MoveRow>(
      `SELECT m.number, m.from_number, m.from_version_sha256, m.from_document_sha256, m.from_question_count, m.to_number,
         m.after_submissions, m.returned_at, NOT EXISTS (SELECT 1 FROM version_moves o WHERE o.buyer_id = m.buyer_id
           AND o.assessment_id = m.assessment_id AND o.number > m.number AND o.returned_at IS NULL) AS last
       FROM version_moves m WHERE m.buyer_id = $1 AND m.assessment_id = $2 AND m.id = $3`,
      [assessment.buyerId, id, moveId],
    );
    const { after_submissions: afterSubmissions, returned_at, last } = row;
    accepted(decideReturn(assessment, { afterSubmissions, returned: returned_at !== null, last }));
    const { version_id } = await readFrame(tx, assessment);
    const from = await this.plans.named(tx, assessment.buyerId, version_id, row.from_version_sha256);
    Object.assign(assessment, {
      questionnaireTitle: from.title,
      versionNumber: row.from_number,
      versionSha256: row.from_version_sha256,
      documentSha256: row.from_document_sha256,
      questionCount: row.from_question_count,
      revision: assessment.revision + 1,
    });
    await tx.manager.save(assessment);
    await tx.query(
      'UPDATE version_moves SET returned_at = $3, returned_by_name = $4 WHERE buyer_id = $1 AND id = $2',
      [assessment.buyerId, moveId, this.clock.now(), mover.name],
    );
    await tx.recordForBoth({
      kind: 'version-move-returned',
      assessmentId: id,
      moveId,
      fromNumber: row.from_number,
      toNumber: row.to_number,
    });
    const { themes } = await readSupplierDocument(tx, assessment);
    const asked = themes.flatMap(({ questions }) => questions.map((question) => question.id));
    await tx.query('SELECT return_sheet($1, $2, $3, $4, $5)', [
      id,
      moveId,
      `account:${mover.accountId}`,
      asked,
      canonicalJson({ kind: 'answers-moved-back', assessmentId: id, moveId }),
    ]);
    await this.tell(tx, mover, assessment, 'version-returned', 0);
  }

  private async write(tx: Tx, mover: Mover, moving: Moving): Promise<void> {
    const { assessment, to, then, moveId, changes } = moving;
    const { buyerId, id: assessmentId, versionNumber: fromNumber } = assessment;
    const hashed = hashContent({ format: 1, changes }, sha256);
    await tx.query(
      'INSERT INTO supplier_documents (buyer_id, sha256, document_text) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [buyerId, then.built.sha256, then.built.text],
    );
    await insertMove(tx, mover, { assessment, to, then, moveId, hashed, at: this.clock.now() });
    const formerDocumentSha256 = assessment.documentSha256;
    Object.assign(assessment, {
      questionnaireTitle: to.title,
      versionNumber: to.number,
      versionSha256: to.sha256,
      documentSha256: then.built.sha256,
      questionCount: then.built.questions,
      revision: assessment.revision + 1,
    });
    await tx.manager.save(assessment);
    await tx.recordForBoth({
      kind: 'version-moved',
      assessmentId,
      moveId,
      fromNumber,
      toNumber: to.number,
      versionSha256: to.sha256,
      documentSha256: then.built.sha256,
      formerDocumentSha256,
      changesSha256: hashed.sha256,
    });
  }

  private async tell(
    tx: Tx,
    mover: Mover,
    assessment: AssessmentEntity,
    template: 'version-moved' | 'version-returned',
    changed: number,
  ): Promise<void> {
    const recipient = await tx.find(RecipientEntity, {
      buyerId: assessment.buyerId,
      assessmentId: assessment.id,
      revokedAt: IsNull(),
    });
    if (recipient === null) return;
    const compose = template === 'version-moved' ? movedLetter : returnedLetter;
    await this.mail.post(tx, {
      organisationId: assessment.buyerId,
      assessmentId: assessment.id,
      template,
      to: { address: recipient.email, name: recipient.name },
      language: recipient.language,
      ...compose(recipient.language, {
        buyerName: assessment.buyerName,
        sender: mover.name,
        title: assessment.title,
        version: assessment.versionNumber,
        changed,
        address: `${this.config.publicUrl}${answeringAddress(assessment.id)}`,
      }),
    });
  }
}

interface KeptMove extends Pick<Moving, 'assessment' | 'to' | 'then' | 'moveId'> {
  readonly hashed: HashedText;
  readonly at: Date;
}

async function insertMove(
  tx: Tx,
  mover: Mover,
  { assessment, to, then, moveId, hashed, at }: KeptMove,
): Promise<void> {
  const { buyerId, id: assessmentId, versionNumber: fromNumber } = assessment;
  await tx.query(
    `INSERT INTO version_moves (buyer_id, id, assessment_id, number, supplier_organisation_id, from_number,
       from_version_sha256, from_document_sha256, from_question_count, to_number, to_version_sha256, to_document_sha256,
       after_submissions, changes_text, changes_sha256, moved_by_name, moved_at)
     SELECT $1, $2, $3, 1 + (SELECT count(*) FROM version_moves WHERE buyer_id = $1 AND assessment_id = $3), $4, $5, $6, $7, $8,
       $9, $10, $11, $12, $13, $14, $15, $16`,
    [
      buyerId,
      moveId,
      assessmentId,
      assessment.supplierOrganisationId,
      fromNumber,
      assessment.versionSha256,
      assessment.documentSha256,
      assessment.questionCount,
      to.number,
      to.sha256,
      then.built.sha256,
      assessment.submissions,
      hashed.text,
      hashed.sha256,
      mover.name,
      at,
    ],
  );
}

async function writeSheet(
  tx: Tx,
  mover: Mover,
  {
    assessmentId,
    moveId,
    planned,
    then,
  }: {
    readonly assessmentId: AssessmentId;
    readonly moveId: MoveId;
    readonly planned: SheetPlan;
    readonly then: AskedThen;
  },
): Promise<void> {
  const writes = planned.writes.map(({ questionId, source, answer, reconfirm }) => {
    const question = then.questions.get(questionId);
    return {
      questionId,
      source,
      state: answer.state,
      ...(answer.state === 'answered' ? { value: answer.value } : {}),
      comment: answer.comment ?? '',
      justification: answer.state === 'na' ? answer.justification : '',
      partial: question !== undefined && missesRows(question, answer) !== undefined,
      reconfirm,
    };
  });
  const event = {
    kind: 'answers-moved',
    assessmentId,
    moveId,
    questionIds: writes.map(({ questionId }) => questionId),
    reconfirm: writes.flatMap(({ questionId, reconfirm }) => (reconfirm === null ? [] : [questionId])),
  } as const;
  await tx.query('SELECT move_sheet($1, $2, $3, $4, $5, $6, $7, $8)', [
    assessmentId,
    moveId,
    `account:${mover.accountId}`,
    JSON.stringify(writes),
    JSON.stringify(planned.links),
    planned.unlinks,
    [...then.questions.keys()],
    canonicalJson(event),
  ]);
}
