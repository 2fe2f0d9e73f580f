import { Injectable } from '@nestjs/common';
import { findNudgeRefusal } from '@probant/shared/assessments/stuck';
import { fieldRefusal } from '@probant/shared/decision';
import type { CampaignId } from '@probant/shared/ids';
import { languages } from '@probant/shared/questionnaires/document';
import { IsNull } from 'typeorm';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { fail } from '../../platform/http/problem.js';
import {
  AssessmentEntity,
  Assessments,
  RecipientEntity,
  Recipients,
} from '../assessments/assessments.public.js';
import type {
  NudgedResponse,
  NudgeLetterResponse,
  NudgePreviewResponse,
  NudgeRefusalResponse,
  NudgeRequest,
} from './campaign-control.dto.js';
import { readFollowed, readToday, type FollowedRequest } from './read-control.js';

interface Sorted {
  readonly today: string;
  readonly reached: readonly FollowedRequest[];
  readonly refused: readonly NudgeRefusalResponse[];
}

/** Reminders by hand, in one's own words: shown before they leave, one a day for each recipient. */
@Injectable()
export class Nudges {
  constructor(
    private readonly work: Work,
    private readonly recipients: Recipients,
    private readonly assessments: Assessments,
    private readonly clock: Clock,
  ) {}

  preview(scope: Scope, campaignId: CampaignId, request: NudgeRequest): Promise<NudgePreviewResponse> {
    return this.work.run(scope, async (tx) => {
      const { reached, refused } = await this.sort(tx, scope, campaignId, request);
      const letters: NudgeLetterResponse[] = [];
      for (const language of languages) {
        const readers = reached.filter((one) => one.language === language);
        const [first] = readers;
        if (first === undefined) continue;
        const { assessment, recipient } = await readAsked(tx, scope, first);
        const { subject, text } = this.recipients.showReminder(
          scope,
          { assessment, recipient },
          trimmed(request),
        );
        letters.push({ language, recipientName: recipient.name, recipients: readers.length, subject, text });
      }
      return { letters, refused: [...refused] };
    });
  }

  send(scope: Scope, campaignId: CampaignId, request: NudgeRequest): Promise<NudgedResponse> {
    return this.work.run(scope, async (tx) => {
      // Held before anything is asked of them: a submission, or a reminder of somebody else, comes before or after.
      await tx.query(
        'SELECT 1 FROM assessments WHERE buyer_id = $1 AND campaign_id = $2 AND id = ANY ($3::uuid[]) ORDER BY id FOR UPDATE',
        [scope.organisationId, campaignId, request.assessmentIds],
      );
      const { today, reached, refused } = await this.sort(tx, scope, campaignId, request);
      for (const one of reached) await this.sendOne(tx, scope, one, { today, request });
      return { nudged: reached.length, refused: [...refused] };
    });
  }

  private async sendOne(
    tx: Tx,
    scope: Scope,
    followed: FollowedRequest,
    { today, request }: { readonly today: string; readonly request: NudgeRequest },
  ): Promise<void> {
    const { assessment, recipient } = await readAsked(tx, scope, followed);
    const said = trimmed(request);
    await tx.query(
      `INSERT INTO assessment_nudges (buyer_id, assessment_id, to_address, day, words, sent_by, sent_by_name, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        ...[assessment.buyerId, assessment.id, recipient.email, today, said[recipient.language]],
        ...[scope.accountId, scope.accountName, this.clock.now()],
      ],
    );
    await this.assessments.remindOne(tx, scope, { assessment, recipient, said });
  }

  private async sort(
    tx: Tx,
    scope: Scope,
    campaignId: CampaignId,
    { assessmentIds }: NudgeRequest,
  ): Promise<Sorted> {
    await tx.get('SELECT 1 FROM campaigns WHERE organisation_id = $1 AND id = $2', [
      ...[scope.organisationId, campaignId],
    ]);
    const followed = await readFollowed(tx, scope, campaignId, assessmentIds);
    const errors = assessmentIds.flatMap((id, index) =>
      followed.some(({ assessmentId }) => assessmentId === id)
        ? []
        : [fieldRefusal(`/assessmentIds/${index}`, 'unknown-reference')],
    );
    if (errors.length > 0) fail('invalid-input', { errors });
    const today = await readToday(tx, scope, this.clock.now());
    const refused = followed.flatMap((one) => {
      const refusal = findNudgeRefusal(one, today);
      const { assessmentId, supplierName } = one;
      return refusal === null ? [] : [{ assessmentId, supplierName, refusal }];
    });
    return { today, refused, reached: followed.filter((one) => findNudgeRefusal(one, today) === null) };
  }
}

function trimmed({ words }: NudgeRequest): NudgeRequest['words'] {
  return { fr: words.fr.trim(), en: words.en.trim() };
}

async function readAsked(
  tx: Tx,
  { organisationId: buyerId }: Scope,
  { assessmentId }: FollowedRequest,
): Promise<{ readonly assessment: AssessmentEntity; readonly recipient: RecipientEntity }> {
  return {
    assessment: await tx.manager.findOneByOrFail(AssessmentEntity, { buyerId, id: assessmentId }),
    recipient: await tx.manager.findOneByOrFail(RecipientEntity, {
      ...{ buyerId, assessmentId },
      revokedAt: IsNull(),
    }),
  };
}
