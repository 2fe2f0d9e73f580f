import { maxLengths } from '@probant/shared/limits';
import { Flag, Instant, Json, ListOf, Nested, Text, Uuid, Whole } from '../../platform/http/fields.js';
import { LocalisedResponse } from '../library/library.public.js';

const weightsSchema = { type: 'object', additionalProperties: { type: 'number' } } as const;

export class SaveProfileRequest {
  @Text({ max: maxLengths.name, description: 'A name in use makes its next number' }) name!: string;
  @Text({ max: maxLengths.key, optional: true, description: 'The preset it started from' }) preset?: string;
  @Json({ schema: weightsSchema, description: 'Weight by theme; one left out keeps the questionnaire’s' })
  themes!: Record<string, number>;
  @Json({ schema: weightsSchema, optional: true, description: 'Weight by question, likewise' })
  questions?: Record<string, number>;
}

export class ChooseDefaultRequest {
  @Uuid() profileId!: string;
  @Whole({ min: 1, description: 'Revision of the choice that is replaced' }) revision!: number;
}

export class ChooseEngagementProfileRequest {
  @Uuid({ nullable: true, description: 'null: back to the default profile' }) profileId!: string | null;
  @Whole({ min: 1, description: 'Revision of the engagement' }) revision!: number;
}

export class ProfileSummaryResponse {
  @Uuid() id!: string;
  @Text() name!: string;
  @Whole() number!: number;
  @Text({ nullable: true }) preset!: string | null;
  @Flag() isDefault!: boolean;
  @Text() createdByName!: string;
  @Instant() createdAt!: string;
}

export class ProfileResponse extends ProfileSummaryResponse {
  @Json({ schema: weightsSchema }) themes!: Record<string, number>;
  @Json({ schema: weightsSchema }) questions!: Record<string, number>;
}

export class PresetResponse {
  @Text() key!: string;
  @Nested(() => LocalisedResponse) label!: LocalisedResponse;
  @Json({ schema: weightsSchema }) themes!: Record<string, number>;
}

export class ProfilesResponse {
  @ListOf(() => PresetResponse) presets!: PresetResponse[];
  @ListOf(() => ProfileSummaryResponse, { description: 'Newest first' }) profiles!: ProfileSummaryResponse[];
  @Uuid() defaultProfileId!: string;
  @Whole({ description: 'Of the choice of the default' }) revision!: number;
}

export class DefaultChosenResponse extends ProfilesResponse {
  @Whole({ description: 'Scores that were worked out anew' }) rescored!: number;
}

export class EngagementProfileResponse {
  @Uuid() engagementId!: string;
  @Uuid({ nullable: true, description: 'null: the default profile' }) profileId!: string | null;
  @Whole() revision!: number;
  @Nested(() => ProfileResponse, { description: 'The profile in force' }) inForce!: ProfileResponse;
}
