import { Controller, Get, HttpCode, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { Files } from '../../platform/files/files.js';
import { languageOf } from '../../platform/http/problem.filter.js';
import { RateLimit } from '../../platform/http/rate-limit.js';
import { englishCsv, frenchCsv, writeCsv } from '../../platform/tables/write-csv.js';
import { writeXlsx } from '../../platform/tables/write-xlsx.js';
import { ExportFormatQuery } from '../exports/exports.public.js';
import { Library } from '../library/library.public.js';
import { withUpload } from './import-upload.js';
import { importTemplate } from './import-template.js';
import { ApplyRequest, ImportAppliedResponse, ImportPreviewResponse, PreviewRequest } from './imports.dto.js';
import { Imports } from './imports.service.js';

@ApiTags('imports')
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly imports: Imports,
    readonly files: Files,
    readonly limits: RateLimit,
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
    return withUpload(this, scope, request, PreviewRequest, (upload) =>
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
    return withUpload(this, scope, request, ApplyRequest, (upload) =>
      this.imports.apply(scope, upload, languageOf(request)),
    );
  }
}
