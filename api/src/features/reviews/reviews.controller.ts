import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { AssessmentId, EvidenceId } from '@probant/shared/ids';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { NamedParam, PathParam } from '../../platform/http/path-id.js';
import { AnswerReviews } from './answer-reviews.service.js';
import { PieceReviews } from './piece-reviews.service.js';
import { ReviewActs } from './review-acts.service.js';
import { ReviewReader } from './review-reader.service.js';
import {
  OverrideRequest,
  ReturnRequest,
  ReviewPieceRequest,
  ReviewQuestionRequest,
  ReviewResponse,
  ReviewStateResponse,
  SeenRequest,
} from './reviews.dto.js';

@ApiTags('reviews')
@Controller('assessments/:assessmentId')
export class ReviewsController {
  constructor(
    private readonly reader: ReviewReader,
    private readonly pieces: PieceReviews,
    private readonly answers: AnswerReviews,
    private readonly acts: ReviewActs,
  ) {}

  @Get('review')
  @Allow('reviews:read')
  @ApiOkResponse({ type: ReviewResponse })
  read(@Scope() scope: ScopeType, @PathParam('assessmentId') id: AssessmentId): Promise<ReviewResponse> {
    return this.reader.read(scope, id);
  }

  @Put('review/pieces/:evidenceId')
  @Allow('reviews:write')
  @ApiOkResponse({ type: ReviewStateResponse })
  judge(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
    @PathParam('evidenceId') evidenceId: EvidenceId,
    @Body() body: ReviewPieceRequest,
  ): Promise<ReviewStateResponse> {
    return this.pieces.judge(scope, id, evidenceId, body);
  }

  @Put('review/questions/:questionId')
  @Allow('reviews:write')
  @ApiOkResponse({ type: ReviewStateResponse })
  review(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
    @NamedParam('questionId') questionId: string,
    @Body() body: ReviewQuestionRequest,
  ): Promise<ReviewStateResponse> {
    return this.answers.review(scope, id, questionId, body);
  }

  @Put('review/questions/:questionId/override')
  @Allow('overrides:write')
  @ApiOkResponse({ type: ReviewStateResponse })
  override(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
    @NamedParam('questionId') questionId: string,
    @Body() body: OverrideRequest,
  ): Promise<ReviewStateResponse> {
    return this.answers.override(scope, id, questionId, body);
  }

  @Post('review/seen')
  @Allow('reviews:write')
  @HttpCode(200)
  @ApiOkResponse({ type: ReviewStateResponse })
  see(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
    @Body() body: SeenRequest,
  ): Promise<ReviewStateResponse> {
    return this.answers.see(scope, id, body);
  }

  @Post('return')
  @Allow('reviews:write')
  @HttpCode(200)
  @ApiOkResponse({ type: ReviewStateResponse })
  return(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
    @Body() body: ReturnRequest,
  ): Promise<ReviewStateResponse> {
    return this.acts.return(scope, id, body.reason);
  }

  @Post('finish-review')
  @Allow('reviews:write')
  @HttpCode(200)
  @ApiOkResponse({ type: ReviewStateResponse })
  finish(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
  ): Promise<ReviewStateResponse> {
    return this.acts.finish(scope, id);
  }
}
