import { createHash, randomUUID } from 'node:crypto';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import type { BenchServer } from './bench-server.js';
import { readBank } from './library.js';

/** So many texts that differ; each answer has one of them. */
const texts = 5_000;
const perAssessment = 100;

/**
 * A buyer with so many answers with words, a tenth as many pieces, and the rest in proportion. The words of a text follow Zipf's law; a
 * vector is made once for each text, as the product makes it.
 */
export async function fillSearch(
  server: BenchServer,
  organisationId: string,
  answers: number,
): Promise<void> {
  const document = canonicalJson(readBank());
  const ids = [organisationId, ...Array.from({ length: 5 }, () => randomUUID())];
  const [, supplier, engagement, questionnaire, version, campaign] = ids;
  const sha256 = createHash('sha256').update(document).digest('hex');
  const values: Readonly<Record<string, unknown>> = {
    buyer: organisationId,
    supplier,
    engagement,
    questionnaire,
    version,
    campaign,
    sha256,
    document,
    answers,
    assessments: Math.ceil(answers / perAssessment),
    texts,
    perAssessment,
  };
  const client = await server.owner.connect();
  try {
    const { rows } = await client.query<{ definition: string }>(
      "SELECT pg_get_indexdef('search_entries_words'::regclass) AS definition",
    );
    await client.query('DROP INDEX search_entries_words');
    for (const statement of statements) {
      const names = [...new Set([...statement.matchAll(/:(\w+)!/g)].map((found) => found[1] ?? ''))];
      const sql = names.reduce(
        (text, name, index) => text.replaceAll(`:${name}!`, `$${index + 1}`),
        statement,
      );
      await client.query(
        sql,
        names.map((name) => values[name]),
      );
    }
    await client.query(`SET maintenance_work_mem = '1GB'`);
    await client.query(rows[0]?.definition ?? '');
  } finally {
    client.release();
  }
}

/** A word for a number: no two have a stem in common. */
const word = (number: string): string => `translate((${number})::text, '0123456789', 'bdfgklmprz') || 'olg'`;

const statements = [
  "INSERT INTO suppliers (organisation_id, id, name) VALUES (:buyer!, :supplier!, 'Fournisseur')",
  `INSERT INTO engagements (organisation_id, id, supplier_id, name, context, tier, points)
   VALUES (:buyer!, :engagement!, :supplier!, 'Prestation', '{}', 'T4', 15)`,
  `INSERT INTO questionnaires (organisation_id, id, code, title, draft)
   VALUES (:buyer!, :questionnaire!, 'BANC', '{"fr": "Banc", "en": "Bench"}', '{}')`,
  `INSERT INTO questionnaire_versions (organisation_id, id, questionnaire_id, number, code, title, document_text, sha256,
     question_count, published_by_name)
   VALUES (:buyer!, :version!, :questionnaire!, 1, 'BANC', '{}', :document!, 'x', 107, 'banc')`,
  `INSERT INTO campaigns (organisation_id, id, name, version_id, due_on, created_by_name)
   VALUES (:buyer!, :campaign!, 'Banc', :version!, '2030-01-01', 'banc')`,
  'INSERT INTO supplier_documents (buyer_id, sha256, document_text) VALUES (:buyer!, :sha256!, :document!)',
  `INSERT INTO assessments (buyer_id, id, campaign_id, engagement_id, status, due_on, title, buyer_name, questionnaire_code,
     questionnaire_title, version_number, version_sha256, document_sha256, question_count, sent_at)
   SELECT :buyer!, gen_random_uuid(), :campaign!, :engagement!, 'submitted', '2030-01-01', 'Prestation', 'Banc', 'BANC', '{}', 1, 'x',
     :sha256!, 107, now() FROM generate_series(1, :assessments!::int)`,
  `INSERT INTO assessment_frames (organisation_id, assessment_id, version_id, supplier_id, supplier_name, engagement_name, context,
     tier, points)
   SELECT a.buyer_id, a.id, :version!, :supplier!, 'Fournisseur', 'Prestation', '{}', 'T4', 15 FROM assessments a
   WHERE a.buyer_id = :buyer!`,
  'SELECT setseed(0.5)',
  `CREATE TABLE search_texts AS SELECT n, concat_ws(' ', 'Nous confirmons que',
     CASE WHEN n % 5 = 0 THEN 'la sauvegarde' END, CASE WHEN n % 100 = 0 THEN 'et sa restauration' END,
     CASE WHEN n % 300 = 0 THEN 'dans une zone cloisonnée' END, CASE WHEN n = 7 THEN 'de Quimperlé' END, string_agg(w, ' ')) AS body
   FROM (SELECT n, ${word('floor(exp(random() * ln(4000.0)))::int + 10')} AS w
     FROM generate_series(1, :texts!::int) n, generate_series(1, 12)) z GROUP BY n`,
  `CREATE TABLE search_vectors AS SELECT t.n, k.kind, t.body,
     search_vector(search_tag(:buyer!, k.kind), '', t.body) AS vector
   FROM search_texts t, unnest('{answer,piece,finding,supplier,engagement,contact,clarification}'::text[]) AS k(kind)`,
  'CREATE INDEX ON search_vectors (kind, n)',
  ...[
    ['answer', 1],
    ['piece', 10],
    ['finding', 20],
    ['supplier', 100],
    ['engagement', 100],
    ['contact', 50],
    ['clarification', 20],
  ].map(
    ([
      kind,
      part,
    ]) => `INSERT INTO search_entries (organisation_id, kind, id, key, assessment_id, title_fr, title_en, body_fr, body_en, vector)
   SELECT :buyer!, '${kind}', gen_random_uuid(), 'BKP-' || lpad((g % 9 + 1)::text, 2, '0'), a.id,
     ${kind === 'answer' || kind === 'clarification' ? "''" : "'Titre'"}, '', v.body, '', v.vector
   FROM generate_series(1, :answers!::int / ${part}) g
     JOIN (SELECT id, row_number() OVER () AS place FROM assessments WHERE buyer_id = :buyer!) a
       ON a.place = (g - 1) / :perAssessment! + 1
     JOIN search_vectors v ON v.kind = '${kind}' AND v.n = g % :texts! + 1
   ORDER BY g`,
  ),
  'DROP TABLE search_texts, search_vectors',
];
