import { Body, Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { EvidenceId, FindingId } from '@probant/shared/ids';
import type { FastifyReply } from 'fastify';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { sendStoredFile } from '../../platform/http/stored-file-reply.js';
import { Acceptances } from './acceptances.service.js';
import { FindingProofs } from './finding-proofs.service.js';
import {
  AgreePlanRequest,
  AskAcceptanceRequest,
  CommentRequest,
  DecideAcceptanceRequest,
  FindingFileResponse,
  ProposePlanRequest,
  FindingReasonRequest,
  VerifyFindingRequest,
} from './remediation.dto.js';
import { Remediation } from './remediation.service.js';
import { Verifications } from './verifications.service.js';

/** What the buyer makes of a finding. */
@ApiTags('remediation')
@Controller('findings/:findingId')
export class RemediationController {
  constructor(
    private readonly remediation: Remediation,
    private readonly verifications: Verifications,
    private readonly acceptances: Acceptances,
    private readonly proofs: FindingProofs,
  ) {}

  @Get()
  @Allow('reviews:read')
  @ApiOkResponse({ type: FindingFileResponse })
  read(@Scope() scope: ScopeType, @PathParam('findingId') id: FindingId): Promise<FindingFileResponse> {
    return this.remediation.read(scope, 'buyer', id);
  }

  @Post('plan')
  @Allow('findings:write')
  @HttpCode(200)
  @ApiOkResponse({ type: FindingFileResponse })
  propose(
    @Scope() scope: ScopeType,
    @PathParam('findingId') id: FindingId,
    @Body() body: ProposePlanRequest,
  ): Promise<FindingFileResponse> {
    return this.remediation.propose(scope, 'buyer', id, body);
  }

  @Post('agree')
  @Allow('findings:write')
  @HttpCode(200)
  @ApiOkResponse({ type: FindingFileResponse })
  agree(
    @Scope() scope: ScopeType,
    @PathParam('findingId') id: FindingId,
    @Body() body: AgreePlanRequest,
  ): Promise<FindingFileResponse> {
    return this.remediation.agree(scope, 'buyer', id, body);
  }

  @Post('decline')
  @Allow('findings:write')
  @HttpCode(200)
  @ApiOkResponse({ type: FindingFileResponse })
  decline(
    @Scope() scope: ScopeType,
    @PathParam('findingId') id: FindingId,
    @Body() body: FindingReasonRequest,
  ): Promise<FindingFileResponse> {
    return this.remediation.giveReason(scope, 'buyer', 'decline', id, body);
  }

  @Post('comments')
  @Allow('findings:write')
  @HttpCode(200)
  @ApiOkResponse({ type: FindingFileResponse })
  comment(
    @Scope() scope: ScopeType,
    @PathParam('findingId') id: FindingId,
    @Body() { body }: CommentRequest,
  ): Promise<FindingFileResponse> {
    return this.remediation.comment(scope, 'buyer', id, body);
  }

  @Post('verification')
  @Allow('findings:write')
  @HttpCode(200)
  @ApiOkResponse({ type: FindingFileResponse })
  verify(
    @Scope() scope: ScopeType,
    @PathParam('findingId') id: FindingId,
    @Body() body: VerifyFindingRequest,
  ): Promise<FindingFileResponse> {
    return this.verifications.verify(scope, id, body);
  }

  @Post('proof-refusal')
  @Allow('findings:write')
  @HttpCode(200)
  @ApiOkResponse({ type: FindingFileResponse })
  refuseProof(
    @Scope() scope: ScopeType,
    @PathParam('findingId') id: FindingId,
    @Body() body: FindingReasonRequest,
  ): Promise<FindingFileResponse> {
    return this.remediation.giveReason(scope, 'buyer', 'refuse-proof', id, body);
  }

  @Post('acceptance')
  @Allow('findings:write')
  @HttpCode(200)
  @ApiOkResponse({ type: FindingFileResponse })
  askAcceptance(
    @Scope() scope: ScopeType,
    @PathParam('findingId') id: FindingId,
    @Body() body: AskAcceptanceRequest,
  ): Promise<FindingFileResponse> {
    return this.acceptances.ask(scope, id, body);
  }

  @Post('acceptance/decision')
  @Allow('risks:accept')
  @HttpCode(200)
  @ApiOkResponse({ type: FindingFileResponse })
  decideAcceptance(
    @Scope() scope: ScopeType,
    @PathParam('findingId') id: FindingId,
    @Body() body: DecideAcceptanceRequest,
  ): Promise<FindingFileResponse> {
    return this.acceptances.decide(scope, id, body);
  }

  @Post('close')
  @Allow('findings:write')
  @HttpCode(200)
  @ApiOkResponse({ type: FindingFileResponse })
  close(
    @Scope() scope: ScopeType,
    @PathParam('findingId') id: FindingId,
    @Body() body: FindingReasonRequest,
  ): Promise<FindingFileResponse> {
    return this.remediation.giveReason(scope, 'buyer', 'close', id, body);
  }

  @Post('reopen')
  @Allow('findings:write')
  @HttpCode(200)
  @ApiOkResponse({ type: FindingFileResponse })
  reopen(
    @Scope() scope: ScopeType,
    @PathParam('findingId') id: FindingId,
    @Body() body: FindingReasonRequest,
  ): Promise<FindingFileResponse> {
    return this.remediation.giveReason(scope, 'buyer', 'reopen', id, body);
  }

  @Get('pieces/:evidenceId/content')
  @Allow('reviews:read')
  @ApiProduces('application/octet-stream')
  async content(
    @Scope() scope: ScopeType,
    @PathParam('findingId') id: FindingId,
    @PathParam('evidenceId') evidenceId: EvidenceId,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { file, ...piece } = await this.proofs.open(scope, 'buyer', id, evidenceId);
    await sendStoredFile(reply, piece, file);
  }
}
