import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Opening the answer sheet in one round trip, with the session and permission found by the statement itself. */
export class OpenSheet20261122110000 implements MigrationInterface {
  name = 'OpenSheet20261122110000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(openSheet);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION open_sheet(bytea, uuid, text[], boolean)');
  }
}

/**
 * Returns outcome 'open' with the questionnaire's text (null unless asked for), its sha256 and the sheet as JSON text;
 * or 'signed-out', 'not-found', 'forbidden' and nothing else.
 */
const openSheet = `
CREATE FUNCTION open_sheet(p_session bytea, p_assessment uuid, p_roles text[], p_with_document boolean)
RETURNS TABLE (outcome text, document_sha256 text, document_text text, sheet text) LANGUAGE plpgsql AS $$
DECLARE
  v_account uuid; v_organisation uuid; v_roles text[]; v_bound uuid; v_assessment record;
BEGIN
  PERFORM speak(NULL, NULL, 'identity');
  SELECT s.account_id, m.organisation_id, m.roles, s.assessment_id INTO v_account, v_organisation, v_roles, v_bound
    FROM sessions s LEFT JOIN memberships m ON m.account_id = s.account_id AND m.organisation_id = s.organisation_id
    WHERE s.token_hash = p_session AND s.expires_at > now();
  IF NOT FOUND THEN RETURN QUERY SELECT 'signed-out', NULL::text, NULL::text, NULL::text; RETURN; END IF;
  PERFORM speak(v_organisation, v_account, '');
  SELECT a.* INTO v_assessment FROM assessments a
    WHERE a.id = p_assessment AND a.supplier_organisation_id = v_organisation
      AND (v_bound IS NULL OR v_bound = p_assessment);
  IF NOT FOUND THEN RETURN QUERY SELECT 'not-found', NULL::text, NULL::text, NULL::text; RETURN; END IF;
  IF NOT v_roles && p_roles THEN RETURN QUERY SELECT 'forbidden', NULL::text, NULL::text, NULL::text; RETURN; END IF;
  RETURN QUERY SELECT 'open', v_assessment.document_sha256,
    CASE WHEN p_with_document THEN (SELECT d.document_text FROM supplier_documents d
      WHERE d.buyer_id = v_assessment.buyer_id AND d.sha256 = v_assessment.document_sha256) END,
    (SELECT json_build_object(
      'assessmentId', v_assessment.id, 'status', v_assessment.status, 'dueOn', v_assessment.due_on,
      'title', v_assessment.title, 'buyerName', v_assessment.buyer_name, 'buyerContact', v_assessment.buyer_contact,
      'message', v_assessment.message, 'versionNumber', v_assessment.version_number,
      'versionSha256', v_assessment.version_sha256, 'submissions', v_assessment.submissions,
      'revision', s.revision, 'lastSavedAt', instant_text(s.last_saved_at),
      'answers', (SELECT coalesce(json_agg(json_build_object('questionId', w.question_key, 'state', w.state,
          'value', w.value, 'comment', w.comment, 'justification', w.justification, 'revision', w.revision,
          'savedBy', w.updated_by_name, 'savedAt', instant_text(w.updated_at))), '[]')
        FROM working_answers w
        WHERE w.supplier_organisation_id = v_organisation AND w.assessment_id = p_assessment),
      'pieces', (SELECT coalesce(json_agg(json_build_object('questionId', l.question_key, 'evidenceId', e.id,
          'name', e.name, 'kind', e.kind, 'datedOn', e.dated_on, 'expiresOn', e.expires_on, 'sha256', e.sha256,
          'bytes', f.bytes, 'mediaType', f.media_type, 'scanPartial', f.scan_partial, 'revision', e.revision,
          'superseded', e.superseded_at IS NOT NULL, 'submitted', e.submitted_at IS NOT NULL,
          'uploadedBy', e.uploaded_by_name, 'uploadedAt', instant_text(e.uploaded_at)) ORDER BY l.linked_at), '[]')
        FROM evidence_links l
        JOIN evidence e ON e.organisation_id = l.organisation_id AND e.id = l.evidence_id
        JOIN evidence_files f ON f.organisation_id = e.organisation_id AND f.sha256 = e.sha256
        WHERE l.organisation_id = v_organisation AND l.assessment_id = p_assessment),
      'threads', (SELECT coalesce(json_agg(json_build_object('questionId', t.question_key, 'messages', t.messages,
          'lastAt', instant_text(t.last_at), 'awaiting', t.awaiting)), '[]')
        FROM (SELECT c.question_key, count(*) AS messages, max(c.at) AS last_at,
            (array_agg(c.author_organisation_id ORDER BY c.at DESC))[1] <> v_organisation AS awaiting
          FROM clarifications c WHERE c.buyer_id = v_assessment.buyer_id AND c.assessment_id = p_assessment
          GROUP BY c.question_key) t)
    )::text FROM answer_sheets s WHERE s.supplier_organisation_id = v_organisation AND s.assessment_id = p_assessment);
END $$;
`;
