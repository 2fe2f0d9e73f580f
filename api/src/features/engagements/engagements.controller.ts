import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { EngagementId } from '@probant/shared/ids';
import { Allow, OpenToTokens, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { EngagementList } from './engagement-list.service.js';
import {
  ChangeEngagementRequest,
  CreateEngagementRequest,
  EngagementContextResponse,
  EngagementResponse,
  EngagementsQuery,
  EngagementsResponse,
} from './engagements.dto.js';
import { Engagements } from './engagements.service.js';
import { engagementExamples } from './engagements.examples.js';

@ApiTags('engagements')
@Controller()
export class EngagementsController {
  constructor(
    private readonly engagements: Engagements,
    private readonly list: EngagementList,
  ) {}

  @Get('engagement-context')
  @Allow('engagements:read')
  @OpenToTokens('Read what the context of an engagement may say', engagementExamples.context)
  @ApiOkResponse({ type: EngagementContextResponse })
  context(): EngagementContextResponse {
    return this.engagements.context();
  }

  @Get('engagements')
  @Allow('engagements:read')
  @OpenToTokens('List the engagements', engagementExamples.list)
  @ApiOkResponse({ type: EngagementsResponse })
  read(@Scope() scope: ScopeType, @Query() query: EngagementsQuery): Promise<EngagementsResponse> {
    return this.list.read(scope, query);
  }

  @Post('engagements')
  @Allow('engagements:manage')
  @OpenToTokens('Create an engagement', engagementExamples.create)
  @ApiCreatedResponse({ type: EngagementResponse })
  create(@Scope() scope: ScopeType, @Body() body: CreateEngagementRequest): Promise<EngagementResponse> {
    return this.engagements.create(scope, body);
  }

  @Get('engagements/:engagementId')
  @Allow('engagements:read')
  @OpenToTokens('Read an engagement', engagementExamples.read)
  @ApiOkResponse({ type: EngagementResponse })
  get(@Scope() scope: ScopeType, @PathParam('engagementId') id: EngagementId): Promise<EngagementResponse> {
    return this.engagements.get(scope, id);
  }

  @Put('engagements/:engagementId')
  @Allow('engagements:manage')
  @OpenToTokens('Change an engagement', engagementExamples.change)
  @ApiOkResponse({ type: EngagementResponse })
  change(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @Body() body: ChangeEngagementRequest,
  ): Promise<EngagementResponse> {
    return this.engagements.change(scope, id, body);
  }

  @Post('engagements/:engagementId/archive')
  @Allow('engagements:manage')
  @OpenToTokens('Archive an engagement', engagementExamples.archive)
  @HttpCode(200)
  @ApiOkResponse({ type: EngagementResponse })
  archive(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
  ): Promise<EngagementResponse> {
    return this.engagements.archive(scope, id);
  }

  @Post('engagements/:engagementId/restore')
  @Allow('engagements:manage')
  @OpenToTokens('Restore an archived engagement', engagementExamples.restore)
  @HttpCode(200)
  @ApiOkResponse({ type: EngagementResponse })
  restore(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
  ): Promise<EngagementResponse> {
    return this.engagements.restore(scope, id);
  }
}
