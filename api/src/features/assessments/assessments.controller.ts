import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { AssessmentId } from '@probant/shared/ids';
import { Allow, OpenToTokens, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { AssessmentList } from './assessment-list.service.js';
import { AssessmentReader } from './assessment-reader.service.js';
import {
  AssessmentResponse,
  AssessmentsQuery,
  AssessmentsResponse,
  ChangeDueDateRequest,
  ReasonRequest,
  ReplaceRecipientRequest,
} from './assessments.dto.js';
import { Assessments } from './assessments.service.js';
import { assessmentExamples } from './assessments.examples.js';
import { HandReminders } from './hand-reminders.service.js';

@ApiTags('assessments')
@Controller('assessments')
export class AssessmentsController {
  constructor(
    private readonly assessments: Assessments,
    private readonly reminders: HandReminders,
    private readonly assessmentList: AssessmentList,
    private readonly reader: AssessmentReader,
  ) {}

  @Get()
  @Allow('assessments:read')
  @OpenToTokens('List the assessments', assessmentExamples.list)
  @ApiOkResponse({ type: AssessmentsResponse })
  list(@Scope() scope: ScopeType, @Query() query: AssessmentsQuery): Promise<AssessmentsResponse> {
    return this.assessmentList.read(scope, query);
  }

  @Get(':assessmentId')
  @Allow('assessments:read')
  @OpenToTokens('Read an assessment', assessmentExamples.read)
  @ApiOkResponse({ type: AssessmentResponse })
  read(@Scope() scope: ScopeType, @PathParam('assessmentId') id: AssessmentId): Promise<AssessmentResponse> {
    return this.reader.read(scope, id);
  }

  @Post(':assessmentId/resend')
  @Allow('assessments:manage')
  @HttpCode(200)
  @ApiOkResponse({ type: AssessmentResponse })
  async resend(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
  ): Promise<AssessmentResponse> {
    await this.assessments.resend(scope, id);
    return this.reader.read(scope, id);
  }

  @Post(':assessmentId/remind')
  @Allow('assessments:manage')
  @HttpCode(200)
  @ApiOkResponse({ type: AssessmentResponse })
  async remind(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
  ): Promise<AssessmentResponse> {
    await this.reminders.remindOne(scope, id);
    return this.reader.read(scope, id);
  }

  @Post(':assessmentId/revoke')
  @Allow('assessments:manage')
  @HttpCode(200)
  @ApiOkResponse({ type: AssessmentResponse })
  async revoke(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
  ): Promise<AssessmentResponse> {
    await this.assessments.revoke(scope, id);
    return this.reader.read(scope, id);
  }

  @Put(':assessmentId/recipient')
  @Allow('assessments:manage')
  @ApiOkResponse({ type: AssessmentResponse })
  async replace(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
    @Body() body: ReplaceRecipientRequest,
  ): Promise<AssessmentResponse> {
    await this.assessments.replace(scope, id, body);
    return this.reader.read(scope, id);
  }

  @Put(':assessmentId/due-date')
  @Allow('assessments:manage')
  @ApiOkResponse({ type: AssessmentResponse })
  async changeDueDate(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
    @Body() body: ChangeDueDateRequest,
  ): Promise<AssessmentResponse> {
    await this.assessments.changeDueDate(scope, id, body);
    return this.reader.read(scope, id);
  }

  @Post(':assessmentId/cancel')
  @Allow('assessments:manage')
  @HttpCode(200)
  @ApiOkResponse({ type: AssessmentResponse })
  async cancel(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
    @Body() body: ReasonRequest,
  ): Promise<AssessmentResponse> {
    await this.assessments.cancel(scope, id, body.reason);
    return this.reader.read(scope, id);
  }

  @Post(':assessmentId/reopen')
  @Allow('assessments:manage')
  @HttpCode(200)
  @ApiOkResponse({ type: AssessmentResponse })
  async reopen(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
    @Body() body: ReasonRequest,
  ): Promise<AssessmentResponse> {
    await this.assessments.reopen(scope, id, body.reason);
    return this.reader.read(scope, id);
  }
}
