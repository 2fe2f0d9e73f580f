import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { EngagementId, IncidentId } from '@probant/shared/ids';
import { Allow, OpenToTokens, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import {
  IncidentBookResponse,
  IncidentFactsFields,
  KeepIncidentFileRequest,
  OpenIncidentRequest,
} from './incidents.dto.js';
import { Incidents } from './incidents.service.js';
import { incidentExamples } from './incidents.examples.js';

@ApiTags('incidents')
@Controller('engagements/:engagementId/incidents')
export class IncidentsController {
  constructor(private readonly incidents: Incidents) {}

  @Get()
  @Allow('incidents:read')
  @OpenToTokens('Read the incidents of an engagement', incidentExamples.list)
  @ApiOkResponse({ type: IncidentBookResponse })
  read(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
  ): Promise<IncidentBookResponse> {
    return this.incidents.read(scope, id);
  }

  @Post()
  @Allow('incidents:write')
  @HttpCode(200)
  @ApiOkResponse({ type: IncidentBookResponse })
  open(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @Body() body: OpenIncidentRequest,
  ): Promise<IncidentBookResponse> {
    return this.incidents.open(scope, id, body);
  }

  @Post(':incidentId/statements')
  @Allow('incidents:write')
  @HttpCode(200)
  @ApiOkResponse({ type: IncidentBookResponse })
  state(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @PathParam('incidentId') incidentId: IncidentId,
    @Body() body: IncidentFactsFields,
  ): Promise<IncidentBookResponse> {
    return this.incidents.state(scope, id, incidentId, body);
  }

  @Post(':incidentId/share')
  @Allow('incidents:write')
  @HttpCode(200)
  @ApiOkResponse({ type: IncidentBookResponse })
  share(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @PathParam('incidentId') incidentId: IncidentId,
  ): Promise<IncidentBookResponse> {
    return this.incidents.share(scope, id, incidentId);
  }

  @Put(':incidentId/file')
  @Allow('incidents:write')
  @ApiOkResponse({ type: IncidentBookResponse })
  keepFile(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @PathParam('incidentId') incidentId: IncidentId,
    @Body() body: KeepIncidentFileRequest,
  ): Promise<IncidentBookResponse> {
    return this.incidents.keepFile(scope, id, incidentId, body);
  }

  @Post(':incidentId/finding')
  @Allow('findings:write')
  @HttpCode(200)
  @ApiOkResponse({ type: IncidentBookResponse })
  raiseFinding(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @PathParam('incidentId') incidentId: IncidentId,
  ): Promise<IncidentBookResponse> {
    return this.incidents.raiseFinding(scope, id, incidentId);
  }
}
