import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { AuthorisationId, EngagementId } from '@probant/shared/ids';
import { maxBytes } from '@probant/shared/limits';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { Files } from '../../platform/files/files.js';
import { PathParam } from '../../platform/http/path-id.js';
import { RateLimit } from '../../platform/http/rate-limit.js';
import { sendStoredFile } from '../../platform/http/stored-file-reply.js';
import { readUpload } from '../../platform/http/upload.js';
import { Authorisations } from './authorisations.service.js';
import { AuthorisationRequest, DrillBookResponse, WithdrawAuthorisationRequest } from './drills.dto.js';

const uploadsPerHour = { hits: 600, seconds: 3600 };

@ApiTags('drills')
@Controller('engagements/:engagementId/drill-authorisations')
export class AuthorisationsController {
  constructor(
    private readonly authorisations: Authorisations,
    private readonly files: Files,
    private readonly limits: RateLimit,
  ) {}

  /** multipart/form-data: `file`, the signed document, and the fields beside it. */
  @Post()
  @Allow('drills:write')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: AuthorisationRequest })
  @ApiOkResponse({ type: DrillBookResponse })
  async add(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @Req() request: FastifyRequest,
  ): Promise<DrillBookResponse> {
    await this.authorisations.admit(scope, id);
    await this.limits.hit(`upload:${scope.organisationId}`, uploadsPerHour);
    const upload = await readUpload(request, this.files, {
      fields: AuthorisationRequest,
      maxBytes: maxBytes.evidenceFile,
    });
    return this.authorisations.add(scope, id, upload);
  }

  @Post(':authorisationId/withdraw')
  @Allow('drills:write')
  @HttpCode(200)
  @ApiOkResponse({ type: DrillBookResponse })
  withdraw(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @PathParam('authorisationId') authorisationId: AuthorisationId,
    @Body() body: WithdrawAuthorisationRequest,
  ): Promise<DrillBookResponse> {
    return this.authorisations.withdraw(scope, id, authorisationId, body.reason);
  }

  @Get(':authorisationId/content')
  @Allow('drills:read')
  @ApiProduces('application/octet-stream')
  async content(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @PathParam('authorisationId') authorisationId: AuthorisationId,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, mediaType, file } = await this.authorisations.content(scope, id, authorisationId);
    await sendStoredFile(reply, { name, mediaType }, file);
  }
}
