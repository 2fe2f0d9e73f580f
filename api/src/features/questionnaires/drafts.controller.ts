import { Body, Controller, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { QuestionnaireId } from '@probant/shared/ids';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { DraftStepsRequest, DraftStepsResponse, EditorRequest, EditorsResponse } from './drafts.dto.js';
import { Drafts } from './drafts.service.js';
import { Editors } from './editors.service.js';

/** What authors do who have the same draft open. */
@ApiTags('questionnaires')
@Controller('questionnaires/:questionnaireId')
export class DraftsController {
  constructor(
    private readonly drafts: Drafts,
    private readonly editors: Editors,
  ) {}

  @Post('steps')
  @Allow('questionnaires:edit')
  @HttpCode(200)
  @ApiOkResponse({ type: DraftStepsResponse })
  put(
    @Scope() scope: ScopeType,
    @PathParam('questionnaireId') id: QuestionnaireId,
    @Body() body: DraftStepsRequest,
  ): Promise<DraftStepsResponse> {
    return this.drafts.put(scope, id, body);
  }

  @Put('editors')
  @Allow('questionnaires:edit')
  @ApiOkResponse({ type: EditorsResponse })
  announce(
    @Scope() scope: ScopeType,
    @PathParam('questionnaireId') id: QuestionnaireId,
    @Body() body: EditorRequest,
  ): Promise<EditorsResponse> {
    return this.editors.announce(scope, id, body);
  }
}
