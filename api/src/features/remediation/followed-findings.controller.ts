import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { EvidenceId, FindingId } from '@probant/shared/ids';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, OpenToTokens, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { sendStoredFile } from '../../platform/http/stored-file-reply.js';
import { Uploads } from '../../platform/http/uploads.js';
import { PieceRequest } from '../evidence/evidence.public.js';
import { FindingProofs } from './finding-proofs.service.js';
import { FollowedFindings } from './followed-findings.service.js';
import {
  AgreePlanRequest,
  CommentRequest,
  FollowedFileResponse,
  FollowedFindingsQuery,
  FollowedFindingsResponse,
  ProposePlanRequest,
  FindingReasonRequest,
} from './remediation.dto.js';
import { Remediation } from './remediation.service.js';
import { followedFindingExamples } from './remediation.examples.js';

/** What the supplier does about the findings that it was shown. */
@ApiTags('remediation')
@Controller('follow-up/findings')
export class FollowedFindingsController {
  constructor(
    private readonly remediation: Remediation,
    private readonly findings: FollowedFindings,
    private readonly proofs: FindingProofs,
    private readonly uploads: Uploads,
  ) {}

  @Get()
  @Allow('remediation:read')
  @OpenToTokens('List the findings that the organisation received', followedFindingExamples.list)
  @ApiOkResponse({ type: FollowedFindingsResponse })
  list(@Scope() scope: ScopeType, @Query() query: FollowedFindingsQuery): Promise<FollowedFindingsResponse> {
    return this.findings.list(scope, query);
  }

  @Get(':findingId')
  @Allow('remediation:read')
  @OpenToTokens('Read a finding that the organisation received', followedFindingExamples.read)
  @ApiOkResponse({ type: FollowedFileResponse })
  read(@Scope() scope: ScopeType, @PathParam('findingId') id: FindingId): Promise<FollowedFileResponse> {
    return this.remediation.read(scope, 'supplier', id);
  }

  @Post(':findingId/plan')
  @Allow('remediation:write')
  @HttpCode(200)
  @ApiOkResponse({ type: FollowedFileResponse })
  propose(
    @Scope() scope: ScopeType,
    @PathParam('findingId') id: FindingId,
    @Body() body: ProposePlanRequest,
  ): Promise<FollowedFileResponse> {
    return this.remediation.propose(scope, 'supplier', id, body);
  }

  @Post(':findingId/agree')
  @Allow('remediation:write')
  @HttpCode(200)
  @ApiOkResponse({ type: FollowedFileResponse })
  agree(
    @Scope() scope: ScopeType,
    @PathParam('findingId') id: FindingId,
    @Body() body: AgreePlanRequest,
  ): Promise<FollowedFileResponse> {
    return this.remediation.agree(scope, 'supplier', id, body);
  }

  @Post(':findingId/decline')
  @Allow('remediation:write')
  @HttpCode(200)
  @ApiOkResponse({ type: FollowedFileResponse })
  decline(
    @Scope() scope: ScopeType,
    @PathParam('findingId') id: FindingId,
    @Body() body: FindingReasonRequest,
  ): Promise<FollowedFileResponse> {
    return this.remediation.giveReason(scope, 'supplier', 'decline', id, body);
  }

  @Post(':findingId/comments')
  @Allow('remediation:write')
  @HttpCode(200)
  @ApiOkResponse({ type: FollowedFileResponse })
  comment(
    @Scope() scope: ScopeType,
    @PathParam('findingId') id: FindingId,
    @Body() { body }: CommentRequest,
  ): Promise<FollowedFileResponse> {
    return this.remediation.comment(scope, 'supplier', id, body);
  }

  @Post(':findingId/delivery')
  @Allow('remediation:write')
  @HttpCode(200)
  @ApiOkResponse({ type: FollowedFileResponse })
  deliver(
    @Scope() scope: ScopeType,
    @PathParam('findingId') id: FindingId,
    @Body() body: FindingReasonRequest,
  ): Promise<FollowedFileResponse> {
    return this.remediation.giveReason(scope, 'supplier', 'deliver', id, body);
  }

  /** multipart/form-data: `file`, and the fields beside it. */
  @Post(':findingId/pieces')
  @Allow('remediation:write')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: PieceRequest })
  @ApiOkResponse({ type: FollowedFileResponse })
  async attach(
    @Scope() scope: ScopeType,
    @PathParam('findingId') id: FindingId,
    @Req() request: FastifyRequest,
  ): Promise<FollowedFileResponse> {
    await this.proofs.admit(scope, id);
    const upload = await this.uploads.take(scope, request, PieceRequest);
    return this.proofs.attach(scope, id, upload);
  }

  @Get(':findingId/pieces/:evidenceId/content')
  @Allow('remediation:read')
  @ApiProduces('application/octet-stream')
  async content(
    @Scope() scope: ScopeType,
    @PathParam('findingId') id: FindingId,
    @PathParam('evidenceId') evidenceId: EvidenceId,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { file, ...piece } = await this.proofs.open(scope, 'supplier', id, evidenceId);
    await sendStoredFile(reply, piece, file);
  }
}
