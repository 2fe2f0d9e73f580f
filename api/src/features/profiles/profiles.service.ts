import { Injectable } from '@nestjs/common';
import type { EngagementId, OrganisationId, ProfileId } from '@probant/shared/ids';
import { presetName } from '@probant/shared/scoring/profile-name';
import { hashContent } from '@probant/shared/questionnaires/content-hash';
import type { Language } from '@probant/shared/questionnaires/document';
import type { Weights } from '@probant/shared/scoring/answer';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import type { Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { found } from '../../platform/http/problem.js';
import { Library } from '../library/library.public.js';
import { BuyerSettingsEntity, WeightProfileEntity } from './profiles.entity.js';

/** The weights that an engagement is scored with, and the profile that a snapshot names. */
export interface ProfileInForce {
  readonly profileId: ProfileId;
  readonly name: string;
  readonly number: number;
  readonly weights: Weights;
}

export interface NewProfile {
  readonly name: string;
  readonly preset: string | null;
  readonly themes: Readonly<Record<string, number>>;
  readonly questions: Readonly<Record<string, number>>;
  readonly author: Pick<WeightProfileEntity, 'createdBy' | 'createdByName'>;
}

const firstPreset = 'balanced';

/** Which profile weighs what; asked by everything that scores. */
@Injectable()
export class Profiles {
  constructor(
    private readonly library: Library,
    private readonly clock: Clock,
  ) {}

  /** The organisation's choice; its first profile is made of the balanced preset when it is first needed. */
  async settings(tx: Tx, organisationId: OrganisationId): Promise<BuyerSettingsEntity> {
    const chosen = await tx.find(BuyerSettingsEntity, { organisationId });
    if (chosen !== null) return chosen;
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`profiles/${organisationId}`]);
    return (await tx.find(BuyerSettingsEntity, { organisationId })) ?? this.begin(tx, organisationId);
  }

  async defaultProfile(tx: Tx, organisationId: OrganisationId): Promise<ProfileInForce> {
    const { defaultProfileId } = await this.settings(tx, organisationId);
    return toInForce(found(await tx.find(WeightProfileEntity, { organisationId, id: defaultProfileId })));
  }

  /** The profile of each engagement: its own, else the default. */
  async inForce(
    tx: Tx,
    organisationId: OrganisationId,
    engagementIds: readonly EngagementId[],
  ): Promise<ReadonlyMap<EngagementId, ProfileInForce>> {
    const byDefault = await this.defaultProfile(tx, organisationId);
    const own = await tx.query<{ engagement_id: EngagementId } & ProfileRow>(
      `SELECT e.id AS engagement_id, p.id, p.name, p.number, p.themes, p.questions FROM engagements e
         JOIN weight_profiles p ON p.organisation_id = e.organisation_id AND p.id = e.profile_id
       WHERE e.organisation_id = $1 AND e.id = ANY($2)`,
      [organisationId, engagementIds],
    );
    const ownById = new Map(own.map((row) => [row.engagement_id, toInForce(row)]));
    return new Map(engagementIds.map((id) => [id, ownById.get(id) ?? byDefault]));
  }

  async inForceFor(tx: Tx, organisationId: OrganisationId, id: EngagementId): Promise<ProfileInForce> {
    return found((await this.inForce(tx, organisationId, [id])).get(id));
  }

  /** The next number under its name; the name's numbers are given out one at a time. */
  async save(tx: Tx, organisationId: OrganisationId, profile: NewProfile): Promise<WeightProfileEntity> {
    const { name, preset, themes, questions, author } = profile;
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`profiles/${organisationId}`]);
    const { number } = await tx.get<{ number: number }>(
      'SELECT coalesce(max(number), 0) + 1 AS number FROM weight_profiles WHERE organisation_id = $1 AND name = $2',
      [organisationId, name],
    );
    const row = Object.assign(new WeightProfileEntity(), {
      organisationId,
      id: newId<ProfileId>(),
      name,
      number,
      preset,
      themes,
      questions,
      ...author,
      createdAt: this.clock.now(),
    });
    const weightsSha256 = hashContent({ themes, questions }, sha256).sha256;
    return tx.insert(row, { kind: 'profile-saved', profileId: row.id, name, number, weightsSha256 });
  }

  private async begin(tx: Tx, organisationId: OrganisationId): Promise<BuyerSettingsEntity> {
    const { language } = await tx.get<{ language: Language }>(
      'SELECT language FROM organisations WHERE id = $1',
      [organisationId],
    );
    const preset = found(this.library.questionBank().presets.find(({ key }) => key === firstPreset));
    const profile = await this.save(tx, organisationId, {
      name: presetName(preset, language),
      preset: preset.key,
      themes: preset.weights,
      questions: {},
      author: { createdBy: null, createdByName: 'Probant' },
    });
    const settings = Object.assign(new BuyerSettingsEntity(), {
      organisationId,
      defaultProfileId: profile.id,
      revision: 1,
    });
    return tx.insert(settings, {
      kind: 'profile-made-default',
      profileId: profile.id,
      name: `${profile.name} v${profile.number}`,
    });
  }
}

type ProfileRow = Pick<WeightProfileEntity, 'id' | 'name' | 'number' | 'themes' | 'questions'>;

function toInForce({ id, name, number, themes, questions }: ProfileRow): ProfileInForce {
  return { profileId: id, name, number, weights: { themes, questions } };
}
