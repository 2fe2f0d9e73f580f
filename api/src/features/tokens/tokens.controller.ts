import { Body, Controller, Delete, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Id } from '@probant/shared/ids';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { CreatedTokenResponse, CreateTokenRequest, TokenResponse, TokensResponse } from './tokens.dto.js';
import { Tokens } from './tokens.service.js';

@ApiTags('tokens')
@Controller('tokens')
export class TokensController {
  constructor(private readonly tokens: Tokens) {}

  @Get()
  @Allow('tokens:manage')
  @ApiOkResponse({ type: TokensResponse })
  list(@Scope() scope: ScopeType): Promise<TokensResponse> {
    return this.tokens.list(scope);
  }

  @Post()
  @Allow('tokens:manage')
  @ApiCreatedResponse({ type: CreatedTokenResponse })
  create(@Scope() scope: ScopeType, @Body() body: CreateTokenRequest): Promise<CreatedTokenResponse> {
    return this.tokens.create(scope, body);
  }

  @Delete(':tokenId')
  @Allow('tokens:manage')
  @ApiOkResponse({ type: TokenResponse })
  revoke(@Scope() scope: ScopeType, @PathParam('tokenId') id: Id<'token'>): Promise<TokenResponse> {
    return this.tokens.revoke(scope, id);
  }
}
