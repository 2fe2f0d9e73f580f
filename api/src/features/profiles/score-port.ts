import { Injectable } from '@nestjs/common';
import type { EngagementId, OrganisationId, VersionId } from '@probant/shared/ids';
import type { ScoreResult } from '@probant/shared/scoring/score-assessment';
import type { Tx } from '../../platform/database/work.js';

/** The score of an engagement as it stands: last submission, reviews so far, profile in force. */
export interface CurrentScore {
  readonly engagementId: EngagementId;
  readonly versionId: VersionId;
  readonly beforeReview: boolean;
  readonly result: ScoreResult;
}

/** What weights ask of the feature that keeps the scores. */
export interface ScoreKeeper {
  /** Works the scores out anew, updates the standings and keeps snapshots; engagements without a submission are passed over. */
  rescore(
    tx: Tx,
    organisationId: OrganisationId,
    engagementIds: readonly EngagementId[],
    cause: 'profile-changed',
  ): Promise<void>;
  currentScores(
    tx: Tx,
    organisationId: OrganisationId,
    engagementIds: readonly EngagementId[],
  ): Promise<readonly CurrentScore[]>;
}

/**
 * Scores need the weights and a change of weights needs the scores: the feature that keeps the scores imports this one and
 * binds itself when it starts. As long as nobody keeps scores there is none to bring up to date.
 */
@Injectable()
export class ScorePort {
  private keeper: ScoreKeeper | undefined;

  bind(keeper: ScoreKeeper): void {
    this.keeper = keeper;
  }

  async rescore(
    tx: Tx,
    organisationId: OrganisationId,
    engagementIds: readonly EngagementId[],
  ): Promise<void> {
    if (engagementIds.length > 0) {
      await this.keeper?.rescore(tx, organisationId, engagementIds, 'profile-changed');
    }
  }

  async currentScores(
    tx: Tx,
    organisationId: OrganisationId,
    engagementIds: readonly EngagementId[],
  ): Promise<readonly CurrentScore[]> {
    return (await this.keeper?.currentScores(tx, organisationId, engagementIds)) ?? [];
  }
}
