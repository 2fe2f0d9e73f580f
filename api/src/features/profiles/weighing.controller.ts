import { Readable } from 'node:stream';
import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { EngagementId } from '@probant/shared/ids';
import type { FastifyReply } from 'fastify';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { isKnownTag } from '../../platform/http/entity-tag.js';
import { RiskMatrices, type TaggedBytes } from './risk-matrices.service.js';
import {
  WeighedEngagementResponse,
  WeighedNamesResponse,
  WeighingNamesQuery,
  WeighingResponse,
  WeighingRisksQuery,
} from './weighing.dto.js';
import { Weighing } from './weighing.service.js';

const binary = 'application/octet-stream';

@ApiTags('profiles')
@Controller('weighing')
export class WeighingController {
  constructor(
    private readonly weighing: Weighing,
    private readonly matrices: RiskMatrices,
  ) {}

  @Get()
  @Allow('profiles:read')
  @ApiOkResponse({ type: WeighingResponse })
  read(@Scope() scope: ScopeType): Promise<WeighingResponse> {
    return this.weighing.read(scope);
  }

  /** Frames of rows: version (16 bytes), how many rows (4), themes (2), then for each row its number (4), score, floor (2 each), marks (1) and risks (2 each). */
  @Get('matrix')
  @Allow('profiles:read')
  @ApiProduces(binary)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiResponse({ status: 304, description: 'Nothing has changed since' })
  async matrix(
    @Scope() scope: ScopeType,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await send(reply, known, await this.matrices.themes(scope));
  }

  /** The same frames with the questions of one theme: for each row its number and a risk for each question. */
  @Get('risks')
  @Allow('profiles:read')
  @ApiProduces(binary)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiResponse({ status: 304, description: 'Nothing has changed since' })
  async risks(
    @Scope() scope: ScopeType,
    @Query() { theme }: WeighingRisksQuery,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await send(reply, known, await this.matrices.questions(scope, theme));
  }

  /** Whose rows these are: asked for what is in sight. */
  @Get('names')
  @Allow('profiles:read')
  @ApiOkResponse({ type: WeighedNamesResponse })
  names(@Scope() scope: ScopeType, @Query() { numbers }: WeighingNamesQuery): Promise<WeighedNamesResponse> {
    return this.matrices.names(scope, numbers.split(',').map(Number));
  }

  @Get('engagements/:engagementId')
  @Allow('profiles:read')
  @ApiOkResponse({ type: WeighedEngagementResponse })
  engagement(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
  ): Promise<WeighedEngagementResponse> {
    return this.weighing.engagement(scope, id);
  }
}

async function send(
  reply: FastifyReply,
  known: string | undefined,
  { tag, chunks }: TaggedBytes,
): Promise<void> {
  void reply.header('etag', tag).header('cache-control', 'private, no-cache');
  if (isKnownTag(known, tag)) await reply.status(304).send();
  else await reply.type(binary).send(Readable.from(chunks(), { objectMode: false }));
}
