import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { EngagementId, ProfileId } from '@probant/shared/ids';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { ProfileChoices } from './profile-choices.service.js';
import {
  ChooseDefaultRequest,
  ChooseEngagementProfileRequest,
  DefaultChosenResponse,
  EngagementProfileResponse,
  ProfileResponse,
  ProfilesResponse,
  SaveProfileRequest,
} from './profiles.dto.js';

@ApiTags('profiles')
@Controller()
export class ProfilesController {
  constructor(private readonly choices: ProfileChoices) {}

  @Get('profiles')
  @Allow('profiles:read')
  @ApiOkResponse({ type: ProfilesResponse })
  list(@Scope() scope: ScopeType): Promise<ProfilesResponse> {
    return this.choices.list(scope);
  }

  @Post('profiles')
  @Allow('profiles:manage')
  @ApiCreatedResponse({ type: ProfileResponse })
  save(@Scope() scope: ScopeType, @Body() body: SaveProfileRequest): Promise<ProfileResponse> {
    return this.choices.save(scope, body);
  }

  @Put('profiles/default')
  @Allow('profiles:manage')
  @ApiOkResponse({ type: DefaultChosenResponse })
  chooseDefault(
    @Scope() scope: ScopeType,
    @Body() body: ChooseDefaultRequest,
  ): Promise<DefaultChosenResponse> {
    return this.choices.chooseDefault(scope, body);
  }

  @Get('profiles/:profileId')
  @Allow('profiles:read')
  @ApiOkResponse({ type: ProfileResponse })
  read(@Scope() scope: ScopeType, @PathParam('profileId') id: ProfileId): Promise<ProfileResponse> {
    return this.choices.read(scope, id);
  }

  @Get('engagements/:engagementId/profile')
  @Allow('profiles:read')
  @ApiOkResponse({ type: EngagementProfileResponse })
  readForEngagement(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
  ): Promise<EngagementProfileResponse> {
    return this.choices.readForEngagement(scope, id);
  }

  @Put('engagements/:engagementId/profile')
  @Allow('profiles:manage')
  @ApiOkResponse({ type: EngagementProfileResponse })
  chooseForEngagement(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @Body() body: ChooseEngagementProfileRequest,
  ): Promise<EngagementProfileResponse> {
    return this.choices.chooseForEngagement(scope, id, body);
  }
}
