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
  const questionnaire = buildSupplierDocument(readBank(), context);
  const document = canonicalJson(questionnaire);
  const secret = newSecret();
  const ids = {
    buyer: randomUUID(),
    supplier: randomUUID(),
    account: randomUUID(),
    record: randomUUID(),
    engagement: randomUUID(),
    questionnaire: randomUUID(),
    version: randomUUID(),
    campaign: randomUUID(),
    sha256: sha256(document),
    session: hashSecret(secret).toString('hex'),
    document,
  };
  const assessments = Array.from({ length: count }, () => randomUUID());
  for (const statement of statements) {
    const used = [...statement.matchAll(/:(\w+)!/g)].map((found) => found[1] ?? '');
    const names = [...new Set(used)];
    const values = names.map((name) =>
      name === 'assessments' ? assessments : ids[name as keyof typeof ids],
    );
    const sql = names.reduce((text, name, index) => text.replaceAll(`:${name}!`, `$${index + 1}`), statement);
    await server.owner.query(sql, values);
  }
  return {
    assessments,
    questionnaire,
    documentSha256: ids.sha256,
    cookie: `probant=${secret}`,
    sessionHash: hashSecret(secret),
    supplierOrganisationId: ids.supplier,
    accountId: ids.account,
  };
}

/** `:name!` stands for an id, in the order in which the rows need each other. */
const statements = [
  "INSERT INTO organisations (id, kind, name) VALUES (:buyer!, 'buyer', 'Acheteur'), (:supplier!, 'supplier', 'Fournisseur')",
  "INSERT INTO accounts (id, email, name) VALUES (:account!, 'banc@fournisseur.example', 'Banc')",
  "INSERT INTO memberships (organisation_id, account_id, roles) VALUES (:supplier!, :account!, '{contributor}')",
  `INSERT INTO sessions (token_hash, account_id, organisation_id, expires_at)
   VALUES (decode(:session!, 'hex'), :account!, :supplier!, now() + interval '1 day')`,
  "INSERT INTO suppliers (organisation_id, id, name) VALUES (:buyer!, :record!, 'Fournisseur')",
  `INSERT INTO engagements (organisation_id, id, supplier_id, name, context, tier, points)
   VALUES (:buyer!, :engagement!, :record!, 'Prestation', '{}', 'T4', 15)`,
  "INSERT INTO questionnaires (organisation_id, id, code, title, draft) VALUES (:buyer!, :questionnaire!, 'BANC', '{}', '{}')",
  `INSERT INTO questionnaire_versions (organisation_id, id, questionnaire_id, number, code, title, document_text, sha256,
     question_count, published_by_name) VALUES (:buyer!, :version!, :questionnaire!, 1, 'BANC', '{}', '{}', 'x', 107, 'banc')`,
  `INSERT INTO campaigns (organisation_id, id, name, version_id, due_on, created_by_name)
   VALUES (:buyer!, :campaign!, 'Banc', :version!, '2030-01-01', 'banc')`,
  'INSERT INTO supplier_documents (buyer_id, sha256, document_text) VALUES (:buyer!, :sha256!, :document!)',
  `INSERT INTO assessments (buyer_id, id, campaign_id, engagement_id, supplier_organisation_id, status, due_on, title, buyer_name,
     questionnaire_code, questionnaire_title, version_number, version_sha256, document_sha256, question_count, sent_at)
   SELECT :buyer!, id, :campaign!, :engagement!, :supplier!, 'in-progress', '2030-01-01', 'Prestation', 'Acheteur', 'BANC', '{}',
     1, 'x', :sha256!, 107, now() FROM unnest(:assessments!::uuid[]) id`,
  `INSERT INTO answer_sheets (supplier_organisation_id, assessment_id, buyer_id)
   SELECT :supplier!, id, :buyer! FROM unnest(:assessments!::uuid[]) id`,
  'ANALYZE',
];

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
