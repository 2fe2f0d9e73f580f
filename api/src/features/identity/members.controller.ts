import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import type { AccountId } from '@probant/shared/ids';
import {
  ChangeOrganisationRequest,
  ChangeRolesRequest,
  InviteRequest,
  MembersResponse,
  WithdrawInvitationRequest,
} from './identity.dto.js';
import { Members } from './members.service.js';

@ApiTags('members')
@Controller()
export class MembersController {
  constructor(private readonly members: Members) {}

  @Get('members')
  @Allow('members:read')
  @ApiOkResponse({ type: MembersResponse })
  list(@Scope() scope: ScopeType): Promise<MembersResponse> {
    return this.members.list(scope);
  }

  @Post('members/invitations')
  @Allow('members:manage')
  @HttpCode(204)
  async invite(@Scope() scope: ScopeType, @Body() body: InviteRequest): Promise<void> {
    await this.members.invite(scope, body);
  }

  @Post('members/invitations/withdraw')
  @Allow('members:manage')
  @HttpCode(204)
  async withdraw(@Scope() scope: ScopeType, @Body() body: WithdrawInvitationRequest): Promise<void> {
    await this.members.withdraw(scope, body.email);
  }

  @Put('members/:accountId')
  @Allow('members:manage')
  @HttpCode(204)
  async changeRoles(
    @Scope() scope: ScopeType,
    @PathParam('accountId') accountId: AccountId,
    @Body() body: ChangeRolesRequest,
  ): Promise<void> {
    await this.members.changeRoles(scope, accountId, body.roles);
  }

  @Delete('members/:accountId')
  @Allow('members:manage')
  @HttpCode(204)
  async remove(@Scope() scope: ScopeType, @PathParam('accountId') accountId: AccountId): Promise<void> {
    await this.members.remove(scope, accountId);
  }

  @Put('organisation')
  @Allow('organisation:manage')
  @HttpCode(204)
  async changeOrganisation(
    @Scope() scope: ScopeType,
    @Body() body: ChangeOrganisationRequest,
  ): Promise<void> {
    await this.members.changeOrganisation(scope, body);
  }
}
