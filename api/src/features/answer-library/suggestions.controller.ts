import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { AssessmentId } from '@probant/shared/ids';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { NamedParam, PathParam } from '../../platform/http/path-id.js';
import { ReconfirmationsResponse, SuggestionsResponse } from './answer-library.dto.js';
import { Suggestions } from './suggestions.service.js';

@ApiTags('answer-library')
@Controller('requests/:assessmentId')
export class SuggestionsController {
  constructor(private readonly suggestions: Suggestions) {}

  /** Earlier answers to this question or to one that is alike, each to be looked at and taken over by itself. */
  @Get('answers/:questionId/suggestions')
  @Allow('answers:read')
  @ApiOkResponse({ type: SuggestionsResponse })
  read(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') assessmentId: AssessmentId,
    @NamedParam('questionId') questionId: string,
  ): Promise<SuggestionsResponse> {
    return this.suggestions.read(scope, assessmentId, questionId);
  }

  @Get('reconfirmations')
  @Allow('answers:read')
  @ApiOkResponse({ type: ReconfirmationsResponse })
  reconfirmations(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') assessmentId: AssessmentId,
  ): Promise<ReconfirmationsResponse> {
    return this.suggestions.reconfirmations(scope, assessmentId);
  }
}
