import { Injectable } from '@nestjs/common';
import { acceptsAnswers, assessmentStatuses } from '@probant/shared/assessments/lifecycle';
import {
  dueReminderMoment,
  isAwaited,
  nextReminderMoment,
  reminderOffsets,
} from '@probant/shared/assessments/reminder-moments';
import type { AssessmentStatus } from '@probant/shared/assessments/lifecycle';
import { zonedHour, type TimeZone } from '@probant/shared/calendar';
import type { AssessmentId, CampaignId } from '@probant/shared/ids';
import type { Localised } from '@probant/shared/questionnaires/document';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { fail } from '../../platform/http/problem.js';
import { HandReminders } from '../assessments/assessments.public.js';
import type { RemindedResponse } from './campaigns.dto.js';
import { toReminded } from './to-reminded.js';
import type {
  CampaignRemindersResponse,
  ChangeRemindersRequest,
  PausedRecipientResponse,
} from './campaign-reminders.dto.js';

interface SettingsRow {
  readonly name: string;
  readonly on: boolean;
  readonly words: Localised;
  readonly revision: number;
  readonly timeZone: TimeZone;
}

interface AwaitedRow {
  readonly status: AssessmentStatus;
  readonly submissions: number;
  readonly dueOn: string;
  readonly lastLetterAt: Date;
  readonly paused: boolean;
}

const answering = assessmentStatuses.filter(acceptsAnswers);

/** Reminders of one campaign: those asked for by hand, and what leaves by itself. */
@Injectable()
export class CampaignReminders {
  constructor(
    private readonly work: Work,
    private readonly reminders: HandReminders,
    private readonly clock: Clock,
  ) {}

  /** Reminds everybody of the campaign from whom answers are still awaited; says who was not, and why. */
  remind(scope: Scope, campaignId: CampaignId): Promise<RemindedResponse> {
    return this.work.run(scope, async (tx) => {
      await tx.get('SELECT 1 FROM campaigns WHERE organisation_id = $1 AND id = $2', [
        scope.organisationId,
        campaignId,
      ]);
      return toReminded(await this.reminders.remind(tx, scope, await readAnswering(tx, scope, campaignId)));
    });
  }

  read(scope: Scope, campaignId: CampaignId): Promise<CampaignRemindersResponse> {
    return this.work.run(scope, async (tx) => {
      const { on, words, revision, timeZone } = await readSettings(tx, scope, campaignId);
      const now = this.clock.now().toISOString();
      const { day: today } = zonedHour(now, timeZone);
      const waiting = (await readAwaited(tx, scope, campaignId)).map(({ lastLetterAt, paused, ...row }) => ({
        awaited: { ...row, lastLetterOn: zonedHour(lastLetterAt.toISOString(), timeZone).day },
        paused,
      }));
      const next = new Map<string, { on: string; offset: number; count: number }>();
      for (const { awaited, paused } of waiting) {
        const moment = paused ? null : nextReminderMoment(awaited, today);
        if (moment === null) continue;
        // One that was missed leaves at the next look.
        const leavesOn = dueReminderMoment(awaited, today) === null ? moment.on : today;
        const key = `${leavesOn} ${moment.offset}`;
        next.set(key, { on: leavesOn, offset: moment.offset, count: (next.get(key)?.count ?? 0) + 1 });
      }
      return {
        ...{ on, words, revision, timeZone },
        offsets: [...reminderOffsets],
        byHand: await this.readByHand(tx, scope, campaignId),
        next: [...next.values()].toSorted((one, other) => (one.on < other.on ? -1 : 1)),
        awaited: waiting.filter(({ awaited }) => isAwaited(awaited)).length,
        left: await countLeft(tx, scope, campaignId),
        paused: await readPaused(tx, scope, campaignId),
      };
    });
  }

  private async readByHand(
    tx: Tx,
    scope: Scope,
    campaignId: CampaignId,
  ): Promise<CampaignRemindersResponse['byHand']> {
    const asked = await this.reminders.read(tx, scope, await readAnswering(tx, scope, campaignId));
    const [nextOn = null] = asked.flatMap((one) => one.nextOn ?? []).toSorted();
    return { now: asked.filter(({ refusal }) => refusal === null).length, nextOn };
  }

  change(scope: Scope, campaignId: CampaignId, request: ChangeRemindersRequest): Promise<void> {
    return this.work.run(scope, async (tx) => {
      const known = await readSettings(tx, scope, campaignId, 'FOR UPDATE OF c');
      if (known.revision !== request.revision) fail('stale-revision');
      const words = { fr: request.words.fr.trim(), en: request.words.en.trim() };
      const reworded = words.fr !== known.words.fr || words.en !== known.words.en;
      if (known.on === request.on && !reworded) return;
      await tx.query(
        `UPDATE campaigns SET reminders_on = $3, reminder_words = $4, reminder_revision = reminder_revision + 1
         WHERE organisation_id = $1 AND id = $2`,
        [scope.organisationId, campaignId, request.on, JSON.stringify(words)],
      );
      await tx.record({
        kind: 'campaign-reminders-changed',
        ...{ campaignId, name: known.name, on: request.on },
        ...(reworded ? { words } : {}),
      });
    });
  }
}

async function readAnswering(
  tx: Tx,
  { organisationId }: Scope,
  campaignId: CampaignId,
): Promise<AssessmentId[]> {
  const rows = await tx.query<{ id: AssessmentId }>(
    'SELECT id FROM assessments WHERE buyer_id = $1 AND campaign_id = $2 AND status = ANY ($3)',
    [organisationId, campaignId, answering],
  );
  return rows.map(({ id }) => id);
}

function readSettings(tx: Tx, scope: Scope, campaignId: CampaignId, lock = ''): Promise<SettingsRow> {
  return tx.get<SettingsRow>(
    `SELECT c.name, c.reminders_on AS "on", c.reminder_words AS words, c.reminder_revision AS revision, o.time_zone AS "timeZone"
     FROM campaigns c JOIN organisations o ON o.id = c.organisation_id
     WHERE c.organisation_id = $1 AND c.id = $2 ${lock}`,
    [scope.organisationId, campaignId],
  );
}

function readAwaited(tx: Tx, scope: Scope, campaignId: CampaignId): Promise<AwaitedRow[]> {
  return tx.query<AwaitedRow>(
    `SELECT a.status, a.submissions, a.due_on::text AS "dueOn", greatest(r.created_at, r.renewed_at) AS "lastLetterAt",
       EXISTS (SELECT 1 FROM paused_addresses p WHERE p.organisation_id = a.buyer_id AND p.address = r.email
         AND p.resumed_at IS NULL) AS paused
     FROM assessments a
     JOIN recipients r ON r.buyer_id = a.buyer_id AND r.assessment_id = a.id AND r.revoked_at IS NULL
     WHERE a.buyer_id = $1 AND a.campaign_id = $2`,
    [scope.organisationId, campaignId],
  );
}

async function countLeft(tx: Tx, scope: Scope, campaignId: CampaignId): Promise<number> {
  const { count } = await tx.get<{ count: number }>(
    `SELECT count(*)::int AS count FROM assessment_reminders m
     JOIN assessments a ON a.buyer_id = m.buyer_id AND a.id = m.assessment_id
     WHERE m.buyer_id = $1 AND a.campaign_id = $2`,
    [scope.organisationId, campaignId],
  );
  return count;
}

/** Of those who are still awaited; what the server said, and since when nothing is written there. */
async function readPaused(tx: Tx, scope: Scope, campaignId: CampaignId): Promise<PausedRecipientResponse[]> {
  const rows = await tx.query<
    Omit<PausedRecipientResponse, 'pausedAt'> & {
      readonly pausedAt: Date;
      readonly status: AssessmentStatus;
      readonly submissions: number;
    }
  >(
    `SELECT a.id AS "assessmentId", f.supplier_id AS "supplierId", f.supplier_name AS "supplierName",
       f.engagement_name AS "engagementName", r.email, p.reply, p.paused_at AS "pausedAt", p.mended_to AS "mendedTo", a.status,
       a.submissions
     FROM assessments a
     JOIN assessment_frames f ON f.organisation_id = a.buyer_id AND f.assessment_id = a.id
     JOIN recipients r ON r.buyer_id = a.buyer_id AND r.assessment_id = a.id AND r.revoked_at IS NULL
     JOIN paused_addresses p ON p.organisation_id = a.buyer_id AND p.address = r.email AND p.resumed_at IS NULL
     WHERE a.buyer_id = $1 AND a.campaign_id = $2 ORDER BY f.supplier_name, a.id`,
    [scope.organisationId, campaignId],
  );
  return rows.filter(isAwaited).map((row) => ({
    assessmentId: row.assessmentId,
    supplierId: row.supplierId,
    supplierName: row.supplierName,
    engagementName: row.engagementName,
    email: row.email,
    reply: row.reply,
    pausedAt: row.pausedAt.toISOString(),
    mendedTo: row.mendedTo,
  }));
}
