import { Injectable } from '@nestjs/common';
import { fieldRefusal } from '@probant/shared/decision';
import type { AssessmentId, CampaignId } from '@probant/shared/ids';
import { languages } from '@probant/shared/questionnaires/document';
import type { Scope } from '../../platform/access/scope.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { fail, found } from '../../platform/http/problem.js';
import { Assessments, HandReminders, Recipients } from '../assessments/assessments.public.js';
import type { NudgeLetterResponse, NudgePreviewResponse, NudgeRequest } from './campaign-control.dto.js';
import type { RemindedResponse } from './campaigns.dto.js';
import { toReminded } from './to-reminded.js';

/** Reminders by hand, in one's own words: shown before they leave. */
@Injectable()
export class Nudges {
  constructor(
    private readonly work: Work,
    private readonly recipients: Recipients,
    private readonly assessments: Assessments,
    private readonly reminders: HandReminders,
  ) {}

  preview(scope: Scope, campaignId: CampaignId, request: NudgeRequest): Promise<NudgePreviewResponse> {
    return this.work.run(scope, async (tx) => {
      const asked = await this.reminders.read(tx, scope, await readNamed(tx, scope, campaignId, request));
      const letters: NudgeLetterResponse[] = [];
      for (const language of languages) {
        const readers = asked.filter((one) => one.refusal === null && one.language === language);
        const [first] = readers;
        if (first === undefined) continue;
        const { assessment, recipient } = await this.assessments.hold(tx, first.assessmentId);
        const reader = found(recipient);
        const { subject, text } = this.recipients.showReminder(
          scope,
          { assessment, recipient: reader },
          trimmed(request),
        );
        letters.push({ language, recipientName: reader.name, recipients: readers.length, subject, text });
      }
      return { letters, refused: toReminded({ reminded: 0, refused: asked }).refused };
    });
  }

  send(scope: Scope, campaignId: CampaignId, request: NudgeRequest): Promise<RemindedResponse> {
    return this.work.run(scope, async (tx) => {
      const ids = await readNamed(tx, scope, campaignId, request);
      return toReminded(await this.reminders.remind(tx, scope, ids, trimmed(request)));
    });
  }
}

function trimmed({ words }: NudgeRequest): NudgeRequest['words'] {
  return { fr: words.fr.trim(), en: words.en.trim() };
}

/** Requests of this campaign, all of them. */
async function readNamed(
  tx: Tx,
  { organisationId }: Scope,
  campaignId: CampaignId,
  { assessmentIds }: NudgeRequest,
): Promise<AssessmentId[]> {
  await tx.get('SELECT 1 FROM campaigns WHERE organisation_id = $1 AND id = $2', [
    ...[organisationId, campaignId],
  ]);
  const named = await tx.query<{ id: AssessmentId }>(
    'SELECT id FROM assessments WHERE buyer_id = $1 AND campaign_id = $2 AND id = ANY ($3::uuid[])',
    [organisationId, campaignId, assessmentIds],
  );
  const errors = assessmentIds.flatMap((id, index) =>
    named.some((one) => one.id === id) ? [] : [fieldRefusal(`/assessmentIds/${index}`, 'unknown-reference')],
  );
  if (errors.length > 0) fail('invalid-input', { errors });
  return named.map(({ id }) => id);
}
