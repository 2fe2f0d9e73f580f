import { Body, Controller, Delete, Get, Headers, HttpCode, Ip, Post, Put, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LinkHolder, OpenToDelegates, Public, SignedIn, Speaker } from '../../platform/access/decorators.js';
import type { Speaker as SpeakerType } from '../../platform/access/scope.js';
import { hashSecret, SessionCookie } from '../../platform/access/session-cookie.js';
import { OwnAccount } from './account.service.js';
import {
  ChangeAccountRequest,
  ChangePasswordRequest,
  ChooseOrganisationRequest,
  ConsumeInvitationRequest,
  ConsumePasswordResetRequest,
  FirstAdministratorRequest,
  InspectTokenRequest,
  InvitationResponse,
  PasswordResetRequest,
  PasswordResetResponse,
  SessionResponse,
  SignInRequest,
} from './identity.dto.js';
import { OneTime } from './one-time.service.js';
import { Sessions } from './sessions.service.js';

@ApiTags('session')
@Controller()
export class SessionController {
  constructor(
    private readonly sessions: Sessions,
    private readonly oneTime: OneTime,
    private readonly account: OwnAccount,
    private readonly cookie: SessionCookie,
  ) {}

  /** Every page asks who is here. That nobody is, is an answer; that a session is over, a refusal. */
  @Get('session')
  @Public()
  @ApiOkResponse({ type: SessionResponse })
  @ApiNoContentResponse({ description: 'Nobody: the request carries no session' })
  async read(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse | undefined> {
    const sessionHash = this.cookie.read(request);
    if (sessionHash !== null) return this.sessions.read(sessionHash);
    reply.status(204);
    return undefined;
  }

  @Post('session')
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ type: SessionResponse })
  async signIn(
    @Body() body: SignInRequest,
    @Ip() ip: string,
    @Headers('user-agent') userAgent = '',
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    return this.begin(await this.sessions.signIn(body.email, body.password, { ip, userAgent }), reply);
  }

  @Delete('session')
  @LinkHolder()
  @OpenToDelegates()
  @HttpCode(204)
  async signOut(
    @Speaker() speaker: SpeakerType,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.signOut(speaker, false);
    this.cookie.clear(reply);
  }

  @Delete('sessions')
  @SignedIn()
  @HttpCode(204)
  async signOutEverywhere(
    @Speaker() speaker: SpeakerType,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.signOut(speaker, true);
    this.cookie.clear(reply);
  }

  @Put('session/organisation')
  @SignedIn()
  @ApiOkResponse({ type: SessionResponse })
  async choose(
    @Speaker() speaker: SpeakerType,
    @Body() body: ChooseOrganisationRequest,
  ): Promise<SessionResponse> {
    await this.sessions.choose(speaker, body.organisationId);
    return this.sessions.describe(speaker);
  }

  @Put('account')
  @SignedIn()
  @ApiOkResponse({ type: SessionResponse })
  async changeAccount(
    @Speaker() speaker: SpeakerType,
    @Body() body: ChangeAccountRequest,
  ): Promise<SessionResponse> {
    await this.account.change(speaker, body);
    return this.sessions.describe(speaker);
  }

  @Put('account/password')
  @SignedIn()
  @HttpCode(204)
  async changePassword(@Speaker() speaker: SpeakerType, @Body() body: ChangePasswordRequest): Promise<void> {
    await this.account.changePassword(speaker, body.current, body.password);
  }

  @Post('password-resets')
  @Public()
  @HttpCode(202)
  async requestPasswordReset(@Body() body: PasswordResetRequest, @Ip() ip: string): Promise<void> {
    await this.oneTime.requestPasswordReset(body.email, ip);
  }

  @Post('password-resets/inspect')
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ type: PasswordResetResponse })
  inspectPasswordReset(@Body() body: InspectTokenRequest, @Ip() ip: string): Promise<PasswordResetResponse> {
    return this.oneTime.inspectPasswordReset(body.token, ip);
  }

  @Post('password-resets/consume')
  @Public()
  @HttpCode(204)
  async resetPassword(@Body() body: ConsumePasswordResetRequest, @Ip() ip: string): Promise<void> {
    await this.oneTime.resetPassword(body.token, body.password, ip);
  }

  @Post('invitations/inspect')
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ type: InvitationResponse })
  inspectInvitation(@Body() body: InspectTokenRequest, @Ip() ip: string): Promise<InvitationResponse> {
    return this.oneTime.inspectInvitation(body.token, ip);
  }

  @Post('invitations/consume')
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ type: SessionResponse })
  async join(
    @Body() body: ConsumeInvitationRequest,
    @Ip() ip: string,
    @Headers('user-agent') userAgent = '',
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    return this.begin(await this.oneTime.join(body, { ip, userAgent }), reply);
  }

  @Post('first-administrator/inspect')
  @Public()
  @HttpCode(204)
  async inspectSetUp(@Body() body: InspectTokenRequest, @Ip() ip: string): Promise<void> {
    await this.oneTime.inspectSetUp(body.token, ip);
  }

  @Post('first-administrator')
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ type: SessionResponse })
  async setUp(
    @Body() body: FirstAdministratorRequest,
    @Ip() ip: string,
    @Headers('user-agent') userAgent = '',
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    return this.begin(await this.oneTime.setUp(body, { ip, userAgent }), reply);
  }

  private async begin(secret: string, reply: FastifyReply): Promise<SessionResponse> {
    const session = await this.sessions.describe({ sessionHash: hashSecret(secret) });
    this.cookie.write(reply, secret, session.account.id);
    return session;
  }
}
