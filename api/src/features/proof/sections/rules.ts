import type { ProofSection } from '../proof-section.js';
import { factsOf, objectOf, toldRows } from '../told-rows.js';
import { versionsOf } from './versions-of.js';

/** When the versions that scores were worked out by were published: the version itself stands in the file. */
export const publications = toldRows({
  side: 'buyer',
  path: 'rules/versions.json',
  title: 'Publication des versions du questionnaire',
  kinds: ['questionnaire-published'],
  field: 'documentSha256',
  select: `SELECT v.sha256 AS told, ${factsOf({ versionId: 'v.id', number: 'v.number' })} AS facts, '{}'::jsonb AS beside
    FROM questionnaire_versions v, w WHERE v.organisation_id = w.organisation AND v.id IN (SELECT n.id
      FROM assessment_frames f, ${versionsOf('f')} n WHERE f.organisation_id = w.organisation AND f.assessment_id = ANY (w.assessments))
    ORDER BY v.number, v.id`,
});

/** What the questions of a version became in the next, as its author stated it when publishing. */
export const equivalences = toldRows({
  side: 'buyer',
  path: 'rules/equivalences.json',
  title: 'Équivalences entre les versions du questionnaire',
  kinds: ['questionnaire-published'],
  field: 'equivalenceSha256',
  select: `SELECT e.equivalence_text AS text, ${factsOf({ versionId: 'e.version_id' })} AS facts,
      ${objectOf({ fromVersionId: 'e.from_version_id', edited: 'e.edited' })} AS beside
    FROM version_equivalences e, w WHERE e.organisation_id = w.organisation AND e.version_id IN (SELECT n.id
      FROM assessment_frames f, ${versionsOf('f')} n WHERE f.organisation_id = w.organisation AND f.assessment_id = ANY (w.assessments))
    ORDER BY e.version_id`,
});

/** The weight profiles that scores name. */
export const profiles = toldRows({
  side: 'buyer',
  path: 'rules/profiles.json',
  title: 'Profils de pondération',
  kinds: ['profile-saved'],
  field: 'weightsSha256',
  select: `SELECT jsonb_build_object('themes', p.themes, 'questions', p.questions) AS content,
    ${factsOf({ profileId: 'p.id', name: 'p.name', number: 'p.number' })} AS facts, ${objectOf({})} AS beside
    FROM weight_profiles p, w WHERE p.organisation_id = w.organisation AND p.id IN (SELECT s.profile_id
      FROM score_snapshots s WHERE s.organisation_id = w.organisation AND s.assessment_id = ANY (w.assessments))
    ORDER BY p.number, p.id`,
});

/** Every act on the engagement that stands in the organisation's own chain; in the engagement's own file alone. */
export const ownActs: ProofSection = {
  side: 'buyer',
  gather: async function* ({ organisationId, engagementId, kind, quoted, read }) {
    if (kind !== 'engagement') return;
    const rows = await read<{ sequence: number }>(
      `SELECT sequence::int FROM events WHERE organisation_id = $1 AND chain_id = $1
         AND text::jsonb ->> 'engagementId' = $2`,
      [organisationId, engagementId],
    );
    for (const { sequence } of rows) quoted.add(sequence);
    yield* [];
  },
};
