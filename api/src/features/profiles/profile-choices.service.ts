import { Injectable } from '@nestjs/common';
import type { EngagementId, OrganisationId, ProfileId } from '@probant/shared/ids';
import { decideProfile } from '@probant/shared/scoring/decide-profile';
import type { Scope } from '../../platform/access/scope.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { accepted, fail, found } from '../../platform/http/problem.js';
import { Library } from '../library/library.public.js';
import { Versions } from '../questionnaires/questionnaires.public.js';
import type {
  ChooseDefaultRequest,
  DefaultChosenResponse,
  ChooseEngagementProfileRequest,
  EngagementProfileResponse,
  ProfileResponse,
  ProfilesResponse,
  SaveProfileRequest,
} from './profiles.dto.js';
import { BuyerSettingsEntity, WeightProfileEntity } from './profiles.entity.js';
import { Profiles } from './profiles.service.js';
import { ScorePort } from './score-port.js';

interface EngagementRow {
  readonly name: string;
  readonly profile_id: ProfileId | null;
  readonly revision: number;
}

/** Saving profiles and choosing among them; every choice brings the scores up to date in the same transaction. */
@Injectable()
export class ProfileChoices {
  constructor(
    private readonly work: Work,
    private readonly profiles: Profiles,
    private readonly library: Library,
    private readonly versions: Versions,
    private readonly scores: ScorePort,
  ) {}

  list(scope: Scope): Promise<ProfilesResponse> {
    return this.work.run(scope, (tx) => this.describe(tx, scope.organisationId));
  }

  read(scope: Scope, id: ProfileId): Promise<ProfileResponse> {
    return this.work.run(scope, (tx) => this.describeProfile(tx, scope.organisationId, id));
  }

  async describeProfile(tx: Tx, organisationId: OrganisationId, id: ProfileId): Promise<ProfileResponse> {
    const { defaultProfileId } = await this.profiles.settings(tx, organisationId);
    return toResponse(found(await findProfile(tx, organisationId, id)), defaultProfileId);
  }

  async describeDefault(tx: Tx, organisationId: OrganisationId): Promise<ProfileResponse> {
    const { defaultProfileId } = await this.profiles.settings(tx, organisationId);
    return this.describeProfile(tx, organisationId, defaultProfileId);
  }

  save(scope: Scope, request: SaveProfileRequest): Promise<ProfileResponse> {
    return this.work.run(scope, async (tx) => {
      const { organisationId, accountId, accountName } = scope;
      const { defaultProfileId } = await this.profiles.settings(tx, organisationId);
      const bank = this.library.questionBank();
      const current = await this.versions.current(tx, organisationId);
      const documents = [bank, ...current.map(({ document }) => document)];
      const profile = accepted(
        decideProfile(documents, { themes: request.themes, questions: request.questions ?? {} }),
      );
      const saved = await this.profiles.save(tx, organisationId, {
        ...profile,
        name: request.name,
        preset: request.preset ?? null,
        author: { createdBy: accountId, createdByName: accountName },
      });
      return toResponse(saved, defaultProfileId);
    });
  }

  chooseDefault(scope: Scope, { profileId, revision }: ChooseDefaultRequest): Promise<DefaultChosenResponse> {
    return this.work.run(scope, async (tx) => {
      const { organisationId } = scope;
      await this.profiles.settings(tx, organisationId);
      const settings = await tx.lock(BuyerSettingsEntity, { organisationId });
      if (settings.revision !== revision) fail('stale-revision');
      const profile = await chosenProfile(tx, organisationId, profileId as ProfileId);
      let rescored = 0;
      if (profile.id !== settings.defaultProfileId) {
        Object.assign(settings, { defaultProfileId: profile.id, revision: settings.revision + 1 });
        await tx.save(settings, {
          kind: 'profile-made-default',
          profileId: profile.id,
          name: nameOf(profile),
        });
        const followers = await followersOfDefault(tx, organisationId);
        await this.scores.rescore(tx, organisationId, followers);
        rescored = followers.length;
      }
      return { ...(await this.describe(tx, organisationId)), rescored };
    });
  }

  chooseForEngagement(
    scope: Scope,
    id: EngagementId,
    request: ChooseEngagementProfileRequest,
  ): Promise<EngagementProfileResponse> {
    return this.work.run(scope, async (tx) => {
      const { organisationId } = scope;
      const engagement = await tx.get<EngagementRow>(
        'SELECT name, profile_id, revision FROM engagements WHERE organisation_id = $1 AND id = $2 FOR UPDATE',
        [organisationId, id],
      );
      if (engagement.revision !== request.revision) fail('stale-revision');
      const profile =
        request.profileId === null
          ? null
          : await chosenProfile(tx, organisationId, request.profileId as ProfileId);
      const before = engagement.profile_id;
      if ((profile?.id ?? null) !== before) {
        await tx.query(
          'UPDATE engagements SET profile_id = $3, revision = revision + 1 WHERE organisation_id = $1 AND id = $2',
          [organisationId, id, profile?.id ?? null],
        );
        await tx.record({
          kind: 'engagement-profile-chosen',
          engagementId: id,
          engagementName: engagement.name,
          ...(profile === null ? {} : { profileName: nameOf(profile) }),
        });
        await this.scores.rescore(tx, organisationId, [id]);
      }
      return this.ofEngagement(tx, organisationId, id);
    });
  }

  readForEngagement(scope: Scope, id: EngagementId): Promise<EngagementProfileResponse> {
    return this.work.run(scope, (tx) => this.ofEngagement(tx, scope.organisationId, id));
  }

  private async ofEngagement(
    tx: Tx,
    organisationId: OrganisationId,
    id: EngagementId,
  ): Promise<EngagementProfileResponse> {
    const engagement = await tx.get<EngagementRow>(
      'SELECT name, profile_id, revision FROM engagements WHERE organisation_id = $1 AND id = $2',
      [organisationId, id],
    );
    const { defaultProfileId } = await this.profiles.settings(tx, organisationId);
    const inForce = engagement.profile_id ?? defaultProfileId;
    return {
      engagementId: id,
      profileId: engagement.profile_id,
      revision: engagement.revision,
      inForce: await this.describeProfile(tx, organisationId, inForce),
    };
  }

  private async describe(tx: Tx, organisationId: OrganisationId): Promise<ProfilesResponse> {
    const { defaultProfileId, revision } = await this.profiles.settings(tx, organisationId);
    const profiles = await tx.manager.find(WeightProfileEntity, {
      where: { organisationId },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: 500,
    });
    return {
      presets: this.library
        .questionBank()
        .presets.map(({ key, label, weights }) => ({ key, label, themes: weights })),
      profiles: profiles.map((profile) => toSummary(profile, defaultProfileId)),
      defaultProfileId,
      revision,
    };
  }
}

function findProfile(
  tx: Tx,
  organisationId: OrganisationId,
  id: ProfileId,
): Promise<WeightProfileEntity | null> {
  return tx.find(WeightProfileEntity, { organisationId, id });
}

/** A profile named in a body; one that is not there is a wrong field, not a wrong address. */
async function chosenProfile(
  tx: Tx,
  organisationId: OrganisationId,
  id: ProfileId,
): Promise<WeightProfileEntity> {
  const profile = await findProfile(tx, organisationId, id);
  return profile ?? fail('invalid-input', { errors: [{ pointer: '/profileId', code: 'unknown-reference' }] });
}

/** Scored engagements without a profile of their own. */
async function followersOfDefault(tx: Tx, organisationId: OrganisationId): Promise<EngagementId[]> {
  const rows = await tx.query<{ id: EngagementId }>(
    `SELECT e.id FROM engagements e
       JOIN engagement_standings s ON s.organisation_id = e.organisation_id AND s.engagement_id = e.id
     WHERE e.organisation_id = $1 AND e.profile_id IS NULL AND s.scored_at IS NOT NULL ORDER BY e.id`,
    [organisationId],
  );
  return rows.map(({ id }) => id);
}

function nameOf({ name, number }: WeightProfileEntity): string {
  return `${name} v${number}`;
}

function toSummary(profile: WeightProfileEntity, defaultProfileId: ProfileId) {
  const { id, name, number, preset, createdByName, createdAt } = profile;
  return {
    id,
    name,
    number,
    preset,
    isDefault: id === defaultProfileId,
    createdByName,
    createdAt: createdAt.toISOString(),
  };
}

function toResponse(profile: WeightProfileEntity, defaultProfileId: ProfileId): ProfileResponse {
  const { themes, questions } = profile;
  return { ...toSummary(profile, defaultProfileId), themes: { ...themes }, questions: { ...questions } };
}
