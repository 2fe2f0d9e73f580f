import { Body, Controller, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { NoticeId, NoticePieceId } from '@probant/shared/ids';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { sendStoredFile } from '../../platform/http/stored-file-reply.js';
import { Uploads } from '../../platform/http/uploads.js';
import { AddNoticePieceRequest, GradePieceRequest, NoticeResponse } from './notices.dto.js';
import { Notices } from './notices.service.js';
import { NoticeGradings } from './notice-gradings.service.js';
import { NoticePieces } from './notice-pieces.service.js';

@ApiTags('notices')
@Controller('notices/:noticeId/pieces')
export class NoticePiecesController {
  constructor(
    private readonly notices: Notices,
    private readonly pieces: NoticePieces,
    private readonly gradings: NoticeGradings,
    private readonly uploads: Uploads,
  ) {}

  /** multipart/form-data: `file`, and the fields beside it. */
  @Post()
  @Allow('notices:write')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: AddNoticePieceRequest })
  @ApiOkResponse({ type: NoticeResponse })
  async add(
    @Scope() scope: ScopeType,
    @PathParam('noticeId') id: NoticeId,
    @Req() request: FastifyRequest,
  ): Promise<NoticeResponse> {
    await this.notices.read(scope, id);
    const upload = await this.uploads.take(scope, request, AddNoticePieceRequest);
    const { role, datedOn = null, level = null } = upload.fields;
    await this.pieces.add(scope, upload, { side: 'buyer', role, datedOn, level }, (tx) =>
      this.notices.place(tx, scope, id),
    );
    return this.notices.read(scope, id);
  }

  @Get(':noticePieceId/content')
  @Allow('notices:read')
  @ApiProduces('application/octet-stream')
  async content(
    @Scope() scope: ScopeType,
    @PathParam('noticeId') id: NoticeId,
    @PathParam('noticePieceId') pieceId: NoticePieceId,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { piece, file } = await this.pieces.content(scope, id, pieceId);
    await sendStoredFile(reply, piece, file);
  }

  @Put(':noticePieceId/grading')
  @Allow('notices:write')
  @ApiOkResponse({ type: NoticeResponse })
  grade(
    @Scope() scope: ScopeType,
    @PathParam('noticeId') noticeId: NoticeId,
    @PathParam('noticePieceId') pieceId: NoticePieceId,
    @Body() body: GradePieceRequest,
  ): Promise<NoticeResponse> {
    return this.gradings.grade(scope, { noticeId, pieceId }, body);
  }
}
