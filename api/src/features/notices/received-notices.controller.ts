import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { media } from '@probant/shared/evidence/media';
import type { NoticeId, NoticePieceId } from '@probant/shared/ids';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { NamedParam, PathParam } from '../../platform/http/path-id.js';
import { sendStoredFile } from '../../platform/http/stored-file-reply.js';
import { Uploads } from '../../platform/http/uploads.js';
import {
  AddCurePieceRequest,
  ReceivedNoticeResponse,
  ReceivedNoticesResponse,
  ReplyToNoticeRequest,
} from './endings.dto.js';
import { LetterPrinter } from './letter-printer.js';
import { NoticePieces } from './notice-pieces.service.js';
import { ReceivedNotices } from './received-notices.service.js';

@ApiTags('received-notices')
@Controller('received-notices')
export class ReceivedNoticesController {
  constructor(
    private readonly received: ReceivedNotices,
    private readonly pieces: NoticePieces,
    private readonly printer: LetterPrinter,
    private readonly uploads: Uploads,
  ) {}

  @Get()
  @Allow('received-notices:read')
  @ApiOkResponse({ type: ReceivedNoticesResponse })
  list(@Scope() scope: ScopeType): Promise<ReceivedNoticesResponse> {
    return this.received.list(scope);
  }

  @Get(':noticeId')
  @Allow('received-notices:read')
  @ApiOkResponse({ type: ReceivedNoticeResponse })
  read(@Scope() scope: ScopeType, @PathParam('noticeId') id: NoticeId): Promise<ReceivedNoticeResponse> {
    return this.received.read(scope, id);
  }

  /** The letter as it was posted, in French. */
  @Get(':noticeId/letters/:letterKind')
  @Allow('received-notices:read')
  @ApiProduces(media.pdf.mime)
  async letter(
    @Scope() scope: ScopeType,
    @PathParam('noticeId') id: NoticeId,
    @NamedParam('letterKind') letterKind: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.printer.send(reply, letterKind, (kind) => this.received.letter(scope, id, kind));
  }

  @Post(':noticeId/replies')
  @Allow('received-notices:answer')
  @HttpCode(200)
  @ApiOkResponse({ type: ReceivedNoticeResponse })
  reply(
    @Scope() scope: ScopeType,
    @PathParam('noticeId') id: NoticeId,
    @Body() body: ReplyToNoticeRequest,
  ): Promise<ReceivedNoticeResponse> {
    return this.received.reply(scope, id, body);
  }

  /** multipart/form-data: `file`, and its date: what shows that a breach is cured. */
  @Post(':noticeId/pieces')
  @Allow('received-notices:answer')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: AddCurePieceRequest })
  @ApiOkResponse({ type: ReceivedNoticeResponse })
  async addPiece(
    @Scope() scope: ScopeType,
    @PathParam('noticeId') id: NoticeId,
    @Req() request: FastifyRequest,
  ): Promise<ReceivedNoticeResponse> {
    await this.received.read(scope, id);
    const upload = await this.uploads.take(scope, request, AddCurePieceRequest);
    const piece = {
      side: 'supplier',
      role: 'cure',
      datedOn: upload.fields.datedOn ?? null,
      level: null,
    } as const;
    await this.pieces.add(scope, upload, piece, (tx) => this.received.place(tx, scope, id));
    return this.received.read(scope, id);
  }

  @Get(':noticeId/pieces/:noticePieceId/content')
  @Allow('received-notices:read')
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
}
