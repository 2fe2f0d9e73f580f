import { Body, Controller, Delete, Get, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { PortfolioViewId } from '@probant/shared/ids';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { PortfolioViewsResponse, SaveViewRequest } from './portfolio-views.dto.js';
import { PortfolioViews } from './portfolio-views.service.js';

@ApiTags('portfolio')
@Controller('portfolio/views')
export class PortfolioViewsController {
  constructor(private readonly views: PortfolioViews) {}

  @Get()
  @Allow('portfolio:read')
  @ApiOkResponse({ type: PortfolioViewsResponse })
  list(@Scope() scope: ScopeType): Promise<PortfolioViewsResponse> {
    return this.views.list(scope);
  }

  @Post()
  @Allow('portfolio:read')
  @ApiCreatedResponse({ type: PortfolioViewsResponse })
  add(@Scope() scope: ScopeType, @Body() body: SaveViewRequest): Promise<PortfolioViewsResponse> {
    return this.views.add(scope, body);
  }

  @Put(':viewId')
  @Allow('portfolio:read')
  @ApiOkResponse({ type: PortfolioViewsResponse })
  change(
    @Scope() scope: ScopeType,
    @PathParam('viewId') id: PortfolioViewId,
    @Body() body: SaveViewRequest,
  ): Promise<PortfolioViewsResponse> {
    return this.views.change(scope, id, body);
  }

  @Delete(':viewId')
  @Allow('portfolio:read')
  @ApiOkResponse({ type: PortfolioViewsResponse })
  remove(
    @Scope() scope: ScopeType,
    @PathParam('viewId') id: PortfolioViewId,
  ): Promise<PortfolioViewsResponse> {
    return this.views.remove(scope, id);
  }
}
