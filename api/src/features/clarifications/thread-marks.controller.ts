import { Body, Controller, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { AssessmentId } from '@probant/shared/ids';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, OpenToDelegates, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { sendStoredFile } from '../../platform/http/stored-file-reply.js';
import { Uploads } from '../../platform/http/uploads.js';
import {
  ColleaguesResponse,
  MarkReadRequest,
  MessageFileRequest,
  SettleRequest,
  ThreadsResponse,
} from './clarifications.dto.js';
import { Clarifications } from './clarifications.service.js';
import { MessageFiles } from './message-files.service.js';
import { ThreadMarks } from './thread-marks.service.js';

/** What stands beside the messages of a thread, from either side. */
@ApiTags('clarifications')
@Controller()
export class ThreadMarksController {
  constructor(
    private readonly clarifications: Clarifications,
    private readonly marks: ThreadMarks,
    private readonly files: MessageFiles,
    private readonly uploads: Uploads,
  ) {}

  @Put('assessments/:assessmentId/clarifications/resolved')
  @Allow('clarifications:write')
  @HttpCode(204)
  async settleAsBuyer(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
    @Body() body: SettleRequest,
  ): Promise<void> {
    await this.marks.settle(scope, 'buyer', id, body);
  }

  @Put('assessments/:assessmentId/clarifications/read')
  @Allow('clarifications:read')
  @HttpCode(204)
  async readAsBuyer(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
    @Body() body: MarkReadRequest,
  ): Promise<void> {
    await this.marks.markRead(scope, 'buyer', id, body.questionId);
  }

  @Get('assessments/:assessmentId/clarifications/colleagues')
  @Allow('clarifications:write')
  @ApiOkResponse({ type: ColleaguesResponse })
  colleaguesAsBuyer(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
  ): Promise<ColleaguesResponse> {
    return this.marks.colleagues(scope, 'buyer', id);
  }

  /** multipart/form-data: `file`, and the fields beside it. */
  @Post('assessments/:assessmentId/clarifications/files')
  @Allow('clarifications:write')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: MessageFileRequest })
  @ApiOkResponse({ type: ThreadsResponse })
  async sendAsBuyer(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
    @Req() request: FastifyRequest,
  ): Promise<ThreadsResponse> {
    await this.clarifications.admit(scope, 'buyer', id);
    return this.files.send(scope, 'buyer', id, await this.uploads.take(scope, request, MessageFileRequest));
  }

  @Get('assessments/:assessmentId/clarifications/files/:fileId/content')
  @Allow('clarifications:read')
  @ApiProduces('application/octet-stream')
  async openAsBuyer(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
    @PathParam('fileId') fileId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, mediaType, file } = await this.marks.file(scope, 'buyer', id, fileId);
    await sendStoredFile(reply, { name, mediaType }, file);
  }

  @Put('requests/:assessmentId/clarifications/resolved')
  @Allow('clarifications:write')
  @OpenToDelegates()
  @HttpCode(204)
  async settleAsSupplier(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
    @Body() body: SettleRequest,
  ): Promise<void> {
    await this.marks.settle(scope, 'supplier', id, body);
  }

  @Put('requests/:assessmentId/clarifications/read')
  @Allow('clarifications:read')
  @OpenToDelegates()
  @HttpCode(204)
  async readAsSupplier(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
    @Body() body: MarkReadRequest,
  ): Promise<void> {
    await this.marks.markRead(scope, 'supplier', id, body.questionId);
  }

  @Get('requests/:assessmentId/clarifications/colleagues')
  @Allow('clarifications:write')
  @ApiOkResponse({ type: ColleaguesResponse })
  colleaguesAsSupplier(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
  ): Promise<ColleaguesResponse> {
    return this.marks.colleagues(scope, 'supplier', id);
  }

  /** multipart/form-data: `file`, and the fields beside it. */
  @Post('requests/:assessmentId/clarifications/files')
  @Allow('clarifications:write')
  @OpenToDelegates()
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: MessageFileRequest })
  @ApiOkResponse({ type: ThreadsResponse })
  async sendAsSupplier(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
    @Req() request: FastifyRequest,
  ): Promise<ThreadsResponse> {
    await this.clarifications.admit(scope, 'supplier', id);
    return this.files.send(
      scope,
      'supplier',
      id,
      await this.uploads.take(scope, request, MessageFileRequest),
    );
  }

  @Get('requests/:assessmentId/clarifications/files/:fileId/content')
  @Allow('clarifications:read')
  @OpenToDelegates()
  @ApiProduces('application/octet-stream')
  async openAsSupplier(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
    @PathParam('fileId') fileId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, mediaType, file } = await this.marks.file(scope, 'supplier', id, fileId);
    await sendStoredFile(reply, { name, mediaType }, file);
  }
}
