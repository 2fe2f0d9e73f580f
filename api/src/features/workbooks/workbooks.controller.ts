import { Controller, Get, HttpCode, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { AssessmentId } from '@probant/shared/ids';
import type { FastifyRequest } from 'fastify';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { SessionCookie } from '../../platform/access/session-cookie.js';
import { Files } from '../../platform/files/files.js';
import { PathParam } from '../../platform/http/path-id.js';
import { fail } from '../../platform/http/problem.js';
import { RateLimit } from '../../platform/http/rate-limit.js';
import { withUpload } from '../imports/imports.public.js';
import { WorkbookPreviewResponse, WorkbookQuery, WorkbookUpload } from './workbooks.dto.js';
import { Workbooks } from './workbooks.service.js';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Answering away from the browser: the request as a workbook, and what a filled one would change. */
@ApiTags('answers')
@Controller('requests/:assessmentId/workbook')
export class WorkbooksController {
  constructor(
    private readonly workbooks: Workbooks,
    private readonly cookie: SessionCookie,
    readonly files: Files,
    readonly limits: RateLimit,
  ) {}

  @Get()
  @Allow('answers:read')
  @ApiProduces(xlsx)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async write(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
    @Query() query: WorkbookQuery,
    @Req() request: FastifyRequest,
  ): Promise<StreamableFile> {
    const session = this.sessionOf(request);
    const { content, name } = await this.workbooks.write(session, id, query.language ?? scope.language);
    return new StreamableFile(content, {
      type: xlsx,
      length: content.length,
      disposition: `attachment; filename="${name}"`,
    });
  }

  @Post()
  @Allow('answers:write')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: WorkbookUpload })
  @ApiOkResponse({ type: WorkbookPreviewResponse })
  async preview(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
    @Req() request: FastifyRequest,
  ): Promise<WorkbookPreviewResponse> {
    const session = this.sessionOf(request);
    // Before the file is taken in: nobody else learns that the request exists.
    await this.workbooks.require(session, id);
    return withUpload(this, scope, request, WorkbookUpload, (upload) =>
      this.workbooks.preview(scope, session, id, upload),
    );
  }

  private sessionOf(request: FastifyRequest): Buffer {
    return this.cookie.read(request) ?? fail('not-signed-in');
  }
}
