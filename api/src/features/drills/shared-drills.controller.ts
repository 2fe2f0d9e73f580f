import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { AssessmentId, DrillRecordId } from '@probant/shared/ids';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { NamedParam, PathParam } from '../../platform/http/path-id.js';
import { DrillMeasures } from './drill-measures.service.js';
import { DrillRecords } from './drill-records.service.js';
import { ConfirmMeasureRequest, MeasuresResponse, ReplyRequest, SharedDrillsResponse } from './drills.dto.js';

/** A drill on record, beyond the page of its engagement: what the supplier reads of it, and what it proves in a review. */
@ApiTags('drills')
@Controller()
export class SharedDrillsController {
  constructor(
    private readonly records: DrillRecords,
    private readonly measures: DrillMeasures,
  ) {}

  @Get('follow-up/drills')
  @Allow('drill-records:read')
  @ApiOkResponse({ type: SharedDrillsResponse })
  list(@Scope() scope: ScopeType): Promise<SharedDrillsResponse> {
    return this.records.listShared(scope);
  }

  @Post('follow-up/drills/:recordId/reply')
  @Allow('drill-records:reply')
  @HttpCode(200)
  @ApiOkResponse({ type: SharedDrillsResponse })
  reply(
    @Scope() scope: ScopeType,
    @PathParam('recordId') id: DrillRecordId,
    @Body() body: ReplyRequest,
  ): Promise<SharedDrillsResponse> {
    return this.records.reply(scope, id, body);
  }

  @Get('assessments/:assessmentId/measures')
  @Allow('reviews:read')
  @ApiOkResponse({ type: MeasuresResponse })
  read(@Scope() scope: ScopeType, @PathParam('assessmentId') id: AssessmentId): Promise<MeasuresResponse> {
    return this.measures.read(scope, id);
  }

  @Put('assessments/:assessmentId/measures/:questionId')
  @Allow('reviews:write')
  @ApiOkResponse({ type: MeasuresResponse })
  confirm(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
    @NamedParam('questionId') questionId: string,
    @Body() body: ConfirmMeasureRequest,
  ): Promise<MeasuresResponse> {
    return this.measures.confirm(scope, id, questionId, body);
  }
}
