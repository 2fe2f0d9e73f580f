import type { ProofSection } from '../proof-section.js';
import { factsOf, objectOf, toldRows } from '../told-rows.js';

const ofEngagement = 'c.organisation_id = w.organisation AND c.engagement_id = w.engagement';

/** What registers and name servers answered, as it was read. */
export const checks = toldRows({
  side: 'buyer',
  path: 'checks/checks.json',
  title: 'Vérifications auprès des registres',
  kinds: ['check-made'],
  field: 'readingSha256',
  select: `SELECT c.reading AS content, ${factsOf({
    engagementId: 'c.engagement_id',
    checkId: 'c.id',
    check: 'c.kind',
    target: 'c.target',
    verdict: 'c.verdict',
  })} AS facts, ${objectOf({ askedByName: 'c.asked_by_name', fetchedAt: 'instant_text(c.fetched_at)' })} AS beside
    FROM checks c, w WHERE ${ofEngagement} ORDER BY c.fetched_at, c.id`,
});

/** The very bytes of each reply are a piece. */
export const checkReplies = toldRows({
  side: 'buyer',
  path: 'checks/replies.json',
  title: 'Vérifications, réponses brutes',
  kinds: ['check-made'],
  field: 'repliesSha256',
  select: `SELECT r.sha256 AS told, ${factsOf({ checkId: 'r.check_id' })} AS facts,
    ${objectOf({ place: 'r.place', source: 'r.source', status: 'r.status', failure: 'r.failure', fetchedAt: 'instant_text(r.fetched_at)' })} AS beside
    FROM check_replies r JOIN checks c ON c.organisation_id = r.organisation_id AND c.id = r.check_id, w
    WHERE ${ofEngagement} ORDER BY c.fetched_at, r.check_id, r.place`,
});

export const checkBodies: ProofSection = {
  side: 'buyer',
  gather: async function* ({ organisationId, engagementId, pieces, read }) {
    const replies = await read<{ id: string; place: number; sha256: string; source: string }>(
      `SELECT r.check_id AS id, r.place, r.sha256, r.source FROM check_replies r
         JOIN checks c ON c.organisation_id = r.organisation_id AND c.id = r.check_id
       WHERE r.organisation_id = $1 AND c.engagement_id = $2 AND EXISTS (SELECT 1 FROM events e WHERE e.organisation_id = $1
         AND e.chain_id = $1 AND e.kind = 'check-made' AND e.text::jsonb -> 'repliesSha256' ? r.sha256)
       ORDER BY c.fetched_at, r.check_id, r.place`,
      [organisationId, engagementId],
    );
    for (const { id, place, sha256, source } of replies) {
      if (pieces.has(sha256)) continue;
      pieces.add(sha256);
      const [row] = await read<{ body: Buffer }>(
        'SELECT body FROM check_replies WHERE organisation_id = $1 AND check_id = $2 AND place = $3',
        [organisationId, id, place],
      );
      if (row !== undefined)
        yield {
          path: `pieces/${sha256}`,
          role: 'piece',
          title: `Réponse brute de ${source.slice(0, 200)}`,
          content: bytesOf(row.body),
        };
    }
  },
};

async function* bytesOf(body: Buffer): AsyncIterable<Uint8Array> {
  yield await Promise.resolve(body);
}

/** What a reviewer takes a check to prove of an answer. */
export const checkGrades = toldRows({
  side: 'buyer',
  path: 'checks/grades.json',
  title: 'Vérifications retenues comme preuves',
  kinds: ['check-graded'],
  field: null,
  by: 'checkId',
  select: `SELECT ${factsOf({
    assessmentId: 'r.assessment_id',
    questionId: 'r.question_key',
    checkId: 'r.check_id',
    name: 'r.name',
    level: 'r.level',
    checkedOn: 'r.checked_on',
  })} AS facts, ${objectOf({ gradedByName: 'r.graded_by_name', gradedAt: 'instant_text(r.graded_at)' })} AS beside
    FROM check_proofs r, w WHERE r.organisation_id = w.organisation AND r.assessment_id = ANY (w.assessments)
    ORDER BY r.graded_at, r.question_key`,
});
