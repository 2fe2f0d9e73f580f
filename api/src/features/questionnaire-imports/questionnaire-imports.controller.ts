import { Body, Controller, Get, HttpCode, Post, Put, Query, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { QuestionnaireImportId } from '@probant/shared/ids';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { Files } from '../../platform/files/files.js';
import { PathParam } from '../../platform/http/path-id.js';
import { RateLimit } from '../../platform/http/rate-limit.js';
import { sendStoredFile } from '../../platform/http/stored-file-reply.js';
import { withUpload } from '../imports/imports.public.js';
import {
  ImportItemsResponse,
  ImportListQuery,
  ImportListResponse,
  ImportResponse,
  KeepWishRequest,
  ReadAgainRequest,
  SavedDraftResponse,
  SaveImportRequest,
  UploadImportRequest,
} from './questionnaire-imports.dto.js';
import { QuestionnaireImports } from './questionnaire-imports.service.js';

@ApiTags('questionnaires')
@Controller('questionnaire-imports')
export class QuestionnaireImportsController {
  constructor(
    private readonly imports: QuestionnaireImports,
    readonly files: Files,
    readonly limits: RateLimit,
  ) {}

  @Get()
  @Allow('questionnaires:read')
  @ApiOkResponse({ type: ImportListResponse })
  list(
    @Scope() scope: ScopeType,
    @Query() { questionnaireId }: ImportListQuery,
  ): Promise<ImportListResponse> {
    return this.imports.list(scope, questionnaireId);
  }

  /** multipart/form-data: `file`, and the field beside it. */
  @Post()
  @Allow('questionnaires:edit')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: UploadImportRequest })
  @ApiCreatedResponse({ type: ImportResponse })
  take(@Scope() scope: ScopeType, @Req() request: FastifyRequest): Promise<ImportResponse> {
    return withUpload(this, scope, request, UploadImportRequest, (upload) =>
      this.imports.take(scope, upload),
    );
  }

  @Get(':importId')
  @Allow('questionnaires:read')
  @ApiOkResponse({ type: ImportResponse })
  read(@Scope() scope: ScopeType, @PathParam('importId') id: QuestionnaireImportId): Promise<ImportResponse> {
    return this.imports.read(scope, id);
  }

  @Get(':importId/items')
  @Allow('questionnaires:read')
  @ApiOkResponse({ type: ImportItemsResponse })
  items(
    @Scope() scope: ScopeType,
    @PathParam('importId') id: QuestionnaireImportId,
  ): Promise<ImportItemsResponse> {
    return this.imports.items(scope, id);
  }

  @Post(':importId/cancel')
  @Allow('questionnaires:edit')
  @HttpCode(200)
  @ApiOkResponse({ type: ImportResponse })
  cancel(
    @Scope() scope: ScopeType,
    @PathParam('importId') id: QuestionnaireImportId,
  ): Promise<ImportResponse> {
    return this.imports.cancel(scope, id);
  }

  @Put(':importId/mapping')
  @Allow('questionnaires:edit')
  @ApiOkResponse({ type: ImportResponse })
  readAgain(
    @Scope() scope: ScopeType,
    @PathParam('importId') id: QuestionnaireImportId,
    @Body() body: ReadAgainRequest,
  ): Promise<ImportResponse> {
    return this.imports.readAgain(scope, id, body);
  }

  @Put(':importId/wish')
  @Allow('questionnaires:edit')
  @ApiOkResponse({ type: ImportResponse })
  keepWish(
    @Scope() scope: ScopeType,
    @PathParam('importId') id: QuestionnaireImportId,
    @Body() body: KeepWishRequest,
  ): Promise<ImportResponse> {
    return this.imports.keepWish(scope, id, body);
  }

  @Post(':importId/draft')
  @Allow('questionnaires:edit')
  @HttpCode(200)
  @ApiOkResponse({ type: SavedDraftResponse })
  save(
    @Scope() scope: ScopeType,
    @PathParam('importId') id: QuestionnaireImportId,
    @Body() body: SaveImportRequest,
  ): Promise<SavedDraftResponse> {
    return this.imports.save(scope, id, body);
  }

  @Get(':importId/file')
  @Allow('questionnaires:read')
  @ApiProduces('application/octet-stream')
  async file(
    @Scope() scope: ScopeType,
    @PathParam('importId') id: QuestionnaireImportId,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, mediaType, file } = await this.imports.content(scope, id);
    await sendStoredFile(reply, { name, mediaType }, file);
  }
}
