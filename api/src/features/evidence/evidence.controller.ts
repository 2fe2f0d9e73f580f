import { Body, Controller, Delete, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { AssessmentId, EvidenceId } from '@probant/shared/ids';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, OpenToDelegates, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { NamedParam, PathParam } from '../../platform/http/path-id.js';
import { sendStoredFile } from '../../platform/http/stored-file-reply.js';
import { Uploads } from '../../platform/http/uploads.js';
import {
  ChangeEvidenceRequest,
  EvidenceChangedResponse,
  EvidenceListResponse,
  LinkRequest,
  SupersedeRequest,
  UploadRequest,
} from './evidence.dto.js';
import { Evidence } from './evidence.service.js';

@ApiTags('evidence')
@Controller('requests/:assessmentId/evidence')
export class EvidenceController {
  constructor(
    private readonly evidence: Evidence,
    private readonly uploads: Uploads,
  ) {}

  @Get()
  @Allow('answers:read')
  @ApiOkResponse({ type: EvidenceListResponse })
  async list(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') assessmentId: AssessmentId,
  ): Promise<EvidenceListResponse> {
    return { items: await this.evidence.list(scope, assessmentId) };
  }

  /** multipart/form-data: `file`, and the fields beside it; a list is sent as `questionIds[]`. */
  @Post()
  @Allow('evidence:write')
  @OpenToDelegates()
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: UploadRequest })
  @ApiOkResponse({ type: EvidenceChangedResponse })
  async add(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') assessmentId: AssessmentId,
    @Req() request: FastifyRequest,
  ): Promise<EvidenceChangedResponse> {
    await this.evidence.admit(scope, assessmentId);
    const upload = await this.uploads.take(scope, request, UploadRequest);
    return this.evidence.add(scope, assessmentId, upload);
  }

  @Post(':evidenceId/supersede')
  @Allow('evidence:write')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: SupersedeRequest })
  @ApiOkResponse({ type: EvidenceChangedResponse })
  async supersede(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') assessmentId: AssessmentId,
    @PathParam('evidenceId') evidenceId: EvidenceId,
    @Req() request: FastifyRequest,
  ): Promise<EvidenceChangedResponse> {
    await this.evidence.admit(scope, assessmentId);
    const upload = await this.uploads.take(scope, request, SupersedeRequest);
    return this.evidence.supersede(scope, { assessmentId, evidenceId }, upload);
  }

  @Put(':evidenceId')
  @Allow('evidence:write')
  @ApiOkResponse({ type: EvidenceChangedResponse })
  change(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') assessmentId: AssessmentId,
    @PathParam('evidenceId') evidenceId: EvidenceId,
    @Body() body: ChangeEvidenceRequest,
  ): Promise<EvidenceChangedResponse> {
    return this.evidence.change(scope, { assessmentId, evidenceId }, body);
  }

  @Post(':evidenceId/links')
  @Allow('evidence:write')
  @HttpCode(200)
  @ApiOkResponse({ type: EvidenceChangedResponse })
  link(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') assessmentId: AssessmentId,
    @PathParam('evidenceId') evidenceId: EvidenceId,
    @Body() body: LinkRequest,
  ): Promise<EvidenceChangedResponse> {
    return this.evidence.link(scope, { assessmentId, evidenceId }, body.questionId);
  }

  @Delete(':evidenceId/links/:questionId')
  @Allow('evidence:write')
  @OpenToDelegates()
  @ApiOkResponse({ type: EvidenceChangedResponse })
  unlink(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') assessmentId: AssessmentId,
    @PathParam('evidenceId') evidenceId: EvidenceId,
    @NamedParam('questionId') questionId: string,
  ): Promise<EvidenceChangedResponse> {
    return this.evidence.unlink(scope, { assessmentId, evidenceId }, questionId);
  }

  @Get(':evidenceId/content')
  @Allow('answers:read')
  @OpenToDelegates()
  @ApiProduces('application/octet-stream')
  async content(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') assessmentId: AssessmentId,
    @PathParam('evidenceId') evidenceId: EvidenceId,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { piece, file } = await this.evidence.content(scope, assessmentId, evidenceId);
    await sendStoredFile(reply, { name: piece.name, mediaType: piece.mediaType }, file);
  }
}
