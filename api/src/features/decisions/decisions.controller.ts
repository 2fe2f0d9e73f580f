import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { AssessmentId } from '@probant/shared/ids';
import { Allow, OpenToTokens, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { DecisionNotices } from './decision-notices.service.js';
import { DecideRequest, DecisionsResponse, RequestDecisionResponse } from './decisions.dto.js';
import { Decisions } from './decisions.service.js';
import { decisionExamples } from './decisions.examples.js';

@ApiTags('decisions')
@Controller()
export class DecisionsController {
  constructor(
    private readonly decisions: Decisions,
    private readonly notices: DecisionNotices,
  ) {}

  @Get('assessments/:assessmentId/decisions')
  @Allow('decisions:read')
  @OpenToTokens('List the decisions on an assessment', decisionExamples.list)
  @ApiOkResponse({ type: DecisionsResponse })
  list(@Scope() scope: ScopeType, @PathParam('assessmentId') id: AssessmentId): Promise<DecisionsResponse> {
    return this.decisions.list(scope, id);
  }

  @Post('assessments/:assessmentId/decisions')
  @Allow('decisions:write')
  @ApiCreatedResponse({ type: DecisionsResponse })
  decide(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
    @Body() body: DecideRequest,
  ): Promise<DecisionsResponse> {
    return this.decisions.decide(scope, id, body);
  }

  @Get('requests/:assessmentId/decision')
  @Allow('requests:read')
  @ApiOkResponse({ type: RequestDecisionResponse })
  async ofRequest(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
  ): Promise<RequestDecisionResponse> {
    return { decision: await this.notices.find(scope, id) };
  }
}
