import { factsOf, objectOf, toldRows } from '../told-rows.js';

/** Facts that cannot both hold, as they were shown, and what the buyer made of them. */
export const contradictions = toldRows({
  side: 'buyer',
  path: 'contradictions/acts.json',
  title: 'Contradictions relevées et suites données',
  kinds: ['contradiction-asked', 'contradiction-set-aside', 'contradiction-reopened'],
  field: 'actSha256',
  select: `SELECT r.act_text AS text, ${factsOf({
    assessmentId: 'r.assessment_id',
    actId: 'r.id',
    contradiction: 'r.key',
    fingerprint: 'r.fingerprint',
  })} AS facts, ${objectOf({ act: 'r.act', actedByName: 'r.acted_by_name', actedAt: 'instant_text(r.acted_at)' })} AS beside
    FROM contradiction_acts r, w WHERE r.organisation_id = w.organisation AND r.assessment_id = ANY (w.assessments)
    ORDER BY r.acted_at, r.id`,
});
