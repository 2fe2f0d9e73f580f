import { Body, Controller, Get, Headers, HttpCode, Inject, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { AssessmentId, SubmissionId } from '@probant/shared/ids';
import type { FastifyReply } from 'fastify';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { languageOf } from '../../platform/http/problem.filter.js';
import { PDF, type PdfRenderer } from '../../platform/pdf/pdf-token.js';
import { Arrivals } from '../reviews/reviews.public.js';
import { printReceipt, toReceipt } from './receipt.js';
import {
  ReceiptResponse,
  SubmissionListResponse,
  SubmissionResponse,
  SubmissionTextResponse,
  SubmitRequest,
} from './submissions.dto.js';
import { Submissions } from './submissions.service.js';

@ApiTags('submissions')
@Controller('requests/:assessmentId/submissions')
export class SubmissionsController {
  constructor(
    private readonly submissions: Submissions,
    private readonly arrivals: Arrivals,
    @Inject(PDF) private readonly pdf: PdfRenderer,
  ) {}

  @Post()
  @Allow('submissions:create')
  @HttpCode(200)
  @ApiOkResponse({ type: SubmissionResponse })
  async submit(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') assessmentId: AssessmentId,
    @Body() body: SubmitRequest,
  ): Promise<SubmissionResponse> {
    const submitted = await this.submissions.submit(scope, assessmentId, body);
    await this.arrivals.take(submitted.id as SubmissionId);
    return submitted;
  }

  @Get()
  @Allow('answers:read')
  @ApiOkResponse({ type: SubmissionListResponse })
  async list(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') assessmentId: AssessmentId,
  ): Promise<SubmissionListResponse> {
    return { items: await this.submissions.list(scope, assessmentId) };
  }

  @Get(':submissionId')
  @Allow('answers:read')
  @ApiOkResponse({ type: SubmissionTextResponse })
  async read(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') assessmentId: AssessmentId,
    @PathParam('submissionId') submissionId: SubmissionId,
  ): Promise<SubmissionTextResponse> {
    const { id, number, submittedAt, attestedBy, sha256, sheetRevision, submission } =
      await this.submissions.read(scope, assessmentId, submissionId);
    return { id, number, submittedAt, attestedBy, sha256, sheetRevision, submission: { ...submission } };
  }

  @Get(':submissionId/receipt.json')
  @Allow('answers:read')
  @ApiOkResponse({ type: ReceiptResponse })
  async receipt(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') assessmentId: AssessmentId,
    @PathParam('submissionId') submissionId: SubmissionId,
  ): Promise<ReceiptResponse> {
    return toReceipt(await this.submissions.read(scope, assessmentId, submissionId));
  }

  @Get(':submissionId/receipt.pdf')
  @Allow('answers:read')
  @ApiProduces('application/pdf')
  async receiptPdf(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') assessmentId: AssessmentId,
    @PathParam('submissionId') submissionId: SubmissionId,
    @Headers('accept-language') accept: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const receipt = toReceipt(await this.submissions.read(scope, assessmentId, submissionId));
    const language = languageOf({ headers: { 'accept-language': accept ?? scope.language } });
    const pdf = await this.pdf.render(printReceipt(receipt, language));
    await reply
      .type('application/pdf')
      .header(
        'content-disposition',
        `attachment; filename="probant-${receipt.number}-${receipt.submissionSha256.slice(0, 8)}.pdf"`,
      )
      .send(pdf);
  }
}
