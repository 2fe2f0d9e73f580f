import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { CampaignId } from '@probant/shared/ids';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { CampaignControlResponse, NudgePreviewResponse, NudgeRequest } from './campaign-control.dto.js';
import { CampaignControl } from './campaign-control.service.js';
import { RemindedResponse } from './campaigns.dto.js';
import { Nudges } from './nudges.service.js';

@ApiTags('campaigns')
@Controller('campaigns')
export class CampaignControlController {
  constructor(
    private readonly control: CampaignControl,
    private readonly nudges: Nudges,
  ) {}

  @Get(':campaignId/control')
  @Allow('campaigns:read')
  @ApiOkResponse({ type: CampaignControlResponse })
  read(@Scope() scope: ScopeType, @PathParam('campaignId') id: CampaignId): Promise<CampaignControlResponse> {
    return this.control.read(scope, id);
  }

  @Post(':campaignId/nudges/preview')
  @Allow('campaigns:send')
  @HttpCode(200)
  @ApiOkResponse({ type: NudgePreviewResponse })
  preview(
    @Scope() scope: ScopeType,
    @PathParam('campaignId') id: CampaignId,
    @Body() body: NudgeRequest,
  ): Promise<NudgePreviewResponse> {
    return this.nudges.preview(scope, id, body);
  }

  @Post(':campaignId/nudges')
  @Allow('campaigns:send')
  @HttpCode(200)
  @ApiOkResponse({ type: RemindedResponse })
  send(
    @Scope() scope: ScopeType,
    @PathParam('campaignId') id: CampaignId,
    @Body() body: NudgeRequest,
  ): Promise<RemindedResponse> {
    return this.nudges.send(scope, id, body);
  }
}
