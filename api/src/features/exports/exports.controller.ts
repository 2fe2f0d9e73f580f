import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import { lists } from '@probant/shared/audit/organisation-events';
import { languages } from '@probant/shared/questionnaires/document';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { exportFormats } from './exports.dto.js';
import { Exports } from './exports.service.js';

@ApiTags('exports')
@Controller('exports')
export class ExportsController {
  constructor(private readonly exports: Exports) {}

  /** Beside the parameters named here, the list's own search, filters and sort. */
  @Get()
  @Allow('exports:run')
  @ApiQuery({ name: 'list', enum: lists })
  @ApiQuery({ name: 'format', enum: exportFormats })
  @ApiQuery({ name: 'language', enum: languages, required: false })
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async download(
    @Scope() scope: ScopeType,
    @Query() query: Record<string, unknown>,
  ): Promise<StreamableFile> {
    const { content, bytes, type, fileName } = await this.exports.run(scope, query);
    return new StreamableFile(content, {
      type,
      length: bytes,
      disposition: `attachment; filename="${fileName}"`,
    });
  }
}
