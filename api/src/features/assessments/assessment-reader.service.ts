import { Injectable } from '@nestjs/common';
import { possibleLinkActs } from '@probant/shared/assessments/link-acts';
import { possibleActs } from '@probant/shared/assessments/lifecycle';
import type { AssessmentId } from '@probant/shared/ids';
import type { EngagementContext, Localised } from '@probant/shared/questionnaires/document';
import { allows, type Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import {
  assessmentColumns,
  assessmentSource,
  toSummary,
  type AssessmentRow,
} from './assessment-list.service.js';
import { HandReminders } from './hand-reminders.service.js';
import type {
  AssessmentResponse,
  MailDeliveryResponse,
  RecipientResponse,
  TimelineEntryResponse,
} from './assessments.dto.js';

interface DetailRow extends AssessmentRow {
  readonly title: string;
  readonly message: string;
  readonly buyer_contact: string;
  readonly questionnaire_code: string;
  readonly questionnaire_title: Localised;
  readonly version_id: string;
  readonly version_number: number;
  readonly version_sha256: string;
  readonly document_sha256: string;
  readonly tier: string;
  readonly points: number;
  readonly context: EngagementContext;
  readonly revision: number;
}

interface RecipientRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly opened_at: Date | null;
  readonly accepted_at: Date | null;
  readonly revoked_at: Date | null;
}

const timelineLength = 200;
const notRemindable = { refusal: 'no-recipient', nextOn: null } as const;

/** One assessment as the buyer sees it: the frozen frame, the recipients, the mail and what happened. */
@Injectable()
export class AssessmentReader {
  constructor(
    private readonly work: Work,
    private readonly reminders: HandReminders,
    private readonly clock: Clock,
  ) {}

  read(scope: Scope, id: AssessmentId): Promise<AssessmentResponse> {
    return this.work.run(scope, async (tx) => {
      const row = await tx.get<DetailRow>(
        `SELECT ${assessmentColumns}, a.title, a.message, a.buyer_contact, a.questionnaire_code, a.questionnaire_title,
           version_named(a.buyer_id, f.version_id, a.version_sha256) AS version_id, a.version_number, a.version_sha256, a.document_sha256, f.tier, f.points, f.context, a.revision
         ${assessmentSource} WHERE a.buyer_id = $1 AND a.id = $2`,
        [scope.organisationId, id],
      );
      const recipients = await this.recipients(tx, scope, id);
      const linked = recipients.some(({ revokedAt }) => revokedAt === null);
      const { status } = row;
      const [{ refusal, nextOn } = notRemindable] = await this.reminders.read(tx, scope, [id]);
      return {
        ...toSummary(row, this.clock.now()),
        title: row.title,
        message: row.message,
        buyerContact: row.buyer_contact,
        version: {
          versionId: row.version_id,
          code: row.questionnaire_code,
          title: row.questionnaire_title,
          number: row.version_number,
          sha256: row.version_sha256,
        },
        documentSha256: row.document_sha256,
        tier: row.tier,
        points: row.points,
        context: row.context,
        recipients,
        mails: await readMails(tx, scope, id),
        timeline: await readTimeline(tx, scope, id),
        possible: [
          ...possibleActs(status, scope.roles),
          ...(allows(scope, 'assessments:manage') ? possibleLinkActs({ status, linked }) : []),
        ],
        reminder: { refusal, nextOn },
        revision: row.revision,
      };
    });
  }

  private async recipients(tx: Tx, scope: Scope, id: AssessmentId): Promise<RecipientResponse[]> {
    const rows = await tx.query<RecipientRow>(
      `SELECT id, name, email, language, created_at, expires_at, opened_at, accepted_at, revoked_at FROM recipients
       WHERE buyer_id = $1 AND assessment_id = $2 ORDER BY created_at DESC, id DESC`,
      [scope.organisationId, id],
    );
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      email: row.email,
      language: row.language,
      sentAt: row.created_at.toISOString(),
      expiresAt: row.expires_at.toISOString(),
      expired: row.expires_at <= this.clock.now(),
      openedAt: row.opened_at?.toISOString() ?? null,
      acceptedAt: row.accepted_at?.toISOString() ?? null,
      revokedAt: row.revoked_at?.toISOString() ?? null,
    }));
  }
}

async function readMails(tx: Tx, scope: Scope, id: AssessmentId): Promise<MailDeliveryResponse[]> {
  const rows = await tx.query<{
    id: string;
    template: string;
    to_address: string;
    state: string;
    attempts: number;
    last_error: string | null;
    created_at: Date;
    sent_at: Date | null;
  }>(
    `SELECT id, template, to_address, state, attempts, last_error, created_at, sent_at FROM mail_messages
     WHERE organisation_id = $1 AND assessment_id = $2 ORDER BY created_at DESC, id DESC LIMIT 100`,
    [scope.organisationId, id],
  );
  return rows.map((row) => ({
    id: row.id,
    template: row.template,
    to: row.to_address,
    state: row.state,
    attempts: row.attempts,
    lastError: row.last_error,
    createdAt: row.created_at.toISOString(),
    sentAt: row.sent_at?.toISOString() ?? null,
  }));
}

/** The buyer's own chain of the assessment; whoever is not a member of its organisation is not named. */
async function readTimeline(tx: Tx, scope: Scope, id: AssessmentId): Promise<TimelineEntryResponse[]> {
  const rows = await tx.query<{
    sequence: string;
    at: Date;
    actor: string;
    text: string;
    name: string | null;
  }>(
    `SELECT e.sequence, e.at, e.actor, e.text, a.name FROM events e
       LEFT JOIN accounts a ON e.actor = 'account:' || a.id
     WHERE e.organisation_id = $1 AND e.chain_id = $2 ORDER BY e.sequence DESC LIMIT ${timelineLength}`,
    [scope.organisationId, id],
  );
  return rows.map(({ sequence, at, actor, text, name }) => ({
    sequence: Number(sequence),
    at: at.toISOString(),
    actor: actorKind(actor, name),
    actorName: name,
    event: JSON.parse(text) as object,
  }));
}

function actorKind(actor: string, name: string | null): TimelineEntryResponse['actor'] {
  if (actor === 'system') return 'system';
  if (actor.startsWith('recipient:')) return 'recipient';
  return name === null ? 'other-side' : 'member';
}
