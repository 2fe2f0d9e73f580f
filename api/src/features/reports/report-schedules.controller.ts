import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { ReportSchedules } from './report-schedules.service.js';
import {
  ChangeReportScheduleRequest,
  ReportReadersResponse,
  ReportScheduleResponse,
  ReportSchedulesResponse,
  SetReportScheduleRequest,
} from './reports.dto.js';

@ApiTags('reports')
@Controller('report-schedules')
export class ReportSchedulesController {
  constructor(private readonly schedules: ReportSchedules) {}

  @Get()
  @Allow('reports:read')
  @ApiOkResponse({ type: ReportSchedulesResponse })
  list(@Scope() scope: ScopeType): Promise<ReportSchedulesResponse> {
    return this.schedules.list(scope);
  }

  @Get('readers')
  @Allow('reports:make')
  @ApiOkResponse({ type: ReportReadersResponse })
  readers(@Scope() scope: ScopeType): Promise<ReportReadersResponse> {
    return this.schedules.readers(scope);
  }

  @Post()
  @Allow('reports:make')
  @HttpCode(200)
  @ApiOkResponse({ type: ReportScheduleResponse })
  set(@Scope() scope: ScopeType, @Body() body: SetReportScheduleRequest): Promise<ReportScheduleResponse> {
    return this.schedules.set(scope, body);
  }

  @Put(':scheduleId')
  @Allow('reports:make')
  @ApiOkResponse({ type: ReportScheduleResponse })
  change(
    @Scope() scope: ScopeType,
    @PathParam('scheduleId') id: string,
    @Body() body: ChangeReportScheduleRequest,
  ): Promise<ReportScheduleResponse> {
    return this.schedules.change(scope, id, body);
  }

  @Post(':scheduleId/stop')
  @Allow('reports:make')
  @HttpCode(200)
  @ApiOkResponse({ type: ReportScheduleResponse })
  stop(@Scope() scope: ScopeType, @PathParam('scheduleId') id: string): Promise<ReportScheduleResponse> {
    return this.schedules.stop(scope, id);
  }
}
