import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { AssessmentId, SnapshotId } from '@probant/shared/ids';
import { Allow, OpenToTokens, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { ScoreReader } from './score-reader.service.js';
import {
  LiveScoreResponse,
  SnapshotResponse,
  SnapshotsResponse,
  WhatIfRequest,
  WhatIfResponse,
} from './scoring.dto.js';
import { scoreExamples } from './scoring.examples.js';

@ApiTags('scores')
@Controller('assessments/:assessmentId')
export class ScoringController {
  constructor(private readonly reader: ScoreReader) {}

  @Get('score')
  @Allow('scores:read')
  @OpenToTokens('Read the score of an assessment as of today', scoreExamples.today)
  @ApiOkResponse({ type: LiveScoreResponse })
  live(@Scope() scope: ScopeType, @PathParam('assessmentId') id: AssessmentId): Promise<LiveScoreResponse> {
    return this.reader.live(scope, id);
  }

  @Post('score/what-if')
  @Allow('scores:read')
  @HttpCode(200)
  @ApiOkResponse({ type: WhatIfResponse })
  whatIf(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
    @Body() body: WhatIfRequest,
  ): Promise<WhatIfResponse> {
    return this.reader.whatIf(scope, id, body);
  }

  @Get('scores')
  @Allow('scores:read')
  @OpenToTokens('List the scores kept of an assessment', scoreExamples.kept)
  @ApiOkResponse({ type: SnapshotsResponse })
  list(@Scope() scope: ScopeType, @PathParam('assessmentId') id: AssessmentId): Promise<SnapshotsResponse> {
    return this.reader.list(scope, id);
  }

  @Get('scores/:snapshotId')
  @Allow('scores:read')
  @ApiOkResponse({ type: SnapshotResponse })
  read(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
    @PathParam('snapshotId') snapshotId: SnapshotId,
  ): Promise<SnapshotResponse> {
    return this.reader.read(scope, id, snapshotId);
  }
}
