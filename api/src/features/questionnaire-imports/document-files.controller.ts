import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { QuestionnaireId, VersionId } from '@probant/shared/ids';
import type { FastifyReply } from 'fastify';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { attachmentNamed } from '../../platform/http/stored-file-reply.js';
import { DocumentFiles, type DocumentFile } from './document-files.js';
import { DocumentQuery } from './questionnaire-imports.dto.js';

@ApiTags('questionnaires')
@Controller('questionnaires/:questionnaireId')
export class DocumentFilesController {
  constructor(private readonly documents: DocumentFiles) {}

  @Get('document')
  @Allow('questionnaires:read')
  @ApiProduces('application/json', 'application/yaml')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async draft(
    @Scope() scope: ScopeType,
    @PathParam('questionnaireId') id: QuestionnaireId,
    @Query() { format = 'json' }: DocumentQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await send(reply, await this.documents.ofDraft(scope, id, format));
  }

  @Get('versions/:versionId/document')
  @Allow('questionnaires:read')
  @ApiProduces('application/json', 'application/yaml')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async version(
    @Scope() scope: ScopeType,
    @PathParam('questionnaireId') id: QuestionnaireId,
    @PathParam('versionId') versionId: VersionId,
    @Query() { format = 'json' }: DocumentQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await send(reply, await this.documents.ofVersion(scope, id, versionId, format));
  }
}

async function send(reply: FastifyReply, { name, text, type }: DocumentFile): Promise<void> {
  await reply
    .header('cache-control', 'private, no-store')
    .header('content-disposition', attachmentNamed(name))
    .type(type)
    .send(Buffer.from(text, 'utf8'));
}
