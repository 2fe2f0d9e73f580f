import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { AssessmentId, DelegationId } from '@probant/shared/ids';
import { Allow, OpenToDelegates, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import {
  ChangePartRequest,
  DelegationsResponse,
  HandOverRequest,
  OwnPartResponse,
  PresenceRequest,
  PresencesResponse,
} from './delegations.dto.js';
import { Delegations } from './delegations.service.js';
import { Presences } from './presences.service.js';

/** Parts of a request in the hands of colleagues. */
@ApiTags('delegations')
@Controller('requests/:assessmentId')
export class DelegationsController {
  constructor(
    private readonly delegations: Delegations,
    private readonly presences: Presences,
  ) {}

  @Get('delegations')
  @Allow('delegations:manage')
  @ApiOkResponse({ type: DelegationsResponse })
  list(@Scope() scope: ScopeType, @PathParam('assessmentId') id: AssessmentId): Promise<DelegationsResponse> {
    return this.delegations.list(scope, id);
  }

  @Post('delegations')
  @Allow('delegations:manage')
  @HttpCode(200)
  @ApiOkResponse({ type: DelegationsResponse })
  handOver(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
    @Body() body: HandOverRequest,
  ): Promise<DelegationsResponse> {
    return this.delegations.handOver(scope, id, body);
  }

  @Put('delegations/:delegationId')
  @Allow('delegations:manage')
  @ApiOkResponse({ type: DelegationsResponse })
  change(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') assessmentId: AssessmentId,
    @PathParam('delegationId') delegationId: DelegationId,
    @Body() body: ChangePartRequest,
  ): Promise<DelegationsResponse> {
    return this.delegations.change(scope, { assessmentId, delegationId }, body);
  }

  @Post('delegations/:delegationId/remind')
  @Allow('delegations:manage')
  @HttpCode(200)
  @ApiOkResponse({ type: DelegationsResponse })
  remind(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') assessmentId: AssessmentId,
    @PathParam('delegationId') delegationId: DelegationId,
  ): Promise<DelegationsResponse> {
    return this.delegations.remind(scope, { assessmentId, delegationId });
  }

  @Delete('delegations/:delegationId')
  @Allow('delegations:manage')
  @ApiOkResponse({ type: DelegationsResponse })
  takeBack(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') assessmentId: AssessmentId,
    @PathParam('delegationId') delegationId: DelegationId,
  ): Promise<DelegationsResponse> {
    return this.delegations.takeBack(scope, { assessmentId, delegationId });
  }

  @Get('part')
  @Allow('answers:read')
  @OpenToDelegates()
  @ApiOkResponse({ type: OwnPartResponse })
  part(@Scope() scope: ScopeType, @PathParam('assessmentId') id: AssessmentId): Promise<OwnPartResponse> {
    return this.presences.readPart(scope, id);
  }

  @Put('presence')
  @Allow('answers:read')
  @OpenToDelegates()
  @ApiOkResponse({ type: PresencesResponse })
  be(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
    @Body() body: PresenceRequest,
  ): Promise<PresencesResponse> {
    return this.presences.be(scope, id, body.questionId);
  }
}
