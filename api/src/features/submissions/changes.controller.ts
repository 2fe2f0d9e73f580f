import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { AssessmentId } from '@probant/shared/ids';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { ChangesQuery, ChangesResponse } from './changes.dto.js';
import { Changes } from './changes.service.js';

/** What changed since the last submission, from either side. */
@ApiTags('submissions')
@Controller()
export class ChangesController {
  constructor(private readonly changes: Changes) {}

  @Get('assessments/:assessmentId/changes')
  @Allow('reviews:read')
  @ApiOkResponse({ type: ChangesResponse })
  asBuyer(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
    @Query() { number }: ChangesQuery,
  ): Promise<ChangesResponse> {
    return this.changes.betweenSubmissions(scope, id, number);
  }

  @Get('requests/:assessmentId/changes')
  @Allow('answers:read')
  @ApiOkResponse({ type: ChangesResponse })
  asSupplier(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
  ): Promise<ChangesResponse> {
    return this.changes.sinceLastSubmission(scope, id);
  }
}
