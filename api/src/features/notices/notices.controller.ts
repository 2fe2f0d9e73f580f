import { Body, Controller, Get, HttpCode, Post, Put, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { media } from '@probant/shared/evidence/media';
import type { EngagementId, NoticeId } from '@probant/shared/ids';
import type { FastifyReply } from 'fastify';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { NamedParam, PathParam } from '../../platform/http/path-id.js';
import { NoticesResponse, RecordEndingRequest } from './endings.dto.js';
import { Endings } from './endings.service.js';
import { LetterPrinter } from './letter-printer.js';
import { NoticeResponse, SaveDraftRequest, TakeStepRequest } from './notices.dto.js';
import { Notices } from './notices.service.js';
import { NoticeSteps } from './notice-steps.service.js';

@ApiTags('notices')
@Controller()
export class NoticesController {
  constructor(
    private readonly notices: Notices,
    private readonly steps: NoticeSteps,
    private readonly endings: Endings,
    private readonly printer: LetterPrinter,
  ) {}

  @Get('engagements/:engagementId/notices')
  @Allow('notices:read')
  @ApiOkResponse({ type: NoticesResponse })
  list(@Scope() scope: ScopeType, @PathParam('engagementId') id: EngagementId): Promise<NoticesResponse> {
    return this.endings.list(scope, id);
  }

  @Post('engagements/:engagementId/notices')
  @Allow('notices:write')
  @HttpCode(200)
  @ApiOkResponse({ type: NoticeResponse })
  create(@Scope() scope: ScopeType, @PathParam('engagementId') id: EngagementId): Promise<NoticeResponse> {
    return this.notices.create(scope, id);
  }

  @Post('engagements/:engagementId/contract/endings')
  @Allow('notices:write')
  @HttpCode(200)
  @ApiOkResponse({ type: NoticesResponse })
  recordEnding(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @Body() body: RecordEndingRequest,
  ): Promise<NoticesResponse> {
    return this.endings.record(scope, id, body);
  }

  @Get('notices/:noticeId')
  @Allow('notices:read')
  @ApiOkResponse({ type: NoticeResponse })
  read(@Scope() scope: ScopeType, @PathParam('noticeId') id: NoticeId): Promise<NoticeResponse> {
    return this.notices.read(scope, id);
  }

  @Put('notices/:noticeId/draft')
  @Allow('notices:write')
  @ApiOkResponse({ type: NoticeResponse })
  saveDraft(
    @Scope() scope: ScopeType,
    @PathParam('noticeId') id: NoticeId,
    @Body() body: SaveDraftRequest,
  ): Promise<NoticeResponse> {
    return this.notices.saveDraft(scope, id, body);
  }

  @Post('notices/:noticeId/steps')
  @Allow('notices:write')
  @HttpCode(200)
  @ApiOkResponse({ type: NoticeResponse })
  take(
    @Scope() scope: ScopeType,
    @PathParam('noticeId') id: NoticeId,
    @Body() body: TakeStepRequest,
  ): Promise<NoticeResponse> {
    return this.steps.take(scope, id, body);
  }

  /** The letter as it was posted, or the one that the draft makes today; in French. */
  @Get('notices/:noticeId/letters/:letterKind')
  @Allow('notices:read')
  @ApiProduces(media.pdf.mime)
  async letter(
    @Scope() scope: ScopeType,
    @PathParam('noticeId') id: NoticeId,
    @NamedParam('letterKind') letterKind: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.printer.send(reply, letterKind, (kind) => this.notices.letter(scope, id, kind));
  }
}
