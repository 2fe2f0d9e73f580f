import { Injectable } from '@nestjs/common';
import { decideSettlement, isResolved, type Party } from '@probant/shared/assessments/clarification';
import type { AssessmentId } from '@probant/shared/ids';
import { reaches, type Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { Work } from '../../platform/database/work.js';
import { Files } from '../../platform/files/files.js';
import type { StoredFile } from '../../platform/files/stored-file.js';
import { accepted, fail, found } from '../../platform/http/problem.js';
import { AssessmentEntity } from '../assessments/assessments.public.js';
import type { ColleaguesResponse, SettleRequest } from './clarifications.dto.js';
import { sideOf } from './side-of.js';
import { partyOf, readMessages, readSettled } from './threads.js';

/** What is said about a thread without a message: that it is settled, and that somebody has read it. */
@Injectable()
export class ThreadMarks {
  constructor(
    private readonly work: Work,
    private readonly files: Files,
    private readonly clock: Clock,
  ) {}

  async settle(
    scope: Scope,
    party: Party,
    id: AssessmentId,
    { questionId, resolved }: SettleRequest,
  ): Promise<void> {
    if (!reaches(scope, questionId)) fail('not-found');
    await this.work.run(scope, async (tx) => {
      const assessment = await tx.lock(AssessmentEntity, sideOf(scope, party, id));
      const { buyerId, supplierOrganisationId, status } = assessment;
      const messages = (await readMessages(tx, assessment, id)).filter(
        (one) => one.questionId === questionId,
      );
      const [first] = messages;
      const mark = (await readSettled(tx, assessment, id)).get(questionId);
      const standing = {
        openedBy: first === undefined ? undefined : partyOf(first),
        resolved: isResolved(mark, messages.at(-1)?.at.getTime() ?? 0),
      };
      const kind = accepted(decideSettlement(status, standing, { party, resolved }));
      await tx.query(
        `INSERT INTO clarification_settlements (buyer_id, supplier_organisation_id, id, assessment_id, question_key,
           resolved, author_organisation_id, author_id, author_name, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          buyerId,
          supplierOrganisationId,
          newId(),
          id,
          questionId,
          resolved,
          scope.organisationId,
          scope.accountId,
          scope.accountName,
          this.clock.now(),
        ],
      );
      await tx.recordForBoth({ kind, assessmentId: id, questionId });
    });
  }

  async markRead(scope: Scope, party: Party, id: AssessmentId, questionId: string): Promise<void> {
    if (!reaches(scope, questionId)) fail('not-found');
    await this.work.run(scope, async (tx) => {
      found(await tx.find(AssessmentEntity, sideOf(scope, party, id)));
      await tx.query(
        `INSERT INTO clarification_reads (organisation_id, account_id, assessment_id, question_key, read_at)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (organisation_id, assessment_id, account_id, question_key) DO UPDATE SET read_at = excluded.read_at`,
        [scope.organisationId, scope.accountId, id, questionId, this.clock.now()],
      );
    });
  }

  colleagues(scope: Scope, party: Party, id: AssessmentId): Promise<ColleaguesResponse> {
    return this.work.run(scope, async (tx) => {
      found(await tx.find(AssessmentEntity, sideOf(scope, party, id)));
      const items = await tx.query<{ accountId: string; name: string }>(
        `SELECT a.id AS "accountId", a.name FROM memberships m JOIN accounts a ON a.id = m.account_id
         WHERE m.organisation_id = $1 AND a.id <> $2 ORDER BY a.name, a.id`,
        [scope.organisationId, scope.accountId],
      );
      return { items };
    });
  }

  async file(
    scope: Scope,
    party: Party,
    id: AssessmentId,
    fileId: string,
  ): Promise<{ readonly name: string; readonly mediaType: string; readonly file: StoredFile }> {
    const row = await this.work.run(scope, async (tx) => {
      const { buyerId, supplierOrganisationId } = found(
        await tx.find(AssessmentEntity, sideOf(scope, party, id)),
      );
      return tx.get<{ name: string; media_type: string; sha256: string; author_organisation_id: string }>(
        `SELECT name, media_type, sha256, author_organisation_id FROM clarification_files
         WHERE buyer_id = $1 AND supplier_organisation_id = $2 AND assessment_id = $3 AND id = $4`,
        [buyerId, supplierOrganisationId, id, fileId],
      );
    });
    const file = await this.files.store.find({
      organisationId: row.author_organisation_id as Scope['organisationId'],
      sha256: row.sha256,
    });
    return file === undefined ? fail('file-corrupted') : { name: row.name, mediaType: row.media_type, file };
  }
}
