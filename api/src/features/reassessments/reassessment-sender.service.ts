import { Injectable } from '@nestjs/common';
import { stopsSend } from '@probant/shared/assessments/preflight';
import type { AssessmentId, EngagementId, OrganisationId } from '@probant/shared/ids';
import type { ReassessmentCause } from '@probant/shared/reassessments/due-reassessment';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/work.js';
import { found } from '../../platform/http/problem.js';
import {
  Campaigns,
  Preflight,
  type CampaignSender,
  type CheckedSend,
} from '../campaigns/campaigns.public.js';
import { Versions, type PublishedVersion } from '../questionnaires/questionnaires.public.js';
import { CarryPlanner } from './carry-planner.service.js';
import { findLastAnswers, type LastAnswers } from './last-answers.js';
import type { ReassessmentIssue } from './reassessments.dto.js';

/** All that a reassessment of an engagement needs, and what stands against it. */
export interface PreparedReassessment {
  readonly engagementId: EngagementId;
  readonly last: LastAnswers | undefined;
  readonly version: PublishedVersion | undefined;
  readonly checked: CheckedSend | undefined;
  readonly issues: readonly ReassessmentIssue[];
  readonly ready: boolean;
}

interface Launch {
  readonly prepared: PreparedReassessment;
  readonly dueOn: string;
  readonly message: string;
  /** The moments that it answers, the one that called for it first; none: a person wished it. */
  readonly causes: readonly ReassessmentCause[];
  readonly byRule: boolean;
}

/** Asks again what was answered: the newest version of the same questionnaire, of the same person, opened with the answers of then. */
@Injectable()
export class ReassessmentSender {
  constructor(
    private readonly campaigns: Campaigns,
    private readonly preflight: Preflight,
    private readonly versions: Versions,
    private readonly carries: CarryPlanner,
    private readonly clock: Clock,
  ) {}

  /** What stands against it; the caller who goes on to launch holds the engagement's row. */
  async prepare(
    tx: Tx,
    organisationId: OrganisationId,
    engagementId: EngagementId,
    dueOn: string,
  ): Promise<PreparedReassessment> {
    const last = await findLastAnswers(tx, organisationId, engagementId);
    const version = last && (await this.versions.newest(tx, organisationId, last.versionId));
    if (last === undefined || version === undefined) {
      const issue: ReassessmentIssue = last === undefined ? 'never-answered' : 'version-retired';
      return { engagementId, last, version, checked: undefined, issues: [issue], ready: false };
    }
    const item = { engagementId, ...(last.contactId === null ? {} : { contactId: last.contactId }) };
    const checked = await this.preflight.check(
      tx,
      { organisationId },
      { versionId: version.id, dueOn, items: [item] },
    );
    const issues = [...checked.issues, ...checked.items.flatMap((one) => one.issues)];
    return { engagementId, last, version, checked, issues, ready: !issues.some(stopsSend) };
  }

  /** Only what was prepared and found ready. */
  async launch(tx: Tx, sender: CampaignSender, launch: Launch): Promise<AssessmentId> {
    const { prepared, dueOn, message, causes, byRule } = launch;
    const [last, version, checked] = [found(prepared.last), found(prepared.version), found(prepared.checked)];
    const item = found(checked.items[0]);
    const { organisationId } = sender;
    const carry = await this.carries.prepare(tx, organisationId, last, {
      version,
      documentText: found(item.built).text,
    });
    const items = [{ engagementId: prepared.engagementId, contactId: found(item.recipient).contactId }];
    const [sent] = await this.campaigns.sendNow(tx, sender, {
      request: { name: item.engagementName, message, versionId: version.id, dueOn, items },
      checked,
      before: carry.before,
    });
    const assessmentId = found(sent);
    await this.carries.keep(tx, organisationId, { assessmentId, carry, at: this.clock.now() });
    await tx.record({
      kind: 'reassessment-sent',
      ...{ assessmentId, byRule },
      fromAssessmentId: last.assessmentId,
      reason: causes[0]?.reason ?? 'manual',
      carriedSha256: carry.hashed.sha256,
    });
    await this.close(tx, { ...launch, sender, assessmentId });
    return assessmentId;
  }

  /** The moments that it answers are done with, those proposed before it among them. */
  private async close(
    tx: Tx,
    {
      sender,
      prepared,
      causes,
      assessmentId,
    }: Launch & { sender: CampaignSender; assessmentId: AssessmentId },
  ): Promise<void> {
    const now = this.clock.now();
    await tx.query(
      `UPDATE reassessments SET state = 'sent', assessment_id = $3, closed_at = $4, closed_by_name = $5
       WHERE organisation_id = $1 AND engagement_id = $2 AND state = 'proposed'`,
      [sender.organisationId, prepared.engagementId, assessmentId, now, sender.accountName],
    );
    const on = this.clock.today();
    const moments: readonly ReassessmentCause[] =
      causes.length > 0 ? causes : [{ key: `manual/${assessmentId}`, reason: 'manual', on }];
    for (const cause of moments)
      await tx.query(
        `INSERT INTO reassessments (organisation_id, engagement_id, moment_key, cause, state, assessment_id, at, closed_at, closed_by_name)
         VALUES ($1, $2, $3, $4, 'sent', $5, $6, $6, $7) ON CONFLICT DO NOTHING`,
        [
          ...[sender.organisationId, prepared.engagementId, cause.key, JSON.stringify(cause)],
          ...[assessmentId, now, sender.accountName],
        ],
      );
  }
}
