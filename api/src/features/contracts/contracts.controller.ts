import { Body, Controller, Get, HttpCode, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { media } from '@probant/shared/evidence/media';
import type { EngagementId } from '@probant/shared/ids';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { NamedParam, PathParam } from '../../platform/http/path-id.js';
import { languageOf } from '../../platform/http/problem.filter.js';
import { FindingResponse } from '../findings/findings.public.js';
import { ClauseAssessments } from './clauses.service.js';
import { Confrontations } from './confrontations.service.js';
import { ContractReader } from './contract-reader.service.js';
import {
  AssessClauseRequest,
  ClauseAssessmentResponse,
  ClauseHistoryResponse,
  ClauseLibraryResponse,
  ContractResponse,
  RaiseFindingRequest,
  RedlineQuery,
} from './contracts.dto.js';
import { Redlines } from './redline.service.js';
import { RecordTermsRequest, TermsVersionResponse, TermsVersionsResponse } from './terms.dto.js';
import { Terms } from './terms.service.js';

@ApiTags('contracts')
@Controller()
export class ContractsController {
  constructor(
    private readonly reader: ContractReader,
    private readonly terms: Terms,
    private readonly assessments: ClauseAssessments,
    private readonly confrontations: Confrontations,
    private readonly redlines: Redlines,
  ) {}

  @Get('clause-library')
  @Allow('contracts:read')
  @ApiOkResponse({ type: ClauseLibraryResponse })
  clauses(): ClauseLibraryResponse {
    return this.reader.clauses();
  }

  @Get('engagements/:engagementId/contract')
  @Allow('contracts:read')
  @ApiOkResponse({ type: ContractResponse })
  read(@Scope() scope: ScopeType, @PathParam('engagementId') id: EngagementId): Promise<ContractResponse> {
    return this.reader.read(scope, id);
  }

  @Get('engagements/:engagementId/contract/terms')
  @Allow('contracts:read')
  @ApiOkResponse({ type: TermsVersionsResponse })
  versions(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
  ): Promise<TermsVersionsResponse> {
    return this.terms.versions(scope, id);
  }

  @Put('engagements/:engagementId/contract/terms')
  @Allow('contracts:write')
  @ApiOkResponse({ type: TermsVersionResponse })
  record(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @Body() body: RecordTermsRequest,
  ): Promise<TermsVersionResponse> {
    return this.terms.record(scope, id, body);
  }

  @Get('engagements/:engagementId/contract/clauses/:clauseId')
  @Allow('contracts:read')
  @ApiOkResponse({ type: ClauseHistoryResponse })
  history(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @NamedParam('clauseId') clauseId: string,
  ): Promise<ClauseHistoryResponse> {
    return this.assessments.history(scope, id, clauseId);
  }

  @Put('engagements/:engagementId/contract/clauses/:clauseId')
  @Allow('contracts:write')
  @ApiOkResponse({ type: ClauseAssessmentResponse })
  assess(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') engagementId: EngagementId,
    @NamedParam('clauseId') clauseId: string,
    @Body() body: AssessClauseRequest,
  ): Promise<ClauseAssessmentResponse> {
    return this.assessments.assess(scope, { engagementId, clauseId }, body);
  }

  @Post('engagements/:engagementId/contract/findings')
  @Allow('findings:write')
  @HttpCode(200)
  @ApiOkResponse({ type: FindingResponse })
  raise(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @Body() body: RaiseFindingRequest,
  ): Promise<FindingResponse> {
    return this.confrontations.raise(scope, id, body);
  }

  @Get('engagements/:engagementId/contract/redline')
  @Allow('contracts:read')
  @ApiProduces(media.docx.mime, media.pdf.mime)
  async redline(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @Query() query: RedlineQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { format = 'docx', language = languageOf(request) } = query;
    const { content, type, fileName } = await this.redlines.print(scope, id, { format, language });
    await reply
      .header('cache-control', 'private, no-store')
      .header('content-disposition', `attachment; filename="${fileName}"`)
      .type(type)
      .send(content);
  }
}
