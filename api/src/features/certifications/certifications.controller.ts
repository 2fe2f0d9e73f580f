import { Body, Controller, Get, HttpCode, Post, Put, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { EngagementId, LossProcedureId } from '@probant/shared/ids';
import type { FastifyRequest } from 'fastify';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { Files } from '../../platform/files/files.js';
import { PathParam } from '../../platform/http/path-id.js';
import { languageOf } from '../../platform/http/problem.filter.js';
import { RateLimit } from '../../platform/http/rate-limit.js';
import { withUpload } from '../imports/imports.public.js';
import {
  ApplyCertificationImportRequest,
  CertificationImportAppliedResponse,
  CertificationImportPreviewResponse,
  PreviewCertificationImportRequest,
} from './certification-imports.dto.js';
import { CertificationImports } from './certification-imports.service.js';
import { CertificationQuery, CertificationResponse, StateChainRequest } from './chains.dto.js';
import { Chains } from './chains.service.js';
import { DateStepRequest, LossProcedureResponse } from './loss-procedures.dto.js';
import { LossProcedures } from './loss-procedures.service.js';

@ApiTags('certifications')
@Controller('engagements/:engagementId/certification')
export class CertificationsController {
  constructor(
    private readonly chains: Chains,
    private readonly procedures: LossProcedures,
    private readonly imports: CertificationImports,
    readonly files: Files,
    readonly limits: RateLimit,
  ) {}

  @Get()
  @Allow('certifications:read')
  @ApiOkResponse({ type: CertificationResponse })
  read(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @Query() query: CertificationQuery,
  ): Promise<CertificationResponse> {
    return this.chains.read(scope, id, query.on);
  }

  @Put()
  @Allow('certifications:write')
  @ApiOkResponse({ type: CertificationResponse })
  state(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @Body() body: StateChainRequest,
  ): Promise<CertificationResponse> {
    return this.chains.state(scope, id, body);
  }

  @Post('procedures/:procedureId/steps')
  @Allow('certifications:write')
  @HttpCode(200)
  @ApiOkResponse({ type: LossProcedureResponse })
  dateStep(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @PathParam('procedureId') procedureId: LossProcedureId,
    @Body() body: DateStepRequest,
  ): Promise<LossProcedureResponse> {
    return this.procedures.dateStep(scope, id, procedureId, body);
  }

  @Post('import/preview')
  @Allow('certifications:write')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: PreviewCertificationImportRequest })
  @ApiOkResponse({ type: CertificationImportPreviewResponse })
  async preview(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @Req() request: FastifyRequest,
  ): Promise<CertificationImportPreviewResponse> {
    await this.imports.checkEngagement(scope, id);
    return withUpload(this, scope, request, PreviewCertificationImportRequest, (upload) =>
      this.imports.preview(scope, id, upload, languageOf(request)),
    );
  }

  @Post('import/apply')
  @Allow('certifications:write')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: ApplyCertificationImportRequest })
  @ApiOkResponse({ type: CertificationImportAppliedResponse })
  async apply(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @Req() request: FastifyRequest,
  ): Promise<CertificationImportAppliedResponse> {
    await this.imports.checkEngagement(scope, id);
    return withUpload(this, scope, request, ApplyCertificationImportRequest, (upload) =>
      this.imports.apply(scope, id, upload, languageOf(request)),
    );
  }
}
