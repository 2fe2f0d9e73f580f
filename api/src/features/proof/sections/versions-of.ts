/** Every version that an assessment of this frame was at: sent, moved to, and answered. */
export const versionsOf = (frame: string): string => `LATERAL (
  SELECT ${frame}.version_id AS id
  UNION SELECT version_named(${frame}.organisation_id, ${frame}.version_id, m.to_version_sha256) FROM version_moves m
    WHERE m.buyer_id = ${frame}.organisation_id AND m.assessment_id = ${frame}.assessment_id)`;
