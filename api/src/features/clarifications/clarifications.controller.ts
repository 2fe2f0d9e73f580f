import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { AssessmentId } from '@probant/shared/ids';
import { Allow, OpenToDelegates, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { PostClarificationRequest, ThreadsResponse } from './clarifications.dto.js';
import { Clarifications } from './clarifications.service.js';

/** The same threads from either side; each address finds the assessments of its own side alone. */
@ApiTags('clarifications')
@Controller()
export class ClarificationsController {
  constructor(private readonly clarifications: Clarifications) {}

  @Get('assessments/:assessmentId/clarifications')
  @Allow('clarifications:read')
  @ApiOkResponse({ type: ThreadsResponse })
  readAsBuyer(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
  ): Promise<ThreadsResponse> {
    return this.clarifications.read(scope, 'buyer', id);
  }

  @Post('assessments/:assessmentId/clarifications')
  @Allow('clarifications:write')
  @HttpCode(200)
  @ApiOkResponse({ type: ThreadsResponse })
  postAsBuyer(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
    @Body() body: PostClarificationRequest,
  ): Promise<ThreadsResponse> {
    return this.clarifications.post(scope, 'buyer', id, body);
  }

  @Get('requests/:assessmentId/clarifications')
  @Allow('clarifications:read')
  @OpenToDelegates()
  @ApiOkResponse({ type: ThreadsResponse })
  readAsSupplier(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
  ): Promise<ThreadsResponse> {
    return this.clarifications.read(scope, 'supplier', id);
  }

  @Post('requests/:assessmentId/clarifications')
  @Allow('clarifications:write')
  @OpenToDelegates()
  @HttpCode(200)
  @ApiOkResponse({ type: ThreadsResponse })
  postAsSupplier(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
    @Body() body: PostClarificationRequest,
  ): Promise<ThreadsResponse> {
    return this.clarifications.post(scope, 'supplier', id, body);
  }
}
