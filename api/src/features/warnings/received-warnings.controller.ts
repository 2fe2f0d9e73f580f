import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { AssessmentId, EngagementId, WarningId } from '@probant/shared/ids';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { WarningList } from './warning-list.service.js';
import { WarningProofs } from './warning-proofs.service.js';
import { WarningRegister } from './warning-register.service.js';
import {
  DecideWarningRequest,
  EngagementWarningsResponse,
  EnterWarningRequest,
  GradeWarningRequest,
  WarningGradesResponse,
  WarningListResponse,
  WarningResponse,
  WarningsQuery,
} from './warnings.dto.js';
import { Warnings } from './warnings.service.js';

/** The buyer's side of the register. */
@ApiTags('warnings')
@Controller()
export class ReceivedWarningsController {
  constructor(
    private readonly warnings: Warnings,
    private readonly register: WarningRegister,
    private readonly warningList: WarningList,
    private readonly proofs: WarningProofs,
  ) {}

  @Get('warnings')
  @Allow('engagements:read')
  @ApiOkResponse({ type: WarningListResponse })
  list(@Scope() scope: ScopeType, @Query() query: WarningsQuery): Promise<WarningListResponse> {
    return this.warningList.all(scope, query);
  }

  @Get('engagements/:engagementId/warnings')
  @Allow('engagements:read')
  @ApiOkResponse({ type: EngagementWarningsResponse })
  ofEngagement(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
  ): Promise<EngagementWarningsResponse> {
    return this.register.ofEngagement(scope, id);
  }

  @Post('engagements/:engagementId/warnings')
  @Allow('warnings:decide')
  @HttpCode(200)
  @ApiOkResponse({ type: WarningResponse })
  async enter(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @Body() body: EnterWarningRequest,
  ): Promise<WarningResponse> {
    return this.register.one(scope, await this.warnings.enter(scope, id, body));
  }

  @Post('warnings/:warningId/decisions')
  @Allow('warnings:decide')
  @HttpCode(200)
  @ApiOkResponse({ type: WarningResponse })
  async decide(
    @Scope() scope: ScopeType,
    @PathParam('warningId') id: WarningId,
    @Body() body: DecideWarningRequest,
  ): Promise<WarningResponse> {
    await this.warnings.decide(scope, id, body);
    return this.register.one(scope, id);
  }

  @Get('assessments/:assessmentId/review/warnings')
  @Allow('reviews:read')
  @ApiOkResponse({ type: WarningGradesResponse })
  readGrades(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
  ): Promise<WarningGradesResponse> {
    return this.proofs.read(scope, id);
  }

  @Put('assessments/:assessmentId/review/warnings/:warningId')
  @Allow('reviews:write')
  @ApiOkResponse({ type: WarningGradesResponse })
  grade(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
    @PathParam('warningId') warningId: WarningId,
    @Body() body: GradeWarningRequest,
  ): Promise<WarningGradesResponse> {
    return this.proofs.grade(scope, id, warningId, body);
  }
}
