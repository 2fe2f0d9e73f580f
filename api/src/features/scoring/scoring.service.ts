import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { SnapshotMoment } from '@probant/shared/audit/assessment-events';
import type { AssessmentId, EngagementId, OrganisationId, SubmissionId } from '@probant/shared/ids';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/work.js';
import { Standings } from '../portfolio/portfolio.public.js';
import { Profiles, ScorePort, type CurrentScore, type ScoreKeeper } from '../profiles/profiles.public.js';
import { Versions } from '../questionnaires/questionnaires.public.js';
import { currentFacts, findFacts, type AssessedFacts } from './assessed-facts.js';
import { keepSnapshot, type KeptSnapshot } from './snapshots.js';
import { toStanding, workOut, type Scored } from './work-out.js';

/** A score carries a line per question: large portfolios are worked out a few engagements at a time. */
const batch = 100;

/** Works scores out from what is kept, keeps them when they are to be kept, and brings the standings up to date. */
@Injectable()
export class Scoring implements ScoreKeeper, OnModuleInit {
  constructor(
    private readonly profiles: Profiles,
    private readonly versions: Versions,
    private readonly standings: Standings,
    private readonly port: ScorePort,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.port.bind(this);
  }

  /** As it stands now: last submission, reviews so far, profile in force; none before the first submission. */
  async findLive(
    tx: Tx,
    organisationId: OrganisationId,
    assessmentId: AssessmentId,
    submissionId: SubmissionId | null = null,
  ): Promise<Scored | undefined> {
    const facts = await findFacts(tx, organisationId, assessmentId, submissionId);
    return facts && (await this.scoreAll(tx, organisationId, [facts]))[0];
  }

  /** Keeps the score as it stands. */
  async keep(
    tx: Tx,
    organisationId: OrganisationId,
    assessmentId: AssessmentId,
    cause: SnapshotMoment,
    submissionId: SubmissionId | null = null,
  ): Promise<{ scored: Scored; snapshot: KeptSnapshot } | undefined> {
    const scored = await this.findLive(tx, organisationId, assessmentId, submissionId);
    if (scored === undefined) return undefined;
    const snapshot = await keepSnapshot(tx, scored, cause);
    await this.showStanding(tx, organisationId, scored);
    return { scored, snapshot };
  }

  /** Whether the score of a submission was kept when it arrived. */
  async isKept(tx: Tx, organisationId: OrganisationId, submissionId: SubmissionId): Promise<boolean> {
    const [kept] = await tx.query(
      "SELECT 1 FROM score_snapshots WHERE organisation_id = $1 AND submission_id = $2 AND cause = 'submitted'",
      [organisationId, submissionId],
    );
    return kept !== undefined;
  }

  /** Brings the standing up to date with a review under way; nothing is kept. */
  async refresh(
    tx: Tx,
    organisationId: OrganisationId,
    assessmentId: AssessmentId,
  ): Promise<Scored | undefined> {
    const scored = await this.findLive(tx, organisationId, assessmentId);
    if (scored !== undefined) await this.showStanding(tx, organisationId, scored);
    return scored;
  }

  async rescore(
    tx: Tx,
    organisationId: OrganisationId,
    engagementIds: readonly EngagementId[],
    cause: 'profile-changed',
  ): Promise<void> {
    for (let from = 0; from < engagementIds.length; from += batch) {
      const scored = await this.scoreCurrent(tx, organisationId, engagementIds.slice(from, from + batch));
      for (const one of scored) await keepSnapshot(tx, one, cause);
      await this.standings.score(tx, scored.map(toStanding));
    }
  }

  /** Brings standings up to date with the day; nothing is kept. Returns how many there were a score for. */
  async refreshAll(
    tx: Tx,
    organisationId: OrganisationId,
    engagementIds: readonly EngagementId[],
  ): Promise<number> {
    const scored = await this.scoreCurrent(tx, organisationId, engagementIds);
    if (scored.length > 0) await this.standings.score(tx, scored.map(toStanding));
    return scored.length;
  }

  async currentScores(
    tx: Tx,
    organisationId: OrganisationId,
    engagementIds: readonly EngagementId[],
  ): Promise<readonly CurrentScore[]> {
    const scored = await this.scoreCurrent(tx, organisationId, engagementIds);
    return scored.map(({ facts, beforeReview, range }) => ({
      engagementId: facts.engagementId,
      versionId: facts.versionId,
      beforeReview,
      result: range.score,
    }));
  }

  /** By the last submission received for each; engagements without one are left out. */
  async scoreCurrent(
    tx: Tx,
    organisationId: OrganisationId,
    engagementIds: readonly EngagementId[],
  ): Promise<Scored[]> {
    return this.scoreAll(tx, organisationId, await currentFacts(tx, organisationId, engagementIds));
  }

  private async scoreAll(
    tx: Tx,
    organisationId: OrganisationId,
    facts: readonly AssessedFacts[],
  ): Promise<Scored[]> {
    if (facts.length === 0) return [];
    const asOf = this.clock.now().toISOString();
    const ids = facts.map(({ engagementId }) => engagementId);
    const profiles = await this.profiles.inForce(tx, organisationId, ids);
    const scored: Scored[] = [];
    for (const one of facts) {
      const profile = profiles.get(one.engagementId);
      if (profile === undefined) continue;
      const version = await this.versions.get(tx, organisationId, one.versionId);
      scored.push(workOut(one, version, profile, asOf));
    }
    return scored;
  }

  /** An engagement shows the score of the last submission received for it, whichever assessment that belongs to. */
  private async showStanding(tx: Tx, organisationId: OrganisationId, scored: Scored): Promise<void> {
    const [current] = await tx.query<{ submission_id: string }>(
      `SELECT s.id AS submission_id FROM assessments a JOIN submissions s ON s.buyer_id = a.buyer_id AND s.assessment_id = a.id
       WHERE a.buyer_id = $1 AND a.engagement_id = $2 ORDER BY s.submitted_at DESC, s.id DESC LIMIT 1`,
      [organisationId, scored.facts.engagementId],
    );
    if (current?.submission_id !== scored.facts.submissionId) return;
    await this.standings.score(tx, [toStanding(scored)]);
  }
}
