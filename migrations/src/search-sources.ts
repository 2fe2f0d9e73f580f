/**
 * What can be found, told once: triggers write it beside each row, the first filling writes all of it, and a test compares the
 * two. Of an answer the words that somebody typed; an option is found by its question. A supplier's own answers are its working ones, the
 * buyer's are those of the latest submission.
 */
export const sources = `
CREATE VIEW search_sources WITH (security_invoker = true) AS
SELECT s.organisation_id, 'supplier' AS kind, s.id, '' AS key, NULL::uuid AS assessment_id, s.name AS title_fr, '' AS title_en,
  concat_ws(' ', s.siren, array_to_string(s.domains, ' '), s.website, s.notes) AS body_fr, '' AS body_en
FROM suppliers s
UNION ALL
SELECT e.organisation_id, 'engagement', e.id, '', NULL, e.name, '', e.description, '' FROM engagements e
UNION ALL
SELECT v.organisation_id, 'question', v.questionnaire_id, q ->> 'id', NULL, coalesce(q -> 'text' ->> 'fr', ''),
  coalesce(q -> 'text' ->> 'en', ''), concat_ws(' ', q -> 'help' ->> 'fr', o.fr), concat_ws(' ', q -> 'help' ->> 'en', o.en)
FROM questionnaire_versions v, jsonb_array_elements(v.document_text::jsonb -> 'themes') t, jsonb_array_elements(t -> 'questions') q,
  LATERAL (SELECT string_agg(l -> 'label' ->> 'fr', ' · ') AS fr, string_agg(l -> 'label' ->> 'en', ' · ') AS en
    FROM jsonb_array_elements(CASE WHEN jsonb_typeof(q -> 'options') = 'array' THEN q -> 'options' END) l) o
WHERE v.number = (SELECT max(n.number) FROM questionnaire_versions n
  WHERE n.organisation_id = v.organisation_id AND n.questionnaire_id = v.questionnaire_id)
UNION ALL
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
WHERE w.words <> '' AND a.state <> 'cleared'
UNION ALL
SELECT p.buyer_id, 'piece', p.evidence_id, p.assessment_id::text, p.assessment_id, max(p.name), '', '', ''
FROM (SELECT buyer_id, evidence_id, assessment_id, name FROM submission_pieces
  UNION ALL SELECT buyer_id, evidence_id, assessment_id, name FROM finding_pieces) p
GROUP BY p.buyer_id, p.evidence_id, p.assessment_id
UNION ALL
SELECT e.organisation_id, 'piece', e.id, '', NULL, e.name, '', '', '' FROM evidence e
UNION ALL
SELECT f.buyer_id, 'finding', f.id, '', f.assessment_id, f.text ->> 'fr', f.text ->> 'en', f.fix ->> 'fr', f.fix ->> 'en' FROM findings f
UNION ALL
SELECT f.supplier_organisation_id, 'finding', f.id, '', f.assessment_id, f.text ->> 'fr', f.text ->> 'en', f.fix ->> 'fr',
  f.fix ->> 'en'
FROM findings f WHERE f.shared_at IS NOT NULL AND f.supplier_organisation_id IS NOT NULL
UNION ALL
SELECT a.supplier_organisation_id, 'request', a.id, '', a.id, a.title, '', concat_ws(' ', a.buyer_name, a.message), ''
FROM assessments a WHERE a.supplier_organisation_id IS NOT NULL;
GRANT SELECT ON search_sources TO probant_app;
`;

const follow = (table: string, name: string, when: string): string =>
  `CREATE TRIGGER ${name} ${when} EXECUTE FUNCTION search_follow();`.replace('ROWS', `${table} FOR EACH ROW`);

/** Where nothing that is found by has changed, nothing is written. */
const changes = (...columns: string[]): string =>
  columns.map((column) => `OLD.${column} IS DISTINCT FROM NEW.${column}`).join(' OR ');

const said = (row: 'OLD' | 'NEW'): string =>
  `${row}.comment <> '' OR ${row}.justification <> '' OR typed_words(${row}.value) <> ''`;

export const followed = [
  ...['suppliers', 'engagements', 'evidence', 'findings', 'assessments'].map((table) =>
    follow(table, `${table}_found`, 'AFTER INSERT ON ROWS'),
  ),
  ...['questionnaire_versions', 'submissions', 'submission_pieces', 'finding_pieces'].map((table) =>
    follow(table, `${table}_found`, 'AFTER INSERT ON ROWS'),
  ),
  follow(
    'suppliers',
    'suppliers_found_on',
    `AFTER UPDATE ON ROWS WHEN (${changes('name', 'siren', 'domains', 'website', 'notes')})`,
  ),
  follow(
    'engagements',
    'engagements_found_on',
    `AFTER UPDATE ON ROWS WHEN (${changes('name', 'description')})`,
  ),
  follow('evidence', 'evidence_found_on', `AFTER UPDATE ON ROWS WHEN (${changes('name')})`),
  follow(
    'findings',
    'findings_found_on',
    `AFTER UPDATE ON ROWS WHEN (${changes('text', 'fix', 'shared_at', 'supplier_organisation_id')})`,
  ),
  follow(
    'assessments',
    'assessments_found_on',
    `AFTER UPDATE ON ROWS WHEN (${changes('supplier_organisation_id', 'title', 'buyer_name', 'message')})`,
  ),
  // Most answers are a choice and no words: those that are saved all day long pay for one comparison.
  follow('working_answers', 'working_answers_found', `AFTER INSERT ON ROWS WHEN (${said('NEW')})`),
  follow(
    'working_answers',
    'working_answers_found_on',
    `AFTER UPDATE ON ROWS WHEN (${said('OLD')} OR ${said('NEW')})`,
  ),
].join('\n');
