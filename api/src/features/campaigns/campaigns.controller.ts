import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { CampaignId } from '@probant/shared/ids';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { CampaignSending } from './campaign-sending.service.js';
import { CampaignList } from './campaign-list.service.js';
import {
  CampaignResponse,
  CampaignsQuery,
  CampaignsResponse,
  PreflightRequest,
  CampaignSendingResponse,
  PreflightResponse,
  SendCampaignRequest,
} from './campaigns.dto.js';
import { Campaigns } from './campaigns.service.js';

@ApiTags('campaigns')
@Controller('campaigns')
export class CampaignsController {
  constructor(
    private readonly campaigns: Campaigns,
    private readonly campaignList: CampaignList,
    private readonly sending: CampaignSending,
  ) {}

  @Get()
  @Allow('campaigns:read')
  @ApiOkResponse({ type: CampaignsResponse })
  list(@Scope() scope: ScopeType, @Query() query: CampaignsQuery): Promise<CampaignsResponse> {
    return this.campaignList.list(scope, query);
  }

  @Post('preflight')
  @Allow('campaigns:send')
  @HttpCode(200)
  @ApiOkResponse({ type: PreflightResponse })
  preflight(@Scope() scope: ScopeType, @Body() body: PreflightRequest): Promise<PreflightResponse> {
    return this.campaigns.check(scope, body);
  }

  @Post()
  @Allow('campaigns:send')
  @ApiCreatedResponse({ type: CampaignResponse })
  async send(@Scope() scope: ScopeType, @Body() body: SendCampaignRequest): Promise<CampaignResponse> {
    return this.campaignList.read(scope, await this.campaigns.send(scope, body));
  }

  @Get(':campaignId')
  @Allow('campaigns:read')
  @ApiOkResponse({ type: CampaignResponse })
  read(@Scope() scope: ScopeType, @PathParam('campaignId') id: CampaignId): Promise<CampaignResponse> {
    return this.campaignList.read(scope, id);
  }

  @Get(':campaignId/sending')
  @Allow('campaigns:read')
  @ApiOkResponse({ type: CampaignSendingResponse })
  readSending(
    @Scope() scope: ScopeType,
    @PathParam('campaignId') id: CampaignId,
  ): Promise<CampaignSendingResponse> {
    return this.sending.read(scope, id);
  }

  @Post(':campaignId/sending/stop')
  @Allow('campaigns:send')
  @HttpCode(200)
  @ApiOkResponse({ type: CampaignSendingResponse })
  async stop(
    @Scope() scope: ScopeType,
    @PathParam('campaignId') id: CampaignId,
  ): Promise<CampaignSendingResponse> {
    await this.sending.stop(scope, id);
    return this.sending.read(scope, id);
  }

  @Post(':campaignId/sending/retry')
  @Allow('campaigns:send')
  @HttpCode(200)
  @ApiOkResponse({ type: CampaignSendingResponse })
  async retry(
    @Scope() scope: ScopeType,
    @PathParam('campaignId') id: CampaignId,
  ): Promise<CampaignSendingResponse> {
    await this.sending.retry(scope, id);
    return this.sending.read(scope, id);
  }
}
