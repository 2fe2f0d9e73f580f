import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { AssessmentId, QuestionnaireId, VersionId } from '@probant/shared/ids';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { Corrections } from './corrections.service.js';
import { Equivalences } from './equivalences.service.js';
import {
  CorrectionListResponse,
  CorrectWordingRequest,
  EquivalenceResponse,
  RetireVersionRequest,
  VersionSummaryResponse,
} from './questionnaires.dto.js';

@ApiTags('questionnaires')
@Controller()
export class VersionActsController {
  constructor(
    private readonly equivalences: Equivalences,
    private readonly corrections: Corrections,
  ) {}

  @Get('questionnaires/:questionnaireId/versions/:versionId/equivalence')
  @Allow('questionnaires:read')
  @ApiOkResponse({ type: EquivalenceResponse })
  readEquivalence(
    @Scope() scope: ScopeType,
    @PathParam('questionnaireId') id: QuestionnaireId,
    @PathParam('versionId') versionId: VersionId,
  ): Promise<EquivalenceResponse> {
    return this.equivalences.read(scope, id, versionId);
  }

  @Get('questionnaires/:questionnaireId/versions/:versionId/corrections')
  @Allow('questionnaires:read')
  @ApiOkResponse({ type: CorrectionListResponse })
  list(
    @Scope() scope: ScopeType,
    @PathParam('questionnaireId') id: QuestionnaireId,
    @PathParam('versionId') versionId: VersionId,
  ): Promise<CorrectionListResponse> {
    return this.corrections.list(scope, id, versionId);
  }

  @Post('questionnaires/:questionnaireId/versions/:versionId/corrections')
  @Allow('questionnaires:publish')
  @HttpCode(200)
  @ApiOkResponse({ type: CorrectionListResponse })
  correct(
    @Scope() scope: ScopeType,
    @PathParam('questionnaireId') id: QuestionnaireId,
    @PathParam('versionId') versionId: VersionId,
    @Body() body: CorrectWordingRequest,
  ): Promise<CorrectionListResponse> {
    return this.corrections.correct(scope, id, versionId, body);
  }

  @Put('questionnaires/:questionnaireId/versions/:versionId/retired')
  @Allow('questionnaires:publish')
  @ApiOkResponse({ type: VersionSummaryResponse })
  retire(
    @Scope() scope: ScopeType,
    @PathParam('questionnaireId') id: QuestionnaireId,
    @PathParam('versionId') versionId: VersionId,
    @Body() body: RetireVersionRequest,
  ): Promise<VersionSummaryResponse> {
    return this.corrections.retire(scope, id, versionId, body);
  }

  @Get('requests/:assessmentId/corrections')
  @Allow('answers:read')
  @ApiOkResponse({ type: CorrectionListResponse })
  listForRequest(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
  ): Promise<CorrectionListResponse> {
    return this.corrections.listForRequest(scope, id);
  }
}
