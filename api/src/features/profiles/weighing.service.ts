import { Injectable } from '@nestjs/common';
import type { EngagementId, OrganisationId, VersionId } from '@probant/shared/ids';
import { maxCounts } from '@probant/shared/limits';
import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { toWeighable } from '@probant/shared/scoring/reweigh';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { Library } from '../library/library.public.js';
import { Versions } from '../questionnaires/questionnaires.public.js';
import { ProfileChoices } from './profile-choices.service.js';
import { ScorePort, type CurrentScore } from './score-port.js';
import type { WeighedDocumentResponse, WeighedEngagementResponse, WeighingResponse } from './weighing.dto.js';

interface ScoredRow {
  readonly engagement_id: EngagementId;
  readonly supplier_id: string;
  readonly supplier_name: string;
  readonly engagement_name: string;
  readonly own_profile: boolean;
}

/** Scores carry a line per question: they are worked out a few engagements at a time and kept only as their risks. */
const batch = 100;
/** Finer than any score that is shown, and short to send. */
const riskSteps = 1e9;

/** What a browser needs to rank engagements anew while a weight is dragged. */
@Injectable()
export class Weighing {
  constructor(
    private readonly work: Work,
    private readonly choices: ProfileChoices,
    private readonly library: Library,
    private readonly versions: Versions,
    private readonly scores: ScorePort,
    private readonly clock: Clock,
  ) {}

  read(scope: Scope): Promise<WeighingResponse> {
    return this.work.run(scope, async (tx) => {
      const { organisationId } = scope;
      const rows = await tx.query<ScoredRow>(riskiest, [organisationId, maxCounts.rankedEngagements]);
      const { total } = await tx.get<{ total: number }>(countScored, [organisationId]);
      const documents = await this.currentDocuments(tx, organisationId);
      const engagements: WeighedEngagementResponse[] = [];
      for (let from = 0; from < rows.length; from += batch) {
        const some = rows.slice(from, from + batch);
        const scores = await this.scoresOf(tx, organisationId, some);
        for (const row of some) {
          const current = scores.get(row.engagement_id);
          if (current === undefined) continue;
          const document = await this.placeOf(tx, organisationId, current.versionId, documents);
          const weighed = toWeighed(row, current, document);
          if (weighed !== null) engagements.push(weighed);
        }
      }
      return {
        asOf: this.clock.now().toISOString(),
        profile: await this.choices.describeDefault(tx, organisationId),
        documents,
        engagements: engagements.toSorted((one, other) => other.score - one.score),
        total,
      };
    });
  }

  private async scoresOf(
    tx: Tx,
    organisationId: OrganisationId,
    rows: readonly ScoredRow[],
  ): Promise<ReadonlyMap<EngagementId, CurrentScore>> {
    const ids = rows.map(({ engagement_id }) => engagement_id);
    const current = await this.scores.currentScores(tx, organisationId, ids);
    return new Map(current.map((score) => [score.engagementId, score]));
  }

  /** Weights can be tried before anything is scored: on what would be sent, else on the library. */
  private async currentDocuments(tx: Tx, organisationId: OrganisationId): Promise<WeighedDocumentResponse[]> {
    const current = await this.versions.current(tx, organisationId);
    return current.length === 0
      ? [toWeighedDocument(null, this.library.questionBank())]
      : current.map(({ id, document }) => toWeighedDocument(id, document));
  }

  /** The place of the version in the list, where it is put when first met. */
  private async placeOf(
    tx: Tx,
    organisationId: OrganisationId,
    versionId: VersionId,
    documents: WeighedDocumentResponse[],
  ): Promise<number> {
    const place = documents.findIndex((one) => one.versionId === versionId);
    if (place !== -1) return place;
    const { document } = await this.versions.get(tx, organisationId, versionId);
    return documents.push(toWeighedDocument(versionId, document)) - 1;
  }
}

const riskiest = `
SELECT s.engagement_id, s.supplier_id, s.supplier_name, s.engagement_name, e.profile_id IS NOT NULL AS own_profile
FROM engagement_standings s JOIN engagements e ON e.organisation_id = s.organisation_id AND e.id = s.engagement_id
WHERE s.organisation_id = $1 AND NOT s.archived AND s.score IS NOT NULL
ORDER BY s.score DESC NULLS LAST, s.engagement_id LIMIT $2`;

const countScored = `
SELECT count(*)::int AS total FROM engagement_standings WHERE organisation_id = $1 AND NOT archived AND score IS NOT NULL`;

function toWeighedDocument(
  versionId: VersionId | null,
  document: QuestionnaireDocument,
): WeighedDocumentResponse {
  return {
    versionId,
    grades: document.grades.map(({ grade, max }) => ({ grade, max })),
    themes: document.themes.map(({ code, title, short: name, weight, questions }) => ({
      code,
      title: name ?? title,
      weight,
      questions: questions.map(({ id, short, text, weight: own }) => ({
        id,
        label: short ?? text,
        weight: own,
      })),
    })),
  };
}

function toWeighed(
  row: ScoredRow,
  { result, beforeReview }: CurrentScore,
  document: number,
): WeighedEngagementResponse | null {
  const { score, base, grade, tier } = result;
  if (score === null || base === null || grade === null) return null;
  const { risks, exponent, floor } = toWeighable(result);
  return {
    id: row.engagement_id,
    supplierId: row.supplier_id,
    supplierName: row.supplier_name,
    name: row.engagement_name,
    tier,
    exponent,
    floor,
    score,
    base,
    grade,
    beforeReview,
    ownProfile: row.own_profile,
    document,
    risks: risks.map((risk) => (risk === null ? null : Math.round(risk * riskSteps) / riskSteps)),
  };
}
