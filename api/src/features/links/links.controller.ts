import { Body, Controller, Get, Headers, HttpCode, Ip, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { LinkHolder, Public, Speaker } from '../../platform/access/decorators.js';
import { hashSecret, SessionCookie } from '../../platform/access/session-cookie.js';
import { SessionResponse, Sessions } from '../identity/identity.public.js';
import { Acceptance, type LinkSpeaker } from './acceptance.service.js';
import { Declining } from './declining.service.js';
import {
  CodeSentResponse,
  DeclineRequest,
  HeldRequestResponse,
  OpenedLinkResponse,
  OpenLinkRequest,
  VerifyCodeRequest,
} from './links.dto.js';
import { Links } from './links.service.js';

/** The recipient's way in. The secret travels in a body, never in an address. */
@ApiTags('links')
@Controller('links')
export class LinksController {
  constructor(
    private readonly links: Links,
    private readonly acceptance: Acceptance,
    private readonly declining: Declining,
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

  @Get('request')
  @LinkHolder()
  @ApiOkResponse({ type: HeldRequestResponse })
  request(@Speaker() speaker: LinkSpeaker): Promise<HeldRequestResponse> {
    return this.acceptance.read(speaker);
  }

  @Post('decline')
  @LinkHolder()
  @HttpCode(204)
  async decline(@Speaker() speaker: LinkSpeaker, @Body() body: DeclineRequest): Promise<void> {
    await this.declining.byHolder(speaker, body);
  }
}
