import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { AssessmentId, EvidenceId, SubmissionId } from '@probant/shared/ids';
import type { FastifyReply } from 'fastify';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { sendStoredFile } from '../../platform/http/stored-file-reply.js';
import { ReviewNotices } from './review-notices.service.js';
import { SupplierReviewsResponse } from './reviews.dto.js';
import { SubmittedPieces } from './submitted-pieces.service.js';

/** What each side is shown of the other's: pieces through a submission, judgements once they are shared. */
@ApiTags('reviews')
@Controller()
export class ShownReviewsController {
  constructor(
    private readonly notices: ReviewNotices,
    private readonly pieces: SubmittedPieces,
  ) {}

  @Get('requests/:assessmentId/review')
  @Allow('requests:read')
  @ApiOkResponse({ type: SupplierReviewsResponse })
  ofRequest(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
  ): Promise<SupplierReviewsResponse> {
    return this.notices.ofRequest(scope, id);
  }

  @Get('submissions/:submissionId/pieces/:evidenceId/content')
  @Allow('reviews:read')
  @ApiProduces('application/octet-stream')
  async content(
    @Scope() scope: ScopeType,
    @PathParam('submissionId') submissionId: SubmissionId,
    @PathParam('evidenceId') evidenceId: EvidenceId,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, mediaType, file } = await this.pieces.open(scope, submissionId, evidenceId);
    await sendStoredFile(reply, { name, mediaType }, file);
  }
}
