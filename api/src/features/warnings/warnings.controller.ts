import { Controller, Get, Headers, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { WarningId } from '@probant/shared/ids';
import { maxBytes } from '@probant/shared/limits';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Files } from '../../platform/files/files.js';
import { PathParam } from '../../platform/http/path-id.js';
import { languageOf } from '../../platform/http/problem.filter.js';
import { RateLimit } from '../../platform/http/rate-limit.js';
import { sendStoredFile } from '../../platform/http/stored-file-reply.js';
import { readUpload } from '../../platform/http/upload.js';
import { PDF, type PdfRenderer } from '../../platform/pdf/pdf-token.js';
import { printWarning } from './print-warning.js';
import { WarningFiles } from './warning-files.service.js';
import { WarningRegister } from './warning-register.service.js';
import { WarningFileResponse, WarningFileUpload, WarningResponse } from './warnings.dto.js';

const uploadsPerHour = { hits: 300, seconds: 3600 };

/** What either side reads and stores; each finds the entries of which it is a party. */
@ApiTags('warnings')
@Controller()
export class WarningsController {
  constructor(
    private readonly register: WarningRegister,
    private readonly warningFiles: WarningFiles,
    private readonly files: Files,
    private readonly limits: RateLimit,
    private readonly clock: Clock,
    @Inject(PDF) private readonly pdf: PdfRenderer,
  ) {}

  @Get('warnings/:warningId')
  @Allow('warnings:read')
  @ApiOkResponse({ type: WarningResponse })
  read(@Scope() scope: ScopeType, @PathParam('warningId') id: WarningId): Promise<WarningResponse> {
    return this.register.one(scope, id);
  }

  @Get('warnings/:warningId/warning.pdf')
  @Allow('warnings:read')
  @ApiProduces('application/pdf')
  async print(
    @Scope() scope: ScopeType,
    @PathParam('warningId') id: WarningId,
    @Headers('accept-language') accept: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const warning = await this.register.one(scope, id);
    const language = languageOf({ headers: { 'accept-language': accept ?? scope.language } });
    const pdf = await this.pdf.render(printWarning(warning, language, this.clock.now()));
    const name = `probant-${warning.signature.sha256.slice(0, 8)}.pdf`;
    await reply
      .type('application/pdf')
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(pdf);
  }

  @Get('warnings/:warningId/pieces/:pieceId/content')
  @Allow('warnings:read')
  @ApiProduces('application/octet-stream')
  async content(
    @Scope() scope: ScopeType,
    @PathParam('warningId') id: WarningId,
    @PathParam('pieceId') pieceId: WarningId,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, mediaType, file } = await this.warningFiles.open(scope, id, pieceId);
    await sendStoredFile(reply, { name, mediaType }, file);
  }

  /** multipart/form-data with one `file`; the entry that names it shows it to both sides. */
  @Post('warning-files')
  @Allow('warnings:write')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: WarningFileUpload })
  @ApiOkResponse({ type: WarningFileResponse })
  async store(@Scope() scope: ScopeType, @Req() request: FastifyRequest): Promise<WarningFileResponse> {
    await this.limits.hit(`upload:${scope.organisationId}`, uploadsPerHour);
    const upload = await readUpload(request, this.files, {
      fields: WarningFileUpload,
      maxBytes: maxBytes.evidenceFile,
    });
    return this.warningFiles.store(scope, upload);
  }
}
