import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { AssessmentId, CampaignId, VersionId } from '@probant/shared/ids';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { DecisionRuleDto, DecisionRulesResponse } from './decision-rules.dto.js';
import { DecisionRules, type Subject } from './decision-rules.service.js';

@ApiTags('decisions')
@Controller()
export class DecisionRulesController {
  constructor(private readonly rules: DecisionRules) {}

  @Get('assessments/:assessmentId/decision-rules')
  @Allow('decisions:read')
  @ApiOkResponse({ type: DecisionRulesResponse })
  ofAssessment(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
  ): Promise<DecisionRulesResponse> {
    return this.rules.list(scope, { subject: 'assessment', id });
  }

  @Post('assessments/:assessmentId/decision-rules')
  @Allow('decisions:write')
  @ApiCreatedResponse({ type: DecisionRulesResponse })
  recordForAssessment(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
    @Body() body: DecisionRuleDto,
  ): Promise<DecisionRulesResponse> {
    return this.record(scope, { subject: 'assessment', id }, body);
  }

  @Get('campaigns/:campaignId/decision-rules')
  @Allow('decisions:read')
  @ApiOkResponse({ type: DecisionRulesResponse })
  ofCampaign(
    @Scope() scope: ScopeType,
    @PathParam('campaignId') id: CampaignId,
  ): Promise<DecisionRulesResponse> {
    return this.rules.list(scope, { subject: 'campaign', id });
  }

  @Post('campaigns/:campaignId/decision-rules')
  @Allow('decisions:write')
  @ApiCreatedResponse({ type: DecisionRulesResponse })
  recordForCampaign(
    @Scope() scope: ScopeType,
    @PathParam('campaignId') id: CampaignId,
    @Body() body: DecisionRuleDto,
  ): Promise<DecisionRulesResponse> {
    return this.record(scope, { subject: 'campaign', id }, body);
  }

  @Get('versions/:versionId/decision-rules')
  @Allow('decisions:read')
  @ApiOkResponse({ type: DecisionRulesResponse })
  ofVersion(
    @Scope() scope: ScopeType,
    @PathParam('versionId') id: VersionId,
  ): Promise<DecisionRulesResponse> {
    return this.rules.list(scope, { subject: 'version', id });
  }

  @Post('versions/:versionId/decision-rules')
  @Allow('decisions:write')
  @ApiCreatedResponse({ type: DecisionRulesResponse })
  recordForVersion(
    @Scope() scope: ScopeType,
    @PathParam('versionId') id: VersionId,
    @Body() body: DecisionRuleDto,
  ): Promise<DecisionRulesResponse> {
    return this.record(scope, { subject: 'version', id }, body);
  }

  private async record(
    scope: ScopeType,
    subject: Subject,
    body: DecisionRuleDto,
  ): Promise<DecisionRulesResponse> {
    await this.rules.record(scope, subject, body);
    return this.rules.list(scope, subject);
  }
}
