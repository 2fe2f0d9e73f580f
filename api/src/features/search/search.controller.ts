import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { SearchQuery, SearchResponse } from './search.dto.js';
import { Search } from './search.service.js';

@ApiTags('search')
@Controller('search')
export class SearchController {
  constructor(private readonly search: Search) {}

  @Get()
  @Allow('search:read')
  @ApiOkResponse({ type: SearchResponse })
  find(@Scope() scope: ScopeType, @Query() query: SearchQuery): Promise<SearchResponse> {
    return this.search.find(scope, query);
  }
}
