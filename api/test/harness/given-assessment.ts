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
import { hashSecret, newSecret } from '../../src/platform/access/session-cookie.js';
import { newId } from '../../src/platform/database/new-id.js';
import type { Actor } from './actor.js';
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

/** A request that a supplier's workspace has accepted, in the status wished for. */
export async function givenAssessment(all: World, wish: AssessmentWish = {}): Promise<GivenAssessment> {
  const buyer = wish.buyer ?? all.acme;
  const supplier = wish.supplier ?? all.cadran;
  const context = wish.context ?? managedServices;
  const status = wish.status ?? 'opened';
  const document = wish.document ?? bank;
  const questionnaire = buildSupplierDocument(document, context);
  const records = await insertRecords(all, buyer.id, document, context);
  const given: GivenAssessment = {
    ...records,
    campaignId: newId<CampaignId>(),
    assessmentId: newId<AssessmentId>(),
    recipientId: newId(),
    secret: newSecret(),
    questionnaire,
    documentSha256: sha256(canonicalJson(questionnaire)),
    context,
    buyerId: buyer.id,
    supplierOrganisationId: supplier.id,
    buyer: buyer.buyer,
    supplier: supplier['supplier-admin'],
  };
  await insertAssessment(all, given, document, { status, dueOn: wish.dueOn ?? '2026-12-18' });
  if (isAccepted(status)) await acceptIt(all, given);
  return given;
}

const isAccepted = (status: AssessmentStatus): boolean => status !== 'prepared' && status !== 'sent';

type Records = Pick<
  GivenAssessment,
  'supplierId' | 'contactId' | 'engagementId' | 'questionnaireId' | 'versionId'
>;

async function insertRecords(
  all: World,
  buyerId: string,
  document: QuestionnaireDocument,
  context: EngagementContext,
): Promise<Records> {
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
    [buyerId, ids.contactId, ids.supplierId, 'Léa Martin', 'supplier-admin@cadran.example'],
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

async function insertAssessment(
  all: World,
  given: GivenAssessment,
  document: QuestionnaireDocument,
  { status, dueOn }: { status: AssessmentStatus; dueOn: string },
): Promise<void> {
  const { buyerId, assessmentId } = given;
  const { tier, points } = compileTier(document)(given.context);
  await all.sql(
    `INSERT INTO campaigns (organisation_id, id, name, version_id, due_on, created_by_name) VALUES ($1, $2, $3, $4, $5, $6)`,
    [buyerId, given.campaignId, 'Infogérance 2026', given.versionId, dueOn, 'buyer'],
  );
  await all.sql(
    `INSERT INTO assessments (buyer_id, id, campaign_id, engagement_id, status, due_on, title, buyer_name, buyer_contact,
       questionnaire_code, questionnaire_title, version_number, version_sha256, document_sha256, question_count, sent_at,
       supplier_organisation_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1, $12, $13, $14, $15, $16)`,
    [
      buyerId,
      assessmentId,
      given.campaignId,
      given.engagementId,
      status,
      dueOn,
      'Infogérance du SI de gestion',
      'acme',
      'buyer@acme.example',
      document.code,
      JSON.stringify(document.title),
      sha256(canonicalJson(document)),
      given.documentSha256,
      given.questionnaire.themes.flatMap((theme) => theme.questions).length,
      status === 'prepared' ? null : all.clock.now().toISOString(),
      isAccepted(status) ? given.supplierOrganisationId : null,
    ],
  );
  await all.sql(
    `INSERT INTO assessment_frames (organisation_id, assessment_id, version_id, supplier_id, supplier_name, engagement_name,
       context, tier, points) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      buyerId,
      assessmentId,
      given.versionId,
      given.supplierId,
      'Cadran Infogérance',
      'Infogérance du SI de gestion',
      JSON.stringify(given.context),
      tier,
      points,
    ],
  );
  await all.sql(
    'INSERT INTO supplier_documents (buyer_id, sha256, document_text) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [buyerId, given.documentSha256, canonicalJson(given.questionnaire)],
  );
  await all.sql(
    `INSERT INTO recipients (buyer_id, id, assessment_id, name, email, language, token_hash, expires_at)
     VALUES ($1, $2, $3, $4, $5, 'fr', $6, $7)`,
    [
      buyerId,
      given.recipientId,
      assessmentId,
      'Léa Martin',
      'supplier-admin@cadran.example',
      hashSecret(given.secret),
      '2027-06-01T00:00:00Z',
    ],
  );
  await all.sql(
    `UPDATE engagement_standings SET assessment_id = $3, status = $4, due_on = $5, questions = $6
     WHERE organisation_id = $1 AND engagement_id = $2`,
    [
      buyerId,
      given.engagementId,
      assessmentId,
      status,
      dueOn,
      given.questionnaire.themes.flatMap((theme) => theme.questions).length,
    ],
  );
}

async function acceptIt(all: World, given: GivenAssessment): Promise<void> {
  const { buyerId, assessmentId, recipientId, supplierOrganisationId } = given;
  await all.sql('UPDATE recipients SET opened_at = now(), accepted_at = now() WHERE id = $1', [recipientId]);
  await all.sql(
    `INSERT INTO acceptances (buyer_id, assessment_id, supplier_organisation_id, recipient_id, accepted_by)
     SELECT $1, $2, $3, $4, account_id FROM memberships WHERE organisation_id = $3 AND 'supplier-admin' = ANY (roles)`,
    [buyerId, assessmentId, supplierOrganisationId, recipientId],
  );
  await all.sql(
    'INSERT INTO answer_sheets (supplier_organisation_id, assessment_id, buyer_id) VALUES ($1, $2, $3)',
    [supplierOrganisationId, assessmentId, buyerId],
  );
}
