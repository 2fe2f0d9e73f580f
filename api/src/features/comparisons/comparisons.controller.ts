import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { EngagementId } from '@probant/shared/ids';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { ComparisonQuery, ComparisonResponse, DayComparisonQuery } from './comparisons.dto.js';
import { Comparisons } from './comparisons.service.js';

@ApiTags('comparisons')
@Controller()
export class ComparisonsController {
  constructor(private readonly comparisons: Comparisons) {}

  @Get('comparison')
  @Allow('scores:read')
  @ApiOkResponse({ type: ComparisonResponse })
  engagements(@Scope() scope: ScopeType, @Query() query: ComparisonQuery): Promise<ComparisonResponse> {
    return this.comparisons.ofEngagements(scope, query);
  }

  @Get('engagements/:engagementId/comparison')
  @Allow('scores:read')
  @ApiOkResponse({ type: ComparisonResponse })
  days(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @Query() query: DayComparisonQuery,
  ): Promise<ComparisonResponse> {
    return this.comparisons.ofDays(scope, id, query);
  }
}
