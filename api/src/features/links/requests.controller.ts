import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { AssessmentId } from '@probant/shared/ids';
import { Allow, LinkHolder, OpenToTokens, Scope, Speaker } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { Acceptance, type LinkSpeaker } from './acceptance.service.js';
import { Declining } from './declining.service.js';
import {
  AcceptedResponse,
  AcceptRequest,
  DeclineRequest,
  RequestResponse,
  RequestsQuery,
  RequestsResponse,
} from './links.dto.js';
import { Requests } from './requests.service.js';
import { requestExamples } from './requests.examples.js';

/** Assessments as the supplier sees them. */
@ApiTags('requests')
@Controller('requests')
export class RequestsController {
  constructor(
    private readonly requests: Requests,
    private readonly acceptance: Acceptance,
    private readonly declining: Declining,
  ) {}

  @Get()
  @Allow('requests:read')
  @OpenToTokens('List the requests received', requestExamples.list)
  @ApiOkResponse({ type: RequestsResponse })
  list(@Scope() scope: ScopeType, @Query() query: RequestsQuery): Promise<RequestsResponse> {
    return this.requests.list(scope, query);
  }

  @Get(':assessmentId')
  @Allow('requests:read')
  @OpenToTokens('Read a request received', requestExamples.read)
  @ApiOkResponse({ type: RequestResponse })
  read(@Scope() scope: ScopeType, @PathParam('assessmentId') id: AssessmentId): Promise<RequestResponse> {
    return this.requests.read(scope, id);
  }

  @Post(':assessmentId/accept')
  @LinkHolder()
  @HttpCode(200)
  @ApiOkResponse({ type: AcceptedResponse })
  accept(
    @Speaker() speaker: LinkSpeaker,
    @PathParam('assessmentId') id: AssessmentId,
    @Body() body: AcceptRequest,
  ): Promise<AcceptedResponse> {
    return this.acceptance.accept(speaker, id, body);
  }

  @Post(':assessmentId/decline')
  @Allow('requests:accept')
  @HttpCode(204)
  async decline(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
    @Body() body: DeclineRequest,
  ): Promise<void> {
    await this.declining.byMember(scope, id, body);
  }
}
