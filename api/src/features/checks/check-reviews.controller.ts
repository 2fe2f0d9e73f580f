import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { AssessmentId, CheckId } from '@probant/shared/ids';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { CheckProofs } from './check-proofs.service.js';
import { CheckGradesResponse, GradeCheckRequest } from './checks.dto.js';

@ApiTags('checks')
@Controller('assessments/:assessmentId/review/checks')
export class CheckReviewsController {
  constructor(private readonly proofs: CheckProofs) {}

  @Get()
  @Allow('reviews:read')
  @ApiOkResponse({ type: CheckGradesResponse })
  read(@Scope() scope: ScopeType, @PathParam('assessmentId') id: AssessmentId): Promise<CheckGradesResponse> {
    return this.proofs.read(scope, id);
  }

  @Put(':checkId')
  @Allow('reviews:write')
  @ApiOkResponse({ type: CheckGradesResponse })
  grade(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
    @PathParam('checkId') checkId: CheckId,
    @Body() body: GradeCheckRequest,
  ): Promise<CheckGradesResponse> {
    return this.proofs.grade(scope, id, checkId, body);
  }
}
