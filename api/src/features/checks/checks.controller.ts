import { Body, Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { CheckId, EngagementId } from '@probant/shared/ids';
import type { FastifyReply } from 'fastify';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { NamedParam, PathParam } from '../../platform/http/path-id.js';
import { fail } from '../../platform/http/problem.js';
import { attachmentNamed } from '../../platform/http/stored-file-reply.js';
import {
  EngagementChecksResponse,
  MadeCheckResponse,
  MakeCheckRequest,
  ZoneTokenRequest,
  ZoneTokenResponse,
} from './checks.dto.js';
import { Checks } from './checks.service.js';

@ApiTags('checks')
@Controller('engagements/:engagementId')
export class ChecksController {
  constructor(private readonly checks: Checks) {}

  @Get('checks')
  @Allow('checks:read')
  @ApiOkResponse({ type: EngagementChecksResponse })
  read(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
  ): Promise<EngagementChecksResponse> {
    return this.checks.read(scope, id);
  }

  @Post('checks')
  @Allow('checks:run')
  @HttpCode(200)
  @ApiOkResponse({ type: MadeCheckResponse })
  make(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @Body() body: MakeCheckRequest,
  ): Promise<MadeCheckResponse> {
    return this.checks.make(scope, id, body);
  }

  @Post('zone-token')
  @Allow('checks:run')
  @HttpCode(200)
  @ApiOkResponse({ type: ZoneTokenResponse })
  token(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @Body() body: ZoneTokenRequest,
  ): Promise<ZoneTokenResponse> {
    return this.checks.token(scope, id, body.domain);
  }

  /** The bytes of one reply as they came. */
  @Get('checks/:checkId/replies/:place')
  @Allow('checks:read')
  @ApiProduces('application/octet-stream')
  async reply(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') engagementId: EngagementId,
    @PathParam('checkId') checkId: CheckId,
    @NamedParam('place') place: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!/^\d{1,4}$/.test(place)) fail('not-found');
    const kept = await this.checks.reply(scope, { engagementId, checkId, place: Number(place) });
    await reply
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, no-store')
      .header('content-disposition', attachmentNamed(`${kept.sha256.slice(0, 16)}.bin`))
      .type('application/octet-stream')
      .send(kept.body);
  }
}
