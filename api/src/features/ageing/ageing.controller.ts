import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { EngagementId } from '@probant/shared/ids';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import {
  AgeingQuery,
  AgeingResponse,
  LapsesQuery,
  LapsesResponse,
  ScoreOnQuery,
  ScoreOnResponse,
} from './ageing.dto.js';
import { Ageing } from './ageing.service.js';
import { LapseList } from './lapse-list.service.js';

@ApiTags('ageing')
@Controller()
export class AgeingController {
  constructor(
    private readonly ageing: Ageing,
    private readonly lapses: LapseList,
  ) {}

  @Get('engagements/:engagementId/ageing')
  @Allow('scores:read')
  @ApiOkResponse({ type: AgeingResponse })
  read(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @Query() query: AgeingQuery,
  ): Promise<AgeingResponse> {
    return this.ageing.read(scope, id, query);
  }

  @Get('engagements/:engagementId/score-on')
  @Allow('scores:read')
  @ApiOkResponse({ type: ScoreOnResponse })
  scoreOn(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @Query() query: ScoreOnQuery,
  ): Promise<ScoreOnResponse> {
    return this.ageing.scoreOn(scope, id, query);
  }

  @Get('lapses')
  @Allow('portfolio:read')
  @ApiOkResponse({ type: LapsesResponse })
  list(@Scope() scope: ScopeType, @Query() query: LapsesQuery): Promise<LapsesResponse> {
    return this.lapses.list(scope, query);
  }
}
