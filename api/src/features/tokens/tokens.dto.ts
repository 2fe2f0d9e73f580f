import { maxLengths } from '@probant/shared/limits';
import { tokenScopes, type TokenScope } from '@probant/shared/tokens/token-scopes';
import { Day, Instant, ListOf, Nested, OneOf, SomeOf, Text, Uuid } from '../../platform/http/fields.js';

export class CreateTokenRequest {
  @Text({ max: maxLengths.name, description: 'What uses it, as the audit log will name it' }) name!: string;
  @SomeOf(tokenScopes, { min: 1 }) scopes!: TokenScope[];
  @Day({ description: 'The last day on which it works; at most a year ahead' }) expiresOn!: string;
}

export const tokenStates = ['valid', 'expired', 'revoked'] as const;

export class TokenResponse {
  @Uuid() id!: string;
  @Text() name!: string;
  @Text({ description: 'How the token begins' }) hint!: string;
  @SomeOf(tokenScopes) scopes!: TokenScope[];
  @OneOf(tokenStates) state!: (typeof tokenStates)[number];
  @Text() createdByName!: string;
  @Instant() createdAt!: string;
  @Instant() expiresAt!: string;
  @Instant({ nullable: true, description: 'To the minute' }) lastUsedAt!: string | null;
  @Instant({ nullable: true }) revokedAt!: string | null;
  @Text({ nullable: true }) revokedByName!: string | null;
}

export class TokensResponse {
  @ListOf(() => TokenResponse) items!: TokenResponse[];
  @SomeOf(tokenScopes, { description: 'What a token of this organisation may be given' })
  scopes!: TokenScope[];
}

export class CreatedTokenResponse {
  @Nested(() => TokenResponse) token!: TokenResponse;
  @Text({ description: 'Shown this once: only its hash is kept' }) secret!: string;
}
