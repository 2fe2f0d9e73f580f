import { Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { ContractDocumentId, EngagementId } from '@probant/shared/ids';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { sendStoredFile } from '../../platform/http/stored-file-reply.js';
import { Uploads } from '../../platform/http/uploads.js';
import { ContractReader } from './contract-reader.service.js';
import { AddDocumentRequest, ContractDocumentsResponse, ContractTextResponse } from './contracts.dto.js';
import { ContractDocuments } from './documents.service.js';

@ApiTags('contracts')
@Controller('engagements/:engagementId/contract/documents')
export class ContractDocumentsController {
  constructor(
    private readonly documents: ContractDocuments,
    private readonly reader: ContractReader,
    private readonly uploads: Uploads,
  ) {}

  /** multipart/form-data: `file` (PDF, DOCX or TXT; a pasted text is sent as a TXT), and the field beside it. */
  @Post()
  @Allow('contracts:write')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: AddDocumentRequest })
  @ApiOkResponse({ type: ContractDocumentsResponse })
  async add(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @Req() request: FastifyRequest,
  ): Promise<ContractDocumentsResponse> {
    await this.documents.admit(scope, id);
    const upload = await this.uploads.take(scope, request, AddDocumentRequest);
    return { items: await this.documents.add(scope, id, upload) };
  }

  @Get(':documentId/text')
  @Allow('contracts:read')
  @ApiOkResponse({ type: ContractTextResponse })
  text(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @PathParam('documentId') documentId: ContractDocumentId,
  ): Promise<ContractTextResponse> {
    return this.reader.text(scope, id, documentId);
  }

  @Get(':documentId/content')
  @Allow('contracts:read')
  @ApiProduces('application/octet-stream')
  async content(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @PathParam('documentId') documentId: ContractDocumentId,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { document, file } = await this.documents.content(scope, id, documentId);
    await sendStoredFile(reply, { name: document.name, mediaType: document.mediaType }, file);
  }
}
