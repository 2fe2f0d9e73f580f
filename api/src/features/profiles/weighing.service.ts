import { Injectable } from '@nestjs/common';
import type { EngagementId, OrganisationId, VersionId } from '@probant/shared/ids';
import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { toWeighable } from '@probant/shared/scoring/reweigh';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { fail } from '../../platform/http/problem.js';
import { Library } from '../library/library.public.js';
import { Versions } from '../questionnaires/questionnaires.public.js';
import { ProfileChoices } from './profile-choices.service.js';
import { scoredVersions, shown } from './risk-matrices.service.js';
import { ScorePort } from './score-port.js';
import type { WeighedDocumentResponse, WeighedEngagementResponse, WeighingResponse } from './weighing.dto.js';

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
      const { total } = await tx.get<{ total: number }>(
        `SELECT count(*)::int AS total FROM ${shown} WHERE r.organisation_id = $1`,
        [organisationId],
      );
      return {
        asOf: this.clock.now().toISOString(),
        profile: await this.choices.describeDefault(tx, organisationId),
        documents: await this.documents(tx, organisationId),
        total,
      };
    });
  }

  /** What one engagement is made of, as exactly as it is scored. */
  engagement(scope: Scope, engagementId: EngagementId): Promise<WeighedEngagementResponse> {
    return this.work.run(scope, async (tx) => {
      const [current] = await this.scores.currentScores(tx, scope.organisationId, [engagementId]);
      if (current === undefined) fail('not-found');
      const { score, base, grade, tier } = current.result;
      if (score === null || base === null || grade === null) fail('not-found');
      const { risks, exponent, floor } = toWeighable(current.result);
      const { versionId } = current;
      return { engagementId, versionId, tier, exponent, floor, score, base, grade, risks: [...risks] };
    });
  }

  private async documents(tx: Tx, organisationId: OrganisationId): Promise<WeighedDocumentResponse[]> {
    const documents = await this.currentDocuments(tx, organisationId);
    for (const versionId of await scoredVersions(tx, organisationId)) {
      if (documents.some((one) => one.versionId === versionId)) continue;
      const { document } = await this.versions.get(tx, organisationId, versionId);
      documents.push(toWeighedDocument(versionId, document));
    }
    return documents;
  }

  /** Weights can be tried before anything is scored: on what would be sent, else on the library. */
  private async currentDocuments(tx: Tx, organisationId: OrganisationId): Promise<WeighedDocumentResponse[]> {
    const current = await this.versions.current(tx, organisationId);
    return current.length === 0
      ? [toWeighedDocument(null, this.library.questionBank())]
      : current.map(({ id, document }) => toWeighedDocument(id, document));
  }
}

function toWeighedDocument(
  versionId: VersionId | null,
  document: QuestionnaireDocument,
): WeighedDocumentResponse {
  return {
    versionId,
    tiers: document.tiers.map(({ tier, exponent }) => ({ tier, exponent })),
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
