import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { AssessmentId } from '@probant/shared/ids';
import { Allow, OpenToTokens, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { FindingList } from './finding-list.service.js';
import {
  FindingFiltersResponse,
  FindingListResponse,
  FindingsQuery,
  FindingsResponse,
  SupplierFindingsResponse,
} from './findings.dto.js';
import { findingExamples } from './findings.examples.js';

@ApiTags('findings')
@Controller()
export class FindingsController {
  constructor(private readonly findingList: FindingList) {}

  @Get('findings')
  @Allow('reviews:read')
  @OpenToTokens('List the findings', findingExamples.list)
  @ApiOkResponse({ type: FindingListResponse })
  all(@Scope() scope: ScopeType, @Query() query: FindingsQuery): Promise<FindingListResponse> {
    return this.findingList.all(scope, query);
  }

  @Get('finding-filters')
  @Allow('reviews:read')
  @ApiOkResponse({ type: FindingFiltersResponse })
  filters(@Scope() scope: ScopeType): Promise<FindingFiltersResponse> {
    return this.findingList.filters(scope);
  }

  @Get('assessments/:assessmentId/findings')
  @Allow('reviews:read')
  @OpenToTokens('List the findings of an assessment', findingExamples.ofAssessment)
  @ApiOkResponse({ type: FindingsResponse })
  ofAssessment(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
  ): Promise<FindingsResponse> {
    return this.findingList.ofAssessment(scope, id);
  }

  @Get('requests/:assessmentId/findings')
  @Allow('requests:read')
  @ApiOkResponse({ type: SupplierFindingsResponse })
  ofRequest(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
  ): Promise<SupplierFindingsResponse> {
    return this.findingList.ofRequest(scope, id);
  }
}
