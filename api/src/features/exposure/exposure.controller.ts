import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { EngagementId } from '@probant/shared/ids';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import {
  AcceptExposureNoticeRequest,
  ExposureNoticeResponse,
  ExposureResponse,
  StateExposureRequest,
} from './exposure.dto.js';
import { ExposureNotices } from './exposure-notices.service.js';
import { Exposures } from './exposure.service.js';

@ApiTags('exposure')
@Controller()
export class ExposureController {
  constructor(
    private readonly exposures: Exposures,
    private readonly notices: ExposureNotices,
  ) {}

  @Get('engagements/:engagementId/exposure')
  @Allow('exposure:read')
  @ApiOkResponse({ type: ExposureResponse })
  read(@Scope() scope: ScopeType, @PathParam('engagementId') id: EngagementId): Promise<ExposureResponse> {
    return this.exposures.read(scope, id);
  }

  @Put('engagements/:engagementId/exposure')
  @Allow('exposure:write')
  @ApiOkResponse({ type: ExposureResponse })
  state(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @Body() body: StateExposureRequest,
  ): Promise<ExposureResponse> {
    return this.exposures.state(scope, id, body);
  }

  @Put('exposure-notice')
  @Allow('exposure:read')
  @ApiOkResponse({ type: ExposureNoticeResponse })
  acceptNotice(
    @Scope() scope: ScopeType,
    @Body() body: AcceptExposureNoticeRequest,
  ): Promise<ExposureNoticeResponse> {
    return this.notices.accept(scope, body.number);
  }
}
