import { newId } from '../../src/platform/database/new-id.js';
import type { GivenAssessment } from './given-assessment.js';
import type { World } from './world.js';

/** A check as it was kept, without asking anybody. */
export async function givenCheck(
  all: Pick<World, 'sql' | 'clock'>,
  { buyerId, engagementId }: Pick<GivenAssessment, 'buyerId' | 'engagementId'>,
): Promise<{ readonly checkId: string; readonly place: string }> {
  const checkId = newId();
  await all.sql(
    `INSERT INTO checks (organisation_id, id, engagement_id, kind, target, verdict, reading, asked_by, asked_by_name, fetched_at)
     SELECT $1, $2, $3, 'company', '732829320', 'ok', '{"verdict":"ok","remarks":[]}', m.account_id, 'Claire', $4
     FROM memberships m WHERE m.organisation_id = $1 LIMIT 1`,
    [buyerId, checkId, engagementId, all.clock.now()],
  );
  await all.sql(
    `INSERT INTO check_replies (organisation_id, check_id, place, source, status, sha256, body, fetched_at)
     VALUES ($1, $2, 0, 'https://registre.example/search', 200, repeat('a', 64), '\\x7b7d', $3)`,
    [buyerId, checkId, all.clock.now()],
  );
  return { checkId, place: '0' };
}
