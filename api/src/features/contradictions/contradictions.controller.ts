import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { EngagementId } from '@probant/shared/ids';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { ContradictionActs } from './contradiction-acts.service.js';
import { ContradictionReader } from './contradiction-reader.service.js';
import {
  AskContradictionRequest,
  EngagementContradictionsResponse,
  JudgeContradictionRequest,
} from './contradictions.dto.js';

/** Of the buyer alone: the supplier reads the question that it is asked, and nothing else. */
@ApiTags('contradictions')
@Controller('engagements/:engagementId/contradictions')
export class ContradictionsController {
  constructor(
    private readonly reader: ContradictionReader,
    private readonly acts: ContradictionActs,
  ) {}

  @Get()
  @Allow('contradictions:read')
  @ApiOkResponse({ type: EngagementContradictionsResponse })
  read(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
  ): Promise<EngagementContradictionsResponse> {
    return this.reader.read(scope, id);
  }

  @Post('questions')
  @HttpCode(200)
  @Allow('contradictions:ask')
  @ApiOkResponse({ type: EngagementContradictionsResponse })
  ask(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @Body() { body, ...on }: AskContradictionRequest,
  ): Promise<EngagementContradictionsResponse> {
    return this.acts.act(scope, id, { ...on, act: 'asked', words: body });
  }

  @Post('set-aside')
  @HttpCode(200)
  @Allow('contradictions:set-aside')
  @ApiOkResponse({ type: EngagementContradictionsResponse })
  setAside(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @Body() { reason, ...on }: JudgeContradictionRequest,
  ): Promise<EngagementContradictionsResponse> {
    return this.acts.act(scope, id, { ...on, act: 'set-aside', words: reason });
  }

  @Post('reopenings')
  @HttpCode(200)
  @Allow('contradictions:set-aside')
  @ApiOkResponse({ type: EngagementContradictionsResponse })
  reopen(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @Body() { reason, ...on }: JudgeContradictionRequest,
  ): Promise<EngagementContradictionsResponse> {
    return this.acts.act(scope, id, { ...on, act: 'reopened', words: reason });
  }
}
