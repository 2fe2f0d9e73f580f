import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { AssessmentId } from '@probant/shared/ids';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { IdenticalPieces } from './identical-pieces.service.js';
import {
  AcceptedPlacesResponse,
  AcceptIdenticalRequest,
  AssignedReviewerResponse,
  AssignReviewerRequest,
  IdenticalPiecesResponse,
  ReviewQueueQuery,
  ReviewQueueResponse,
  ReviewTimesResponse,
} from './review-queue.dto.js';
import { ReviewQueue } from './review-queue.service.js';
import { ReviewTimes } from './review-times.service.js';
import { Reviewers } from './reviewers.service.js';

@ApiTags('reviews')
@Controller()
export class ReviewQueueController {
  constructor(
    private readonly queue: ReviewQueue,
    private readonly reviewers: Reviewers,
    private readonly times: ReviewTimes,
    private readonly identical: IdenticalPieces,
  ) {}

  @Get('review-queue')
  @Allow('reviews:read')
  @ApiOkResponse({ type: ReviewQueueResponse })
  read(@Scope() scope: ScopeType, @Query() query: ReviewQueueQuery): Promise<ReviewQueueResponse> {
    return this.queue.read(scope, query);
  }

  @Get('review-queue/times')
  @Allow('reviews:read')
  @ApiOkResponse({ type: ReviewTimesResponse })
  readTimes(@Scope() scope: ScopeType): Promise<ReviewTimesResponse> {
    return this.times.read(scope);
  }

  @Get('review-queue/identical-pieces')
  @Allow('reviews:read')
  @ApiOkResponse({ type: IdenticalPiecesResponse })
  listIdentical(@Scope() scope: ScopeType): Promise<IdenticalPiecesResponse> {
    return this.identical.list(scope);
  }

  @Post('review-queue/identical-pieces/accept')
  @Allow('reviews:write')
  @HttpCode(200)
  @ApiOkResponse({ type: AcceptedPlacesResponse })
  acceptIdentical(
    @Scope() scope: ScopeType,
    @Body() body: AcceptIdenticalRequest,
  ): Promise<AcceptedPlacesResponse> {
    return this.identical.accept(scope, body);
  }

  @Put('assessments/:assessmentId/reviewer')
  @Allow('reviews:write')
  @ApiOkResponse({ type: AssignedReviewerResponse })
  assign(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
    @Body() body: AssignReviewerRequest,
  ): Promise<AssignedReviewerResponse> {
    return this.reviewers.assign(scope, id, body);
  }
}
