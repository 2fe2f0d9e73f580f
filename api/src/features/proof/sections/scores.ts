import type { KeptScore } from '@probant/shared/proof/recompute-score';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import type { ProofSection } from '../proof-section.js';

/** Each score that was kept, with its trace and what it takes to work it out again. */
export const scores: ProofSection = {
  side: 'buyer',
  gather: async function* ({ organisationId, assessments, read }) {
    for (const { id, title } of assessments) {
      const kept = await read<{ id: string; day: string }>(
        `SELECT id, to_char(at AT TIME ZONE 'Europe/Paris', 'DD/MM/YYYY HH24:MI') AS day FROM score_snapshots
         WHERE organisation_id = $1 AND assessment_id = $2 ORDER BY at, id`,
        [organisationId, id],
      );
      for (const [place, snapshot] of kept.entries()) {
        const [row] = await read<{ content: KeptScore }>(
          `SELECT jsonb_build_object('engineVersion', engine_version, 'ruleSet', rule_set, 'versionSha256', version_sha256,
             'profileId', profile_id, 'inputs', inputs, 'result', result) AS content
           FROM score_snapshots WHERE organisation_id = $1 AND id = $2`,
          [organisationId, snapshot.id],
        );
        if (row !== undefined)
          yield {
            path: `assessments/${id}/scores/${place + 1}.json`,
            role: 'score',
            title: `Score conservé le ${snapshot.day}, ${title}`,
            content: canonicalJson(row.content),
          };
      }
    }
  },
};
