import { Body, Controller, Delete, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { maxBytes } from '@probant/shared/limits';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { Uploads } from '../../platform/http/uploads.js';
import { sendStoredFile } from '../../platform/http/stored-file-reply.js';
import { NamedParam } from '../../platform/http/path-id.js';
import { PackExport } from './export-pack.service.js';
import { PackImport } from './import-pack.service.js';
import {
  ImportPackRequest,
  PackImportedResponse,
  PackPreviewResponse,
  PackQuery,
  PreviewPackRequest,
  SignersResponse,
  TrustSignerRequest,
} from './packs.dto.js';
import { TrustedSigners } from './trusted-signers.service.js';

@ApiTags('answer-library')
@Controller('answer-packs')
export class AnswerPacksController {
  constructor(
    private readonly exporting: PackExport,
    private readonly importing: PackImport,
    private readonly signers: TrustedSigners,
    private readonly uploads: Uploads,
  ) {}

  /** The signed file; docs/answer-pack.md says what is in it. */
  @Get('own')
  @Allow('answer-library:exchange')
  @ApiProduces('application/zip')
  async export(
    @Scope() scope: ScopeType,
    @Query() query: PackQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, file } = await this.exporting.make(scope, query.entries?.split(','));
    await sendStoredFile(reply, { name, mediaType: 'application/zip' }, file);
  }

  /** multipart/form-data with the pack as `file`: what would come in, beside one's own. Nothing is kept. */
  @Post('preview')
  @Allow('answer-library:exchange')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: PreviewPackRequest })
  @ApiOkResponse({ type: PackPreviewResponse })
  async preview(@Scope() scope: ScopeType, @Req() request: FastifyRequest): Promise<PackPreviewResponse> {
    const upload = await this.uploads.take(scope, request, PreviewPackRequest, maxBytes.answerPack);
    return this.importing.preview(scope, upload);
  }

  /** The same file once more, with what is chosen of it. */
  @Post('import')
  @Allow('answer-library:exchange')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: ImportPackRequest })
  @ApiOkResponse({ type: PackImportedResponse })
  async import(@Scope() scope: ScopeType, @Req() request: FastifyRequest): Promise<PackImportedResponse> {
    const upload = await this.uploads.take(scope, request, ImportPackRequest, maxBytes.answerPack);
    return this.importing.import(scope, upload);
  }

  @Get('signers')
  @Allow('answer-library:exchange')
  @ApiOkResponse({ type: SignersResponse })
  list(@Scope() scope: ScopeType): Promise<SignersResponse> {
    return this.signers.list(scope);
  }

  @Post('signers')
  @Allow('answer-library:exchange')
  @HttpCode(200)
  @ApiOkResponse({ type: SignersResponse })
  trust(@Scope() scope: ScopeType, @Body() body: TrustSignerRequest): Promise<SignersResponse> {
    return this.signers.trust(scope, body);
  }

  @Delete('signers/:fingerprint')
  @Allow('answer-library:exchange')
  @ApiOkResponse({ type: SignersResponse })
  distrust(
    @Scope() scope: ScopeType,
    @NamedParam('fingerprint') fingerprint: string,
  ): Promise<SignersResponse> {
    return this.signers.distrust(scope, fingerprint);
  }
}
