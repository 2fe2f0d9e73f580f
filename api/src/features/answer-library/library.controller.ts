import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import {
  EditEntryRequest,
  EntryRevisionRequest,
  LibraryEntryHistoryResponse,
  LibraryQuery,
  LibraryResponse,
} from './answer-library.dto.js';
import { AnswerLibrary } from './library.service.js';

@ApiTags('answer-library')
@Controller('answer-library')
export class AnswerLibraryController {
  constructor(private readonly library: AnswerLibrary) {}

  /** One item for each question key: the latest answer under it. */
  @Get()
  @Allow('answer-library:read')
  @ApiOkResponse({ type: LibraryResponse })
  list(@Scope() scope: ScopeType, @Query() query: LibraryQuery): Promise<LibraryResponse> {
    return this.library.list(scope, query);
  }

  @Get(':entryId')
  @Allow('answer-library:read')
  @ApiOkResponse({ type: LibraryEntryHistoryResponse })
  read(@Scope() scope: ScopeType, @PathParam('entryId') id: string): Promise<LibraryEntryHistoryResponse> {
    return this.library.read(scope, id);
  }

  @Put(':entryId')
  @Allow('answer-library:write')
  @ApiOkResponse({ type: LibraryEntryHistoryResponse })
  edit(
    @Scope() scope: ScopeType,
    @PathParam('entryId') id: string,
    @Body() body: EditEntryRequest,
  ): Promise<LibraryEntryHistoryResponse> {
    return this.library.edit(scope, id, body);
  }

  @Post(':entryId/retire')
  @Allow('answer-library:write')
  @HttpCode(200)
  @ApiOkResponse({ type: LibraryEntryHistoryResponse })
  retire(
    @Scope() scope: ScopeType,
    @PathParam('entryId') id: string,
    @Body() body: EntryRevisionRequest,
  ): Promise<LibraryEntryHistoryResponse> {
    return this.library.retire(scope, id, body);
  }

  @Post(':entryId/restore')
  @Allow('answer-library:write')
  @HttpCode(200)
  @ApiOkResponse({ type: LibraryEntryHistoryResponse })
  restore(
    @Scope() scope: ScopeType,
    @PathParam('entryId') id: string,
    @Body() body: EntryRevisionRequest,
  ): Promise<LibraryEntryHistoryResponse> {
    return this.library.restore(scope, id, body);
  }
}
