import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, OpenToTokens, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PortfolioQuery, PortfolioResponse, PortfolioSummaryResponse } from './portfolio.dto.js';
import { Portfolio } from './portfolio.service.js';
import { portfolioExamples } from './portfolio.examples.js';

@ApiTags('portfolio')
@Controller('portfolio')
export class PortfolioController {
  constructor(private readonly portfolio: Portfolio) {}

  @Get()
  @Allow('portfolio:read')
  @OpenToTokens('List the portfolio, engagement by engagement', portfolioExamples.list)
  @ApiOkResponse({ type: PortfolioResponse })
  list(@Scope() scope: ScopeType, @Query() query: PortfolioQuery): Promise<PortfolioResponse> {
    return this.portfolio.list(scope, query);
  }

  @Get('summary')
  @Allow('portfolio:read')
  @OpenToTokens('Read the figures of the portfolio', portfolioExamples.summary)
  @ApiOkResponse({ type: PortfolioSummaryResponse })
  summary(@Scope() scope: ScopeType): Promise<PortfolioSummaryResponse> {
    return this.portfolio.summary(scope);
  }
}
