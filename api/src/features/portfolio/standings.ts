import { Injectable } from '@nestjs/common';
import type { Lapse } from '@probant/shared/ageing/lapses';
import type { AssessmentId, EngagementId, SupplierId } from '@probant/shared/ids';
import type { Grade, Localised } from '@probant/shared/questionnaires/document';
import type { KnockoutState } from '@probant/shared/scoring/knockouts';
import type { Tx } from '../../platform/database/work.js';
import { replaceLapses } from './standing-lapses.js';
import { replaceRisks, type StandingRisks } from './standing-risks.js';

const describe = `
INSERT INTO engagement_standings (organisation_id, engagement_id, supplier_id, supplier_name, engagement_name, tier, archived)
SELECT e.organisation_id, e.id, s.id, s.name, e.name, e.tier, e.archived_at IS NOT NULL OR s.archived_at IS NOT NULL
FROM engagements e JOIN suppliers s ON s.organisation_id = e.organisation_id AND s.id = e.supplier_id
WHERE e.organisation_id = organisation()`;

const update = `
ORDER BY e.id
ON CONFLICT (organisation_id, engagement_id) DO UPDATE SET supplier_name = excluded.supplier_name,
  engagement_name = excluded.engagement_name, tier = excluded.tier, archived = excluded.archived`;

const score = `
UPDATE engagement_standings s SET score = n.score, base = n.base, floor = n.floor, grade = n.grade, confidence = n.confidence,
  before_review = n."beforeReview", unexamined = n.unexamined, knockouts = n.knockouts, themes = n.themes, scored_at = n."scoredAt",
  scored_assessment_id = n."assessmentId", score_soon = n."scoreSoon", grade_soon = n."gradeSoon",
  unlawful = n.knockouts @> '[{"state": "unlawful"}]', undemonstrated = n.knockouts @> '[{"state": "undemonstrated"}]',
  answered = CASE WHEN s.assessment_id = n."assessmentId" THEN n.answered ELSE s.answered END
FROM jsonb_to_recordset($1::jsonb) AS n("engagementId" uuid, "assessmentId" uuid, score double precision,
  base double precision, floor double precision, grade text, confidence double precision, "beforeReview" boolean,
  unexamined integer, knockouts jsonb, themes jsonb, answered integer, "scoredAt" timestamptz, "scoreSoon" double precision, "gradeSoon" text)
WHERE s.organisation_id = organisation() AND s.engagement_id = n."engagementId"`;

/** How an engagement was scored last. */
export interface ScoredStanding {
  readonly engagementId: EngagementId;
  /** The assessment whose submission was scored. */
  readonly assessmentId: AssessmentId;
  readonly score: number | null;
  readonly base: number | null;
  readonly floor: number;
  readonly grade: Grade | null;
  readonly confidence: number | null;
  readonly beforeReview: boolean;
  /** Pieces that nobody has examined. */
  readonly unexamined: number;
  readonly knockouts: readonly { readonly id: string; readonly state: KnockoutState }[];
  /** Risk 0 to 1 of each theme in the mean. */
  readonly themes: Readonly<Record<string, number>>;
  readonly answered: number;
  readonly scoredAt: string;
  /** What the score becomes in ninety days if nobody does anything. */
  readonly scoreSoon: number | null;
  readonly gradeSoon: Grade | null;
  readonly lapses: readonly StandingLapse[];
  /** null without a score. */
  readonly risks: StandingRisks | null;
}

export interface StandingLapse extends Lapse {
  /** The subject of the first of its questions. */
  readonly label: Localised | null;
}

/** The one row per engagement that lists and counts read. */
@Injectable()
export class Standings {
  /** Takes over names, tier and whether they are archived, after an engagement was created or changed. */
  async describe(tx: Tx, engagementIds: readonly EngagementId[]): Promise<void> {
    await tx.query(`${describe} AND e.id = ANY($1) ${update}`, [engagementIds]);
  }

  /** The same for every engagement of suppliers that were renamed, archived or restored. */
  async describeSuppliers(tx: Tx, supplierIds: readonly SupplierId[]): Promise<void> {
    await tx.query(`${describe} AND e.supplier_id = ANY($1) ${update}`, [supplierIds]);
  }

  /** Takes over scores; every engagement has its row since it was created. */
  async score(tx: Tx, scored: readonly ScoredStanding[]): Promise<void> {
    const bare = scored.map((one) => ({ ...one, lapses: undefined, risks: undefined }));
    await tx.query(score, [JSON.stringify(bare)]);
    await replaceLapses(tx, scored);
    await replaceRisks(tx, scored);
  }
}
