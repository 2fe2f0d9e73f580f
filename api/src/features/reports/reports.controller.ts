import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { ReportFormat } from '@probant/shared/reports/report';
import type { FastifyReply } from 'fastify';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { RateLimit } from '../../platform/http/rate-limit.js';
import { sendStoredFile } from '../../platform/http/stored-file-reply.js';
import { MakeReportRequest, ReportListResponse, ReportResponse, ReportsQuery } from './reports.dto.js';
import { Reports } from './reports.service.js';

const mediaTypes: Readonly<Record<ReportFormat, string>> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

@ApiTags('reports')
@Controller('reports')
export class ReportsController {
  constructor(
    private readonly reports: Reports,
    private readonly limits: RateLimit,
  ) {}

  @Get()
  @Allow('reports:read')
  @ApiOkResponse({ type: ReportListResponse })
  list(@Scope() scope: ScopeType, @Query() query: ReportsQuery): Promise<ReportListResponse> {
    return this.reports.list(scope, query);
  }

  @Post()
  @Allow('reports:make')
  @HttpCode(200)
  @ApiOkResponse({ type: ReportResponse })
  async make(@Scope() scope: ScopeType, @Body() body: MakeReportRequest): Promise<ReportResponse> {
    await this.limits.hit(`reports:${scope.organisationId}`, { hits: 120, seconds: 3_600 });
    return this.reports.ask(scope, body);
  }

  @Get(':reportId')
  @Allow('reports:read')
  @ApiOkResponse({ type: ReportResponse })
  read(@Scope() scope: ScopeType, @PathParam('reportId') id: string): Promise<ReportResponse> {
    return this.reports.read(scope, id);
  }

  @Post(':reportId/cancel')
  @Allow('reports:make')
  @HttpCode(200)
  @ApiOkResponse({ type: ReportResponse })
  cancel(@Scope() scope: ScopeType, @PathParam('reportId') id: string): Promise<ReportResponse> {
    return this.reports.cancel(scope, id);
  }

  @Get(':reportId/file')
  @Allow('reports:read')
  @ApiProduces(...Object.values(mediaTypes))
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(
    @Scope() scope: ScopeType,
    @PathParam('reportId') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { report, file } = await this.reports.open(scope, id);
    const named = { name: report.fileName ?? id, mediaType: mediaTypes[report.format] };
    await sendStoredFile(reply, named, file);
  }
}
