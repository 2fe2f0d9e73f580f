import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { CertificateId } from '@probant/shared/ids';
import type { FastifyRequest } from 'fastify';
import { Allow, OpenToTokens, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { Files } from '../../platform/files/files.js';
import { PathParam } from '../../platform/http/path-id.js';
import { languageOf } from '../../platform/http/problem.filter.js';
import { RateLimit } from '../../platform/http/rate-limit.js';
import { withUpload } from '../imports/imports.public.js';
import { CertificateList } from './certificate-list.js';
import {
  CertificateResponse,
  CertificatesQuery,
  CertificatesResponse,
  ChangeCertificateRequest,
  LoseCertificateRequest,
  RecordCertificateRequest,
} from './certificates.dto.js';
import { Certificates } from './certificates.service.js';
import {
  ApplyCertificationImportRequest,
  CertificationImportAppliedResponse,
  CertificationImportPreviewResponse,
  PreviewCertificationImportRequest,
} from './certification-imports.dto.js';
import { CertificationImports } from './certification-imports.service.js';
import { certificateExamples } from './certifications.examples.js';

@ApiTags('certifications')
@Controller('certificates')
export class CertificatesController {
  constructor(
    private readonly list: CertificateList,
    private readonly certificates: Certificates,
    private readonly imports: CertificationImports,
    readonly files: Files,
    readonly limits: RateLimit,
  ) {}

  @Get()
  @Allow('certifications:read')
  @OpenToTokens('List the certificates', certificateExamples.list)
  @ApiOkResponse({ type: CertificatesResponse })
  read(@Scope() scope: ScopeType, @Query() query: CertificatesQuery): Promise<CertificatesResponse> {
    return this.list.read(scope, query);
  }

  @Post()
  @Allow('certifications:write')
  @ApiCreatedResponse({ type: CertificateResponse })
  record(@Scope() scope: ScopeType, @Body() body: RecordCertificateRequest): Promise<CertificateResponse> {
    return this.certificates.record(scope, body);
  }

  @Put(':certificateId')
  @Allow('certifications:write')
  @ApiOkResponse({ type: CertificateResponse })
  change(
    @Scope() scope: ScopeType,
    @PathParam('certificateId') id: CertificateId,
    @Body() body: ChangeCertificateRequest,
  ): Promise<CertificateResponse> {
    return this.certificates.change(scope, id, body);
  }

  @Delete(':certificateId')
  @Allow('certifications:write')
  @HttpCode(204)
  remove(@Scope() scope: ScopeType, @PathParam('certificateId') id: CertificateId): Promise<void> {
    return this.certificates.remove(scope, id);
  }

  @Post(':certificateId/loss')
  @Allow('certifications:write')
  @HttpCode(200)
  @ApiOkResponse({ type: CertificateResponse })
  lose(
    @Scope() scope: ScopeType,
    @PathParam('certificateId') id: CertificateId,
    @Body() body: LoseCertificateRequest,
  ): Promise<CertificateResponse> {
    return this.certificates.lose(scope, id, body);
  }

  @Post('import/preview')
  @Allow('certifications:write')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: PreviewCertificationImportRequest })
  @ApiOkResponse({ type: CertificationImportPreviewResponse })
  preview(
    @Scope() scope: ScopeType,
    @Req() request: FastifyRequest,
  ): Promise<CertificationImportPreviewResponse> {
    return withUpload(this, scope, request, PreviewCertificationImportRequest, (upload) =>
      this.imports.preview(scope, null, upload, languageOf(request)),
    );
  }

  @Post('import/apply')
  @Allow('certifications:write')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: ApplyCertificationImportRequest })
  @ApiOkResponse({ type: CertificationImportAppliedResponse })
  apply(
    @Scope() scope: ScopeType,
    @Req() request: FastifyRequest,
  ): Promise<CertificationImportAppliedResponse> {
    return withUpload(this, scope, request, ApplyCertificationImportRequest, (upload) =>
      this.imports.apply(scope, null, upload, languageOf(request)),
    );
  }
}
