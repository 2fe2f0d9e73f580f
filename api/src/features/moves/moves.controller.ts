import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { AssessmentId, DryRunId, MoveId, QuestionnaireId, VersionId } from '@probant/shared/ids';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { DryRuns } from './dry-runs.service.js';
import {
  ChooseMovesRequest,
  DryRunListResponse,
  DryRunResponse,
  MoveListResponse,
  ReceivedMovesResponse,
} from './moves.dto.js';
import { VersionMoves } from './version-moves.service.js';

@ApiTags('moves')
@Controller()
export class MovesController {
  constructor(
    private readonly dryRuns: DryRuns,
    private readonly moves: VersionMoves,
  ) {}

  @Get('questionnaires/:questionnaireId/versions/:versionId/dry-runs')
  @Allow('assessments:read')
  @ApiOkResponse({ type: DryRunListResponse })
  list(
    @Scope() scope: ScopeType,
    @PathParam('questionnaireId') id: QuestionnaireId,
    @PathParam('versionId') versionId: VersionId,
  ): Promise<DryRunListResponse> {
    return this.dryRuns.list(scope, id, versionId);
  }

  @Post('questionnaires/:questionnaireId/versions/:versionId/dry-runs')
  @Allow('assessments:move')
  @HttpCode(200)
  @ApiOkResponse({ type: DryRunResponse })
  want(
    @Scope() scope: ScopeType,
    @PathParam('questionnaireId') id: QuestionnaireId,
    @PathParam('versionId') versionId: VersionId,
  ): Promise<DryRunResponse> {
    return this.dryRuns.want(scope, id, versionId);
  }

  @Get('dry-runs/:dryRunId')
  @Allow('assessments:read')
  @ApiOkResponse({ type: DryRunResponse })
  read(@Scope() scope: ScopeType, @PathParam('dryRunId') id: DryRunId): Promise<DryRunResponse> {
    return this.dryRuns.read(scope, id);
  }

  @Post('dry-runs/:dryRunId/cancel')
  @Allow('assessments:move')
  @HttpCode(200)
  @ApiOkResponse({ type: DryRunResponse })
  cancel(@Scope() scope: ScopeType, @PathParam('dryRunId') id: DryRunId): Promise<DryRunResponse> {
    return this.dryRuns.cancel(scope, id);
  }

  @Post('dry-runs/:dryRunId/moves')
  @Allow('assessments:move')
  @HttpCode(200)
  @ApiOkResponse({ type: DryRunResponse })
  choose(
    @Scope() scope: ScopeType,
    @PathParam('dryRunId') id: DryRunId,
    @Body() body: ChooseMovesRequest,
  ): Promise<DryRunResponse> {
    return this.dryRuns.choose(scope, id, body);
  }

  @Get('assessments/:assessmentId/moves')
  @Allow('assessments:read')
  @ApiOkResponse({ type: MoveListResponse })
  listMoves(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
  ): Promise<MoveListResponse> {
    return this.moves.list(scope, id);
  }

  @Post('assessments/:assessmentId/moves/:moveId/return')
  @Allow('assessments:move')
  @HttpCode(200)
  @ApiOkResponse({ type: MoveListResponse })
  return(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
    @PathParam('moveId') moveId: MoveId,
  ): Promise<MoveListResponse> {
    return this.moves.return(scope, id, moveId);
  }

  @Get('requests/:assessmentId/moves')
  @Allow('answers:read')
  @ApiOkResponse({ type: ReceivedMovesResponse })
  listReceived(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
  ): Promise<ReceivedMovesResponse> {
    return this.moves.listReceived(scope, id);
  }
}
