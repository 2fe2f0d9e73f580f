import { Controller, Get, HttpCode, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { maxBytes } from '@probant/shared/limits';
import type { FastifyRequest } from 'fastify';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { Files } from '../../platform/files/files.js';
import { languageOf } from '../../platform/http/problem.filter.js';
import { RateLimit } from '../../platform/http/rate-limit.js';
import { readUpload, type Upload } from '../../platform/http/upload.js';
import { englishCsv, frenchCsv, writeCsv } from '../../platform/tables/write-csv.js';
import { writeXlsx } from '../../platform/tables/write-xlsx.js';
import { ExportFormatQuery } from '../exports/exports.public.js';
import { Library } from '../library/library.public.js';
import { importTemplate } from './import-template.js';
import { ApplyRequest, ImportAppliedResponse, ImportPreviewResponse, PreviewRequest } from './imports.dto.js';
import { Imports } from './imports.service.js';

const uploadsPerHour = { hits: 240, seconds: 3_600 };

@ApiTags('imports')
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly imports: Imports,
    private readonly files: Files,
    private readonly limits: RateLimit,
    private readonly library: Library,
  ) {}

  @Get('template')
  @Allow('imports:run')
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async template(@Scope() scope: ScopeType, @Query() query: ExportFormatQuery): Promise<StreamableFile> {
    const language = query.language ?? scope.language;
    const table = importTemplate(this.library.questionBank().context, language);
    const content =
      query.format === 'xlsx'
        ? await writeXlsx([table])
        : Buffer.from(writeCsv(table, language === 'fr' ? frenchCsv : englishCsv), 'utf8');
    return new StreamableFile(content, {
      type:
        query.format === 'xlsx'
          ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
          : 'text/csv; charset=utf-8',
      length: content.length,
      disposition: `attachment; filename="import.${query.format}"`,
    });
  }

  @Post('preview')
  @Allow('imports:run')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: PreviewRequest })
  @ApiOkResponse({ type: ImportPreviewResponse })
  preview(@Scope() scope: ScopeType, @Req() request: FastifyRequest): Promise<ImportPreviewResponse> {
    return this.withUpload(scope, request, PreviewRequest, (upload) =>
      this.imports.preview(scope, upload, languageOf(request)),
    );
  }

  @Post('apply')
  @Allow('imports:run')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: ApplyRequest })
  @ApiOkResponse({ type: ImportAppliedResponse })
  apply(@Scope() scope: ScopeType, @Req() request: FastifyRequest): Promise<ImportAppliedResponse> {
    return this.withUpload(scope, request, ApplyRequest, (upload) =>
      this.imports.apply(scope, upload, languageOf(request)),
    );
  }

  /** The file is gone once it was read, whatever came of it. */
  private async withUpload<F extends object, T>(
    scope: ScopeType,
    request: FastifyRequest,
    fields: new () => F,
    use: (upload: Upload<F>) => Promise<T>,
  ): Promise<T> {
    await this.limits.hit(`import:${scope.organisationId}`, uploadsPerHour);
    const upload = await readUpload(request, this.files, { fields, maxBytes: maxBytes.importFile });
    try {
      return await use(upload);
    } finally {
      await upload.received.discard();
    }
  }
}
