import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { EngagementId } from '@probant/shared/ids';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import {
  ExpectPatchReportsRequest,
  PatchReportsResponse,
  RecordPatchReportRequest,
} from './patch-reports.dto.js';
import { PatchReports } from './patch-reports.service.js';

@ApiTags('patch-reports')
@Controller('engagements/:engagementId')
export class PatchReportsController {
  constructor(private readonly reports: PatchReports) {}

  @Get('patch-reports')
  @Allow('contracts:read')
  @ApiOkResponse({ type: PatchReportsResponse })
  read(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
  ): Promise<PatchReportsResponse> {
    return this.reports.read(scope, id);
  }

  @Put('patch-report-expectation')
  @Allow('contracts:write')
  @ApiOkResponse({ type: PatchReportsResponse })
  expect(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @Body() body: ExpectPatchReportsRequest,
  ): Promise<PatchReportsResponse> {
    return this.reports.expect(scope, id, body);
  }

  /** A record of a month that has one corrects it; both stay. */
  @Post('patch-reports')
  @Allow('contracts:write')
  @HttpCode(200)
  @ApiOkResponse({ type: PatchReportsResponse })
  record(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @Body() body: RecordPatchReportRequest,
  ): Promise<PatchReportsResponse> {
    return this.reports.record(scope, id, body);
  }
}
