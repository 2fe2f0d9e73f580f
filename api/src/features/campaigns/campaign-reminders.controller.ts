import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { CampaignId } from '@probant/shared/ids';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { CampaignRemindersResponse, ChangeRemindersRequest } from './campaign-reminders.dto.js';
import { CampaignReminders } from './campaign-reminders.service.js';
import { RemindedResponse } from './campaigns.dto.js';

@ApiTags('campaigns')
@Controller('campaigns')
export class CampaignRemindersController {
  constructor(private readonly reminders: CampaignReminders) {}

  @Post(':campaignId/remind')
  @Allow('campaigns:send')
  @HttpCode(200)
  @ApiOkResponse({ type: RemindedResponse })
  remind(@Scope() scope: ScopeType, @PathParam('campaignId') id: CampaignId): Promise<RemindedResponse> {
    return this.reminders.remind(scope, id);
  }

  @Get(':campaignId/reminders')
  @Allow('campaigns:read')
  @ApiOkResponse({ type: CampaignRemindersResponse })
  read(
    @Scope() scope: ScopeType,
    @PathParam('campaignId') id: CampaignId,
  ): Promise<CampaignRemindersResponse> {
    return this.reminders.read(scope, id);
  }

  @Put(':campaignId/reminders')
  @Allow('campaigns:send')
  @ApiOkResponse({ type: CampaignRemindersResponse })
  async change(
    @Scope() scope: ScopeType,
    @PathParam('campaignId') id: CampaignId,
    @Body() body: ChangeRemindersRequest,
  ): Promise<CampaignRemindersResponse> {
    await this.reminders.change(scope, id, body);
    return this.reminders.read(scope, id);
  }
}
