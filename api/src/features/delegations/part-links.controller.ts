import { Body, Controller, Get, Headers, HttpCode, Ip, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../platform/access/decorators.js';
import { hashSecret, SessionCookie } from '../../platform/access/session-cookie.js';
import { SessionResponse, Sessions } from '../identity/identity.public.js';
import {
  CodeSentResponse,
  OpenedLinkResponse,
  OpenLinkRequest,
  VerifyCodeRequest,
} from '../links/links.public.js';
import { PartEndResponse } from './delegations.dto.js';
import { PartLinks } from './part-links.service.js';

/** The way in of a colleague who was handed a part. The secret travels in a body, never in an address. */
@ApiTags('delegations')
@Controller('part-links')
export class PartLinksController {
  constructor(
    private readonly links: PartLinks,
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
  ) {}

  @Post('open')
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ type: OpenedLinkResponse })
  open(@Body() body: OpenLinkRequest): Promise<OpenedLinkResponse> {
    return this.links.open(body.secret);
  }

  /** What became of the part that this browser's own session was opened for. */
  @Get('ended')
  @Public()
  @ApiOkResponse({ type: PartEndResponse })
  @ApiNoContentResponse({ description: 'Not a session of a part that was taken back' })
  async ended(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PartEndResponse | undefined> {
    const sessionHash = this.cookie.read(request);
    const end = sessionHash === null ? undefined : await this.links.readEnd(sessionHash);
    if (end === undefined) reply.status(204);
    return end;
  }

  @Post('code')
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ type: CodeSentResponse })
  code(@Body() body: OpenLinkRequest, @Ip() ip: string): Promise<CodeSentResponse> {
    return this.links.sendCode(body.secret, ip);
  }

  @Post('verify')
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ type: SessionResponse })
  async verify(
    @Body() body: VerifyCodeRequest,
    @Ip() ip: string,
    @Headers('user-agent') userAgent = '',
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    const secret = await this.links.verify(body.secret, body.code, { ip, userAgent });
    const session = await this.sessions.describe({ sessionHash: hashSecret(secret) });
    this.cookie.write(reply, secret, session.account.id);
    return session;
  }
}
