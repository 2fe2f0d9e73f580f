import { createHash } from 'node:crypto';
import type { AssessmentStatus } from '@probant/shared/assessments/lifecycle';
import type {
  AssessmentId,
  CampaignId,
  ContactId,
  EngagementId,
  QuestionnaireId,
  SupplierId,
  VersionId,
} from '@probant/shared/ids';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import type { EngagementContext, QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { buildSupplierDocument } from '@probant/shared/questionnaires/supplier-document';
import type { SupplierQuestionnaire } from '@probant/shared/questionnaires/supplier-questionnaire';
import { compileTier } from '@probant/shared/scoring/inherent-tier';
import { bank } from '@probant/shared/testing/bank';
import { newId } from '../../src/platform/database/new-id.js';
import type { Actor, Reply } from './actor.js';
import type { BuyerPeople, SupplierPeople, World } from './world.js';

/** Outsourced operation of a business system, without health data. */
export const managedServices: EngagementContext = {
  health_data: false,
  personal_data: 'ordinary',
  criticality: 'high',
  privileged_access: 'admin',
  hosting: 'partial',
  substitutability: 'medium',
  dns_or_mail: true,
  antimalware: true,
  managed_patching: true,
  mssp: true,
  directory_admin: true,
  on_premise: false,
  custom_dev: false,
  buyer_is_it_professional: false,
};

export interface AssessmentWish {
  readonly context?: EngagementContext;
  readonly document?: QuestionnaireDocument;
  /** 'opened' unless told; a status before 'opened' leaves the link unopened and no workspace chosen. */
  readonly status?: AssessmentStatus;
  readonly dueOn?: string;
  readonly buyer?: BuyerPeople;
  readonly supplier?: SupplierPeople;
}

export interface GivenAssessment {
  readonly supplierId: SupplierId;
  readonly contactId: ContactId;
  readonly engagementId: EngagementId;
  readonly questionnaireId: QuestionnaireId;
  readonly versionId: VersionId;
  readonly campaignId: CampaignId;
  readonly assessmentId: AssessmentId;
  readonly recipientId: string;
  /** Of the link in the recipient's mail. */
  readonly secret: string;
  /** What the supplier is asked, and its hash. */
  readonly questionnaire: SupplierQuestionnaire;
  readonly documentSha256: string;
  readonly context: EngagementContext;
  readonly buyerId: string;
  readonly supplierOrganisationId: string;
  /** The buyer who sent it, and the administrator of the workspace that accepted it. */
  readonly buyer: Actor;
  readonly supplier: Actor;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A request that a supplier's workspace has accepted, in the status wished for; sent and accepted as people do. */
export async function givenAssessment(all: World, wish: AssessmentWish = {}): Promise<GivenAssessment> {
  const buyer = wish.buyer ?? all.acme;
  const supplier = wish.supplier ?? all.cadran;
  const context = wish.context ?? managedServices;
  const status = wish.status ?? 'opened';
  const document = wish.document ?? bank;
  const questionnaire = buildSupplierDocument(document, context);
  const email = await administratorOf(all, supplier.id);
  const records = await insertRecords(all, { buyerId: buyer.id, document, context, email });
  const sent = await send(all, buyer.buyer, records, wish.dueOn ?? '2026-12-18');
  const given: GivenAssessment = {
    ...records,
    ...sent,
    questionnaire,
    documentSha256: sha256(canonicalJson(questionnaire)),
    context,
    buyerId: buyer.id,
    supplierOrganisationId: supplier.id,
    buyer: buyer.buyer,
    supplier: supplier['supplier-admin'],
  };
  if (status !== 'prepared' && status !== 'sent') await acceptsLink(all, given);
  await setStatus(all, given, status);
  return given;
}

/** Somebody who opened the link and typed the code of the letter: a session bound to the request. */
export async function holdsLink(all: World, secret: string): Promise<Actor> {
  await forgetLimits(all);
  const holder = all.anonymous();
  expectStatus(await holder.post('/api/links/code', { secret }), 200);
  expectStatus(await holder.post('/api/links/verify', { secret, code: await lastCode(all) }), 200);
  return holder;
}

/** The digits of the newest code letter. */
export async function lastCode(all: Pick<World, 'sql'>): Promise<string> {
  const [letter] = await all.sql<{ body_text: string }>(
    "SELECT body_text FROM mail_messages WHERE template = 'code' ORDER BY created_at DESC, id DESC LIMIT 1",
  );
  return (/(\d{4})\u00a0(\d{4})/.exec(letter?.body_text ?? '')?.slice(1) ?? []).join('');
}

/** The secret in the newest letter to the recipient of an assessment. */
export async function lastSecret(all: Pick<World, 'sql'>, assessmentId: string): Promise<string> {
  const [letter] = await all.sql<{ body_text: string }>(
    `SELECT body_text FROM mail_messages WHERE assessment_id = $1 AND template IN ('request', 'reminder')
     ORDER BY created_at DESC, id DESC LIMIT 1`,
    [assessmentId],
  );
  return /\/r#([\w-]{43})/.exec(letter?.body_text ?? '')?.[1] ?? '';
}

/** Every caller of a test has the same address: what one test used up is not the next one's. */
export async function forgetLimits(all: Pick<World, 'sql'>): Promise<void> {
  await all.sql('DELETE FROM rate_limits');
}

async function acceptsLink(all: World, given: GivenAssessment): Promise<void> {
  const holder = await holdsLink(all, given.secret);
  const organisationId = given.supplierOrganisationId;
  expectStatus(await holder.post(`/api/requests/${given.assessmentId}/accept`, { organisationId }), 200);
}

async function administratorOf(all: World, organisationId: string): Promise<string> {
  const [row] = await all.sql<{ email: string }>(
    `SELECT a.email FROM memberships m JOIN accounts a ON a.id = m.account_id
     WHERE m.organisation_id = $1 AND 'supplier-admin' = ANY (m.roles) ORDER BY m.created_at LIMIT 1`,
    [organisationId],
  );
  return row?.email ?? '';
}

async function send(
  all: World,
  buyer: Actor,
  { versionId, engagementId, contactId }: Records,
  dueOn: string,
): Promise<Pick<GivenAssessment, 'campaignId' | 'assessmentId' | 'recipientId' | 'secret'>> {
  const reply = await buyer.post<{ id: CampaignId }>('/api/campaigns', {
    name: 'Infogérance 2026',
    message: '',
    versionId,
    dueOn,
    items: [{ engagementId, contactId }],
  });
  expectStatus(reply, 201);
  const [row] = await all.sql<{ assessment: AssessmentId; recipient: string }>(
    'SELECT assessment_id AS assessment, id AS recipient FROM recipients WHERE assessment_id IN (SELECT id FROM assessments WHERE campaign_id = $1)',
    [reply.body.id],
  );
  if (!row) throw new Error('the campaign sent nothing');
  return {
    campaignId: reply.body.id,
    assessmentId: row.assessment,
    recipientId: row.recipient,
    secret: await lastSecret(all, row.assessment),
  };
}

/** Moves the row without the acts that lead there; tests of those acts are elsewhere. */
async function setStatus(all: World, given: GivenAssessment, status: AssessmentStatus): Promise<void> {
  await all.sql(
    `WITH speaker AS MATERIALIZED (SELECT set_config('app.organisation_id', $2, true) AS id)
     UPDATE assessments SET status = $3 FROM speaker WHERE buyer_id = speaker.id::uuid AND assessments.id = $1 AND status <> $3`,
    [given.assessmentId, given.buyerId, status],
  );
}

function expectStatus(reply: Reply<unknown>, status: number): void {
  if (reply.status !== status) throw new Error(`expected ${status}, got ${JSON.stringify(reply.body)}`);
}

type Records = Pick<
  GivenAssessment,
  'supplierId' | 'contactId' | 'engagementId' | 'questionnaireId' | 'versionId'
>;

interface RecordsWish {
  readonly buyerId: string;
  readonly document: QuestionnaireDocument;
  readonly context: EngagementContext;
  readonly email: string;
}

async function insertRecords(all: World, wish: RecordsWish): Promise<Records> {
  const { buyerId, document, context, email } = wish;
  const ids: Records = {
    supplierId: newId<SupplierId>(),
    contactId: newId<ContactId>(),
    engagementId: newId<EngagementId>(),
    questionnaireId: newId<QuestionnaireId>(),
    versionId: newId<VersionId>(),
  };
  const { tier, points } = compileTier(document)(context);
  const text = canonicalJson(document);
  await all.sql('INSERT INTO suppliers (organisation_id, id, name) VALUES ($1, $2, $3)', [
    buyerId,
    ids.supplierId,
    'Cadran Infogérance',
  ]);
  await all.sql(
    'INSERT INTO contacts (organisation_id, id, supplier_id, name, email) VALUES ($1, $2, $3, $4, $5)',
    [buyerId, ids.contactId, ids.supplierId, 'Léa Martin', email],
  );
  await all.sql(
    'INSERT INTO engagements (organisation_id, id, supplier_id, name, context, tier, points) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [
      buyerId,
      ids.engagementId,
      ids.supplierId,
      'Infogérance du SI de gestion',
      JSON.stringify(context),
      tier,
      points,
    ],
  );
  await all.sql(
    `INSERT INTO engagement_standings (organisation_id, engagement_id, supplier_id, supplier_name, engagement_name, tier)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [buyerId, ids.engagementId, ids.supplierId, 'Cadran Infogérance', 'Infogérance du SI de gestion', tier],
  );
  await all.sql(
    'INSERT INTO questionnaires (organisation_id, id, code, title, draft) VALUES ($1, $2, $3, $4, $5)',
    [
      buyerId,
      ids.questionnaireId,
      `${document.code}-${ids.questionnaireId}`,
      JSON.stringify(document.title),
      text,
    ],
  );
  await all.sql(
    `INSERT INTO questionnaire_versions (organisation_id, id, questionnaire_id, number, code, title, document_text, sha256,
       question_count, published_by_name) VALUES ($1, $2, $3, 1, $4, $5, $6, $7, $8, $9)`,
    [
      buyerId,
      ids.versionId,
      ids.questionnaireId,
      document.code,
      JSON.stringify(document.title),
      text,
      sha256(text),
      document.themes.flatMap((theme) => theme.questions).length,
      'risk-manager',
    ],
  );
  return ids;
}
