import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { AssessmentId, EngagementId } from '@probant/shared/ids';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { Carries } from './carries.service.js';
import { ReassessmentRules } from './reassessment-rules.service.js';
import {
  CarryOfAssessmentResponse,
  LaunchedResponse,
  LaunchReassessmentRequest,
  OrganisationRuleResponse,
  ProposedReassessmentsResponse,
  ReassessmentResponse,
  SetReassessmentRuleRequest,
} from './reassessments.dto.js';
import { Reassessments } from './reassessments.service.js';

@ApiTags('reassessments')
@Controller()
export class ReassessmentsController {
  constructor(
    private readonly rules: ReassessmentRules,
    private readonly reassessments: Reassessments,
    private readonly carries: Carries,
  ) {}

  @Get('reassessment-rule')
  @Allow('campaigns:read')
  @ApiOkResponse({ type: OrganisationRuleResponse })
  readRule(@Scope() scope: ScopeType): Promise<OrganisationRuleResponse> {
    return this.rules.read(scope);
  }

  @Put('reassessment-rule')
  @Allow('campaigns:send')
  @ApiOkResponse({ type: OrganisationRuleResponse })
  async setRule(
    @Scope() scope: ScopeType,
    @Body() body: SetReassessmentRuleRequest,
  ): Promise<OrganisationRuleResponse> {
    await this.rules.set(scope, null, body);
    return this.rules.read(scope);
  }

  @Get('reassessments')
  @Allow('campaigns:read')
  @ApiOkResponse({ type: ProposedReassessmentsResponse })
  list(@Scope() scope: ScopeType): Promise<ProposedReassessmentsResponse> {
    return this.reassessments.list(scope);
  }

  @Get('engagements/:engagementId/reassessment')
  @Allow('engagements:read')
  @ApiOkResponse({ type: ReassessmentResponse })
  read(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
  ): Promise<ReassessmentResponse> {
    return this.reassessments.read(scope, id);
  }

  @Post('engagements/:engagementId/reassessment')
  @Allow('campaigns:send')
  @ApiCreatedResponse({ type: LaunchedResponse })
  async launch(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @Body() body: LaunchReassessmentRequest,
  ): Promise<LaunchedResponse> {
    return { assessmentId: await this.reassessments.launch(scope, id, body) };
  }

  @Post('engagements/:engagementId/reassessment/set-aside')
  @Allow('campaigns:send')
  @HttpCode(204)
  @ApiNoContentResponse()
  async setAside(@Scope() scope: ScopeType, @PathParam('engagementId') id: EngagementId): Promise<void> {
    await this.reassessments.setAside(scope, id);
  }

  @Put('engagements/:engagementId/reassessment-rule')
  @Allow('campaigns:send')
  @ApiOkResponse({ type: ReassessmentResponse })
  async setOwnRule(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @Body() body: SetReassessmentRuleRequest,
  ): Promise<ReassessmentResponse> {
    await this.rules.set(scope, id, body);
    return this.reassessments.read(scope, id);
  }

  @Delete('engagements/:engagementId/reassessment-rule')
  @Allow('campaigns:send')
  @ApiOkResponse({ type: ReassessmentResponse })
  async followRule(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
  ): Promise<ReassessmentResponse> {
    await this.rules.follow(scope, id);
    return this.reassessments.read(scope, id);
  }

  @Get('assessments/:assessmentId/carry')
  @Allow('assessments:read')
  @ApiOkResponse({ type: CarryOfAssessmentResponse })
  readSent(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
  ): Promise<CarryOfAssessmentResponse> {
    return this.carries.readSent(scope, id);
  }

  @Get('requests/:assessmentId/carry')
  @Allow('answers:read')
  @ApiOkResponse({ type: CarryOfAssessmentResponse })
  readReceived(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
  ): Promise<CarryOfAssessmentResponse> {
    return this.carries.readReceived(scope, id);
  }
}
