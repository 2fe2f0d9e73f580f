import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { QuestionnaireId, VersionId } from '@probant/shared/ids';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { QuestionnaireList } from './questionnaire-list.service.js';
import {
  ArchiveQuestionnaireRequest,
  CreateQuestionnaireRequest,
  EditQuestionnaireRequest,
  PublishRequest,
  QuestionnairePageResponse,
  QuestionnaireQuery,
  QuestionnaireResponse,
  VerificationResponse,
  VersionResponse,
} from './questionnaires.dto.js';
import { Questionnaires } from './questionnaires.service.js';
import { Versions } from './versions.service.js';

@ApiTags('questionnaires')
@Controller('questionnaires')
export class QuestionnairesController {
  constructor(
    private readonly questionnaires: Questionnaires,
    private readonly pages: QuestionnaireList,
    private readonly versions: Versions,
  ) {}

  @Get()
  @Allow('questionnaires:read')
  @ApiOkResponse({ type: QuestionnairePageResponse })
  list(@Scope() scope: ScopeType, @Query() query: QuestionnaireQuery): Promise<QuestionnairePageResponse> {
    return this.pages.page(scope, query);
  }

  @Post()
  @Allow('questionnaires:edit')
  @ApiCreatedResponse({ type: QuestionnaireResponse })
  create(
    @Scope() scope: ScopeType,
    @Body() body: CreateQuestionnaireRequest,
  ): Promise<QuestionnaireResponse> {
    return this.questionnaires.create(scope, body);
  }

  @Get(':questionnaireId')
  @Allow('questionnaires:read')
  @ApiOkResponse({ type: QuestionnaireResponse })
  read(
    @Scope() scope: ScopeType,
    @PathParam('questionnaireId') id: QuestionnaireId,
  ): Promise<QuestionnaireResponse> {
    return this.questionnaires.read(scope, id);
  }

  @Post(':questionnaireId/edits')
  @Allow('questionnaires:edit')
  @HttpCode(200)
  @ApiOkResponse({ type: QuestionnaireResponse })
  edit(
    @Scope() scope: ScopeType,
    @PathParam('questionnaireId') id: QuestionnaireId,
    @Body() body: EditQuestionnaireRequest,
  ): Promise<QuestionnaireResponse> {
    return this.questionnaires.edit(scope, id, body);
  }

  @Put(':questionnaireId/archived')
  @Allow('questionnaires:edit')
  @ApiOkResponse({ type: QuestionnaireResponse })
  archive(
    @Scope() scope: ScopeType,
    @PathParam('questionnaireId') id: QuestionnaireId,
    @Body() body: ArchiveQuestionnaireRequest,
  ): Promise<QuestionnaireResponse> {
    return this.questionnaires.archive(scope, id, body);
  }

  @Post(':questionnaireId/versions')
  @Allow('questionnaires:publish')
  @ApiCreatedResponse({ type: QuestionnaireResponse })
  publish(
    @Scope() scope: ScopeType,
    @PathParam('questionnaireId') id: QuestionnaireId,
    @Body() body: PublishRequest,
  ): Promise<QuestionnaireResponse> {
    return this.questionnaires.publish(scope, id, body);
  }

  @Get(':questionnaireId/versions/:versionId')
  @Allow('questionnaires:read')
  @ApiOkResponse({ type: VersionResponse })
  readVersion(
    @Scope() scope: ScopeType,
    @PathParam('questionnaireId') id: QuestionnaireId,
    @PathParam('versionId') versionId: VersionId,
  ): Promise<VersionResponse> {
    return this.versions.read(scope, id, versionId);
  }

  @Get(':questionnaireId/versions/:versionId/verification')
  @Allow('questionnaires:read')
  @ApiOkResponse({ type: VerificationResponse })
  verify(
    @Scope() scope: ScopeType,
    @PathParam('questionnaireId') id: QuestionnaireId,
    @PathParam('versionId') versionId: VersionId,
  ): Promise<VerificationResponse> {
    return this.versions.verify(scope, id, versionId);
  }
}
