import { randomBytes } from 'node:crypto';
import { linkLastDay } from '@probant/shared/assessments/link';
import type { CampaignId } from '@probant/shared/ids';
import { newId } from '../platform/database/new-id.js';
import type { Tx } from '../platform/database/work.js';
import { countQuestions, type Batch, type Ground, type InventedAssessment } from './invented-assessment.js';
import { insertRows, type Row } from './insert-rows.js';

/** Gives the acceptances, which only a link may write. */
export async function writeAssessments(
  tx: Tx,
  ground: Ground,
  { number, assessments }: Batch,
): Promise<Row[]> {
  const { buyer, version, now } = ground;
  const { organisationId, accountId, accountName } = buyer.scope;
  const [first] = assessments;
  if (first === undefined) return [];
  const campaignId = newId<CampaignId>();
  const campaign = { campaignId, name: `Campagne générée ${number}` };
  await insertRows(tx, 'campaigns', [
    {
      organisation_id: organisationId,
      id: campaignId,
      name: campaign.name,
      version_id: version.id,
      due_on: first.dueOn,
      message: '',
      created_by: accountId,
      created_by_name: accountName,
      created_at: now,
    },
  ]);
  const documents = new Map(assessments.map(({ engagement: { asked } }) => [asked.sha256, asked.text]));
  for (const [hash, text] of documents)
    await tx.query(
      'INSERT INTO supplier_documents (buyer_id, sha256, document_text) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [organisationId, hash, text],
    );
  await writeShared(tx, ground, campaignId, assessments);
  await writeFrames(tx, ground, assessments);
  const acceptances = await writeRecipients(tx, ground, assessments);
  const length = assessments.length;
  await tx.record({ kind: 'campaign-created', ...campaign, engagements: length, dueOn: first.dueOn });
  await tx.record({ kind: 'campaign-sent', ...campaign, sent: length });
  return acceptances;
}

/** The row that both sides see. */
function writeShared(
  tx: Tx,
  { buyer, version }: Ground,
  campaignId: CampaignId,
  assessments: readonly InventedAssessment[],
): Promise<void> {
  const { organisationId, accountName, email, organisationName } = buyer.scope;
  return insertRows(
    tx,
    'assessments',
    assessments.map((one) => ({
      buyer_id: organisationId,
      id: one.id,
      campaign_id: campaignId,
      engagement_id: one.engagement.id,
      supplier_organisation_id: one.status === 'sent' ? null : one.engagement.workspace.scope.organisationId,
      status: one.status,
      status_at: one.status === 'sent' ? one.sentAt : one.actedAt,
      due_on: one.dueOn,
      title: one.engagement.name,
      buyer_name: organisationName,
      buyer_contact: `${accountName} <${email}>`,
      message: '',
      questionnaire_code: version.code,
      questionnaire_title: version.title,
      version_number: version.number,
      version_sha256: version.sha256,
      document_sha256: one.engagement.asked.sha256,
      question_count: countQuestions(one.engagement),
      submissions: one.submission === null ? 0 : 1,
      sent_at: one.sentAt,
      revision: 1,
      created_at: one.sentAt,
    })),
  );
}

/** What was frozen for the buyer alone. */
function writeFrames(
  tx: Tx,
  { buyer, version }: Ground,
  assessments: readonly InventedAssessment[],
): Promise<void> {
  const { organisationId } = buyer.scope;
  return insertRows(
    tx,
    'assessment_frames',
    assessments.map(({ id, engagement }) => ({
      organisation_id: organisationId,
      assessment_id: id,
      version_id: version.id,
      supplier_id: engagement.supplierId,
      supplier_name: engagement.supplierName,
      engagement_name: engagement.name,
      context: engagement.asked.context,
      tier: engagement.asked.tier,
      points: engagement.asked.points,
    })),
  );
}

async function writeRecipients(
  tx: Tx,
  { buyer }: Ground,
  assessments: readonly InventedAssessment[],
): Promise<Row[]> {
  const buyerId = buyer.scope.organisationId;
  const recipients = assessments.map((one) => {
    const openedAt = one.status === 'sent' ? null : one.actedAt;
    return {
      buyer_id: buyerId,
      id: newId(),
      assessment_id: one.id,
      name: one.engagement.contact.name,
      email: one.engagement.contact.email,
      language: 'fr',
      // Nobody has the secret that belongs to it: these links open nothing.
      token_hash: `\\x${randomBytes(32).toString('hex')}`,
      expires_at: `${linkLastDay(one.dueOn)}T23:59:59.999Z`,
      opened_at: openedAt,
      accepted_at: openedAt,
      created_at: one.sentAt,
    };
  });
  await insertRows(tx, 'recipients', recipients);
  return assessments.flatMap((one, place): Row[] => {
    const recipient = recipients[place];
    if (recipient === undefined || one.status === 'sent') return [];
    return [
      {
        buyer_id: buyerId,
        assessment_id: one.id,
        supplier_organisation_id: one.engagement.workspace.scope.organisationId,
        recipient_id: recipient.id,
        accepted_by: one.engagement.workspace.scope.accountId,
        accepted_at: one.actedAt,
      },
    ];
  });
}
