import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { AssessmentId, IncidentId } from '@probant/shared/ids';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { IncidentReports } from './incident-reports.service.js';
import { IncidentFactsFields, SharedIncidentsResponse } from './incidents.dto.js';

@ApiTags('incidents')
@Controller()
export class IncidentReportsController {
  constructor(private readonly reports: IncidentReports) {}

  @Get('follow-up/incidents')
  @Allow('incident-reports:read')
  @ApiOkResponse({ type: SharedIncidentsResponse })
  list(@Scope() scope: ScopeType): Promise<SharedIncidentsResponse> {
    return this.reports.list(scope);
  }

  @Post('requests/:assessmentId/incidents')
  @Allow('incident-reports:write')
  @HttpCode(200)
  @ApiOkResponse({ type: SharedIncidentsResponse })
  report(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
    @Body() body: IncidentFactsFields,
  ): Promise<SharedIncidentsResponse> {
    return this.reports.report(scope, id, body);
  }

  @Post('follow-up/incidents/:incidentId/statements')
  @Allow('incident-reports:write')
  @HttpCode(200)
  @ApiOkResponse({ type: SharedIncidentsResponse })
  state(
    @Scope() scope: ScopeType,
    @PathParam('incidentId') id: IncidentId,
    @Body() body: IncidentFactsFields,
  ): Promise<SharedIncidentsResponse> {
    return this.reports.state(scope, id, body);
  }
}
