import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { RateLimit } from '../../platform/http/rate-limit.js';
import { sendStoredFile } from '../../platform/http/stored-file-reply.js';
import { ProofFileListResponse, ProofFileResponse, ProofFilesQuery, SealProofRequest } from './proof.dto.js';
import { ProofFiles } from './proof.service.js';

@ApiTags('proof')
@Controller('proof-files')
export class ProofController {
  constructor(
    private readonly proofs: ProofFiles,
    private readonly limits: RateLimit,
  ) {}

  @Get()
  @Allow('proof:read')
  @ApiOkResponse({ type: ProofFileListResponse })
  list(@Scope() scope: ScopeType, @Query() query: ProofFilesQuery): Promise<ProofFileListResponse> {
    return this.proofs.list(scope, query);
  }

  @Post()
  @Allow('proof:seal')
  @HttpCode(200)
  @ApiOkResponse({ type: ProofFileResponse })
  async seal(@Scope() scope: ScopeType, @Body() body: SealProofRequest): Promise<ProofFileResponse> {
    await this.limits.hit(`proof:${scope.organisationId}`, { hits: 60, seconds: 3_600 });
    return this.proofs.seal(scope, body);
  }

  @Get(':proofFileId')
  @Allow('proof:read')
  @ApiOkResponse({ type: ProofFileResponse })
  read(@Scope() scope: ScopeType, @PathParam('proofFileId') id: string): Promise<ProofFileResponse> {
    return this.proofs.read(scope, id);
  }

  @Post(':proofFileId/cancel')
  @Allow('proof:seal')
  @HttpCode(200)
  @ApiOkResponse({ type: ProofFileResponse })
  cancel(@Scope() scope: ScopeType, @PathParam('proofFileId') id: string): Promise<ProofFileResponse> {
    return this.proofs.cancel(scope, id);
  }

  @Get(':proofFileId/file')
  @Allow('proof:read')
  @ApiProduces('application/zip')
  async file(
    @Scope() scope: ScopeType,
    @PathParam('proofFileId') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, file } = await this.proofs.open(scope, id);
    await sendStoredFile(reply, { name, mediaType: 'application/zip' }, file);
  }
}
