/**
 * What can be found, told once, a view for each kind: triggers write it beside each row, the first filling writes all of it, and a
 * test compares the two. Of an answer the words that somebody typed; an option is found by its question. A supplier's own answers are
 * its working ones, the buyer's are those of the latest submission. Of what a supplier is asked the id is the buyer's and the key begins
 * with the hash of the document, since many requests bring the same one.
 */
export const saidOf = {
  supplier: `
SELECT s.organisation_id, 'supplier', s.id, '', NULL::uuid, s.name, '',
  concat_ws(' ', s.siren, array_to_string(s.domains, ' '), s.website, s.notes), ''
FROM suppliers s`,
  contact: `
SELECT c.organisation_id, 'contact', c.id, '', NULL::uuid, c.name, '', concat_ws(' ', c.email, c.job_title, c.phone), '' FROM contacts c`,
  engagement: `
SELECT e.organisation_id, 'engagement', e.id, '', NULL::uuid, e.name, '', e.description, '' FROM engagements e`,
  question: `
SELECT v.organisation_id, 'question', v.questionnaire_id, q ->> 'id', NULL::uuid, coalesce(q -> 'text' ->> 'fr', ''),
  coalesce(q -> 'text' ->> 'en', ''), asked_words(q, 'fr'), asked_words(q, 'en')
FROM questionnaire_versions v, jsonb_array_elements(v.document_text::jsonb -> 'themes') t, jsonb_array_elements(t -> 'questions') q
WHERE v.number = (SELECT max(n.number) FROM questionnaire_versions n
  WHERE n.organisation_id = v.organisation_id AND n.questionnaire_id = v.questionnaire_id)
UNION ALL
SELECT p.supplier_organisation_id, 'question', p.buyer_id, p.document_sha256 || '/' || (q ->> 'id'), NULL::uuid, coalesce(q -> 'text' ->> 'fr', ''),
  coalesce(q -> 'text' ->> 'en', ''), asked_words(q, 'fr'), asked_words(q, 'en')
FROM (SELECT DISTINCT a.supplier_organisation_id, a.buyer_id, a.document_sha256 FROM assessments a
    WHERE a.supplier_organisation_id IS NOT NULL) p
  JOIN supplier_documents d ON d.buyer_id = p.buyer_id AND d.sha256 = p.document_sha256,
  jsonb_array_elements(d.document_text::jsonb -> 'themes') t, jsonb_array_elements(t -> 'questions') q`,
  answer: `
SELECT s.buyer_id, 'answer', s.assessment_id, a.key, s.assessment_id, '', '', w.words, ''
FROM submissions s, jsonb_each(s.submission_text::jsonb -> 'answers') a,
  LATERAL (SELECT concat_ws(' ', nullif(typed_words(a.value -> 'value'), ''), nullif(a.value ->> 'comment', ''),
    nullif(a.value ->> 'justification', '')) AS words) w
WHERE w.words <> '' AND s.number = (SELECT max(n.number) FROM submissions n
  WHERE n.buyer_id = s.buyer_id AND n.assessment_id = s.assessment_id)
UNION ALL
SELECT a.supplier_organisation_id, 'answer', a.assessment_id, a.question_key, a.assessment_id, '', '', w.words, ''
FROM working_answers a,
  LATERAL (SELECT concat_ws(' ', nullif(typed_words(a.value), ''), nullif(a.comment, ''), nullif(a.justification, '')) AS words) w
WHERE w.words <> '' AND a.state <> 'cleared'`,
  piece: `
SELECT p.buyer_id, 'piece', p.evidence_id, p.assessment_id::text, p.assessment_id, max(p.name), '', '', ''
FROM (SELECT buyer_id, evidence_id, assessment_id, name FROM submission_pieces
  UNION ALL SELECT buyer_id, evidence_id, assessment_id, name FROM finding_pieces) p
GROUP BY p.buyer_id, p.evidence_id, p.assessment_id
UNION ALL
SELECT e.organisation_id, 'piece', e.id, '', NULL::uuid, e.name, '', '', '' FROM evidence e`,
  clarification: `
SELECT o.id, 'clarification', c.id, c.question_key, c.assessment_id, '', '',
  concat_ws(' ', nullif(c.body, ''), (SELECT string_agg(f.name, ' ' ORDER BY f.id) FROM clarification_files f
    WHERE f.buyer_id = c.buyer_id AND f.clarification_id = c.id)), ''
FROM clarifications c, unnest(ARRAY[c.buyer_id, c.supplier_organisation_id]) o(id)`,
  finding: `
SELECT f.buyer_id, 'finding', f.id, '', f.assessment_id, f.text ->> 'fr', f.text ->> 'en', f.fix ->> 'fr', f.fix ->> 'en' FROM findings f
UNION ALL
SELECT f.supplier_organisation_id, 'finding', f.id, '', f.assessment_id, f.text ->> 'fr', f.text ->> 'en', f.fix ->> 'fr',
  f.fix ->> 'en'
FROM findings f WHERE f.shared_at IS NOT NULL AND f.supplier_organisation_id IS NOT NULL`,
  request: `
SELECT a.supplier_organisation_id, 'request', a.id, '', a.id, a.title, '', concat_ws(' ', a.buyer_name, a.message), ''
FROM assessments a WHERE a.supplier_organisation_id IS NOT NULL`,
} as const;

export const reachedKinds = Object.keys(saidOf);

const columns = 'organisation_id, kind, id, key, assessment_id, title_fr, title_en, body_fr, body_en';

export const reachedSources = [
  ...Object.entries(saidOf).map(
    ([kind, said]) => `CREATE VIEW search_of_${kind} (${columns}) WITH (security_invoker = true) AS ${said};
GRANT SELECT ON search_of_${kind} TO probant_app;`,
  ),
  `CREATE OR REPLACE VIEW search_sources WITH (security_invoker = true) AS
${reachedKinds.map((kind) => `SELECT * FROM search_of_${kind}`).join(' UNION ALL ')};`,
].join('\n');
