import { createHash, randomUUID } from 'node:crypto';
import { questionsOfDocument } from '@probant/shared/answers/visibility';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import type { EngagementContext } from '@probant/shared/questionnaires/document';
import { buildSupplierDocument } from '@probant/shared/questionnaires/supplier-document';
import type { SupplierQuestionnaire } from '@probant/shared/questionnaires/supplier-questionnaire';
import { hashSecret, newSecret } from '../src/platform/access/session-cookie.js';
import type { BenchServer } from './bench-server.js';
import { readBank } from './library.js';

export interface BenchData {
  readonly assessments: readonly string[];
  readonly questionnaire: SupplierQuestionnaire;
  readonly documentSha256: string;
  /** Cookie header of a signed-in contributor, and the session's hash as the functions of the database take it. */
  readonly cookie: string;
  readonly sessionHash: Buffer;
  readonly supplierOrganisationId: string;
  readonly accountId: string;
}

/** Every question is in scope. */
const context: EngagementContext = {
  health_data: true,
  personal_data: 'sensitive',
  criticality: 'vital',
  privileged_access: 'domain_admin',
  hosting: 'full',
  substitutability: 'hard',
  dns_or_mail: true,
  antimalware: true,
  managed_patching: true,
  mssp: true,
  directory_admin: true,
  on_premise: true,
  custom_dev: true,
  buyer_is_it_professional: false,
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** One buyer, one supplier workspace with a signed-in member, and so many accepted requests. */
export async function insertBenchData(server: BenchServer, count: number): Promise<BenchData> {
  const bank = readBank();
  const questionnaire = buildSupplierDocument(bank, context);
  const document = canonicalJson(questionnaire);
  const [buyer, supplier, account, supplierId, engagement, questionnaireId, version, campaign] = Array.from(
    { length: 8 },
    () => randomUUID(),
  );
  const secret = newSecret();
  const run = (sql: string, values: readonly unknown[]) => server.owner.query(sql, [...values]);
  await run(
    "INSERT INTO organisations (id, kind, name) VALUES ($1, 'buyer', 'Acheteur'), ($2, 'supplier', 'Fournisseur')",
    [buyer, supplier],
  );
  await run("INSERT INTO accounts (id, email, name) VALUES ($1, 'banc@fournisseur.example', 'Banc')", [
    account,
  ]);
  await run("INSERT INTO memberships (organisation_id, account_id, roles) VALUES ($1, $2, '{contributor}')", [
    supplier,
    account,
  ]);
  await run(
    "INSERT INTO sessions (token_hash, account_id, organisation_id, expires_at) VALUES ($1, $2, $3, now() + interval '1 day')",
    [hashSecret(secret), account, supplier],
  );
  await run("INSERT INTO suppliers (organisation_id, id, name) VALUES ($1, $2, 'Fournisseur')", [
    buyer,
    supplierId,
  ]);
  await run(
    "INSERT INTO engagements (organisation_id, id, supplier_id, name, context, tier, points) VALUES ($1, $2, $3, 'Prestation', '{}', 'T4', 15)",
    [buyer, engagement, supplierId],
  );
  await run(
    "INSERT INTO questionnaires (organisation_id, id, code, title, draft) VALUES ($1, $2, 'BANC', '{}', '{}')",
    [buyer, questionnaireId],
  );
  await run(
    "INSERT INTO questionnaire_versions (organisation_id, id, questionnaire_id, number, code, title, document_text, sha256, question_count, published_by_name) VALUES ($1, $2, $3, 1, 'BANC', '{}', '{}', 'x', 107, 'banc')",
    [buyer, version, questionnaireId],
  );
  await run(
    "INSERT INTO campaigns (organisation_id, id, name, version_id, due_on, created_by_name) VALUES ($1, $2, 'Banc', $3, '2030-01-01', 'banc')",
    [buyer, campaign, version],
  );
  await run('INSERT INTO supplier_documents (buyer_id, sha256, document_text) VALUES ($1, $2, $3)', [
    buyer,
    sha256(document),
    document,
  ]);
  const assessments = Array.from({ length: count }, () => randomUUID());
  await run(
    `INSERT INTO assessments (buyer_id, id, campaign_id, engagement_id, supplier_organisation_id, status, due_on, title, buyer_name,
       questionnaire_code, questionnaire_title, version_number, version_sha256, document_sha256, question_count, sent_at)
     SELECT $1, id, $2, $3, $4, 'in-progress', '2030-01-01', 'Prestation', 'Acheteur', 'BANC', '{}', 1, 'x', $5, 107, now()
     FROM unnest($6::uuid[]) id`,
    [buyer, campaign, engagement, supplier, sha256(document), assessments],
  );
  await run(
    'INSERT INTO answer_sheets (supplier_organisation_id, assessment_id, buyer_id) SELECT $1, id, $2 FROM unnest($3::uuid[]) id',
    [supplier, buyer, assessments],
  );
  await server.owner.query('ANALYZE');
  return {
    assessments,
    questionnaire,
    documentSha256: sha256(document),
    cookie: `probant=${secret}`,
    sessionHash: hashSecret(secret),
    supplierOrganisationId: supplier ?? '',
    accountId: account ?? '',
  };
}

/** Questions that are always asked and take one of some options. */
export function simpleQuestions({
  questionnaire,
}: BenchData): { readonly id: string; readonly options: readonly string[] }[] {
  return questionsOfDocument(questionnaire).flatMap((question) =>
    question.type === 'single' && question.hiddenWhen === undefined
      ? [{ id: question.id, options: question.options.map((option) => option.value) }]
      : [],
  );
}
