/** What `open_sheet` returns for one assessment, from the same rows, without session, permission or row security. */
export const bareSheet = `
SELECT d.document_text, json_build_object(
  'assessmentId', a.id, 'status', a.status, 'dueOn', a.due_on, 'title', a.title, 'buyerName', a.buyer_name,
  'buyerContact', a.buyer_contact, 'message', a.message, 'versionNumber', a.version_number,
  'versionSha256', a.version_sha256, 'submissions', a.submissions, 'revision', s.revision,
  'lastSavedAt', instant_text(s.last_saved_at),
  'answers', (SELECT coalesce(json_agg(json_build_object('questionId', w.question_key, 'state', w.state, 'value', w.value,
      'comment', w.comment, 'justification', w.justification, 'revision', w.revision, 'savedBy', w.updated_by_name,
      'savedAt', instant_text(w.updated_at))), '[]') FROM working_answers w
    WHERE w.supplier_organisation_id = s.supplier_organisation_id AND w.assessment_id = a.id),
  'pieces', (SELECT coalesce(json_agg(json_build_object('questionId', l.question_key, 'evidenceId', e.id, 'name', e.name,
      'kind', e.kind, 'datedOn', e.dated_on, 'expiresOn', e.expires_on, 'sha256', e.sha256, 'bytes', f.bytes,
      'mediaType', f.media_type, 'scanPartial', f.scan_partial, 'revision', e.revision,
      'superseded', e.superseded_at IS NOT NULL, 'submitted', e.submitted_at IS NOT NULL,
      'uploadedBy', e.uploaded_by_name, 'uploadedAt', instant_text(e.uploaded_at)) ORDER BY l.linked_at), '[]')
    FROM evidence_links l
    JOIN evidence e ON e.organisation_id = l.organisation_id AND e.id = l.evidence_id
    JOIN evidence_files f ON f.organisation_id = e.organisation_id AND f.sha256 = e.sha256
    WHERE l.organisation_id = s.supplier_organisation_id AND l.assessment_id = a.id),
  'threads', '[]'::json)::text AS sheet
FROM assessments a
JOIN answer_sheets s ON s.assessment_id = a.id
JOIN supplier_documents d ON d.buyer_id = a.buyer_id AND d.sha256 = a.document_sha256
WHERE a.id = $1`;
