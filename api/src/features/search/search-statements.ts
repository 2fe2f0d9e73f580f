import type { Stem } from '@probant/shared/search/segments';
import type { SearchKind } from '@probant/shared/search/kinds';
import type { Statement } from '../../platform/database/work.js';

/** What was found, with what it belongs to as whoever speaks may read it. */
export interface FoundRow {
  readonly kind: SearchKind;
  readonly id: string;
  readonly key: string;
  readonly assessment_id: string | null;
  readonly supplier_id: string | null;
  readonly question_key: string | null;
  readonly title_fr: string;
  readonly title_en: string;
  readonly body_fr: string;
  readonly body_en: string;
  /** What was sent is named by its engagement. */
  readonly request: string | null;
  readonly context: string;
  readonly questionnaire: { readonly fr: string; readonly en: string } | null;
  readonly buyer_id: string | null;
  readonly document_sha256: string | null;
}

/** One more of each kind than is shown tells whether there are more. */
export function findStatement(
  kinds: readonly SearchKind[],
  words: readonly string[],
  limit: number,
): Statement<FoundRow> {
  return {
    text: `SELECT f.kind, f.id, f.key, a.id AS assessment_id, c.supplier_id, f.title_fr, f.title_en, f.body_fr, f.body_en,
  CASE WHEN f.kind IN ('answer', 'clarification') THEN nullif(f.key, '') WHEN f.kind = 'question' THEN coalesce(k.question_key, f.key)
    ELSE b.question_key END AS question_key, a.title AS request,
  CASE f.kind WHEN 'engagement' THEN s.name WHEN 'contact' THEN s.name WHEN 'request' THEN a.buyer_name
    ELSE coalesce(r.supplier_name || ', ' || r.engagement_name, a.title || ', ' || a.buyer_name, '') END AS context,
  q.title AS questionnaire, a.buyer_id, a.document_sha256
FROM search_find($1, $2, $3) f
LEFT JOIN engagements e ON f.kind = 'engagement' AND e.organisation_id = (SELECT organisation()) AND e.id = f.id
LEFT JOIN contacts c ON f.kind = 'contact' AND c.organisation_id = (SELECT organisation()) AND c.id = f.id
LEFT JOIN suppliers s ON s.organisation_id = (SELECT organisation()) AND s.id = coalesce(e.supplier_id, c.supplier_id)
LEFT JOIN questionnaires q ON f.kind = 'question' AND q.organisation_id = (SELECT organisation()) AND q.id = f.id
LEFT JOIN LATERAL (
  (SELECT l.assessment_id, l.question_key FROM evidence_links l
    WHERE f.kind = 'piece' AND l.organisation_id = (SELECT organisation()) AND l.evidence_id = f.id
    ORDER BY l.linked_at DESC LIMIT 1)
  UNION ALL
  (SELECT p.assessment_id, p.question_keys[1] FROM submission_pieces p
    WHERE f.kind = 'piece' AND p.buyer_id = (SELECT organisation()) AND p.assessment_id = f.assessment_id AND p.evidence_id = f.id
    LIMIT 1)) b ON true
-- What a supplier is asked: the buyer's id, the document's hash before the key. Cut apart from the rows, so that an index is led by it.
LEFT JOIN LATERAL (SELECT left(f.key, 64) AS sha256, substr(f.key, 66) AS question_key
  WHERE f.kind = 'question' AND substr(f.key, 65, 1) = '/' OFFSET 0) k ON true
LEFT JOIN LATERAL (SELECT i.id FROM assessments i WHERE i.supplier_organisation_id = (SELECT organisation())
  AND i.buyer_id = f.id AND i.document_sha256 = k.sha256 ORDER BY i.created_at DESC LIMIT 1) i ON true
LEFT JOIN assessments a ON a.id = coalesce(f.assessment_id, b.assessment_id, i.id)
LEFT JOIN assessment_frames r ON r.organisation_id = a.buyer_id AND r.assessment_id = a.id
-- What a workspace has kept of a request that it lost is its own, and has no page any more.
WHERE a.id IS NOT NULL OR (f.assessment_id IS NULL AND k.sha256 IS NULL)
ORDER BY array_position($1::text[], f.kind), f.place`,
    parameters: [kinds, words, limit + 1],
  };
}

export function stemsStatement(words: readonly string[]): Statement<Stem> {
  return { text: 'SELECT stem, begun FROM search_stems($1)', parameters: [words] };
}
