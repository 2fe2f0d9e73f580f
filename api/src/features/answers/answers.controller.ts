import { Body, Controller, Get, Put, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { AssessmentId } from '@probant/shared/ids';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, AllowInStatement, OpenToDelegates, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { SessionCookie } from '../../platform/access/session-cookie.js';
import { NamedParam, PathParam } from '../../platform/http/path-id.js';
import { fail } from '../../platform/http/problem.js';
import {
  AnswerHistoryResponse,
  SaveAnswersRequest,
  SavedAnswersResponse,
  SheetResponse,
} from './answers.dto.js';
import { AnswerHistory } from './answer-history.service.js';
import { Answers } from './answers.service.js';
import { PartSheets } from './part-sheets.service.js';
import { Sheets } from './sheets.service.js';

@ApiTags('answers')
@Controller('requests/:assessmentId')
export class AnswersController {
  constructor(
    private readonly sheets: Sheets,
    private readonly answers: Answers,
    private readonly history: AnswerHistory,
    private readonly parts: PartSheets,
    private readonly cookie: SessionCookie,
  ) {}

  /** The questionnaire with what was answered so far. Both parts are JSON texts already: they are sent as they stand. */
  @Get('sheet')
  @OpenToDelegates()
  @AllowInStatement('answers:read')
  @ApiOkResponse({ type: SheetResponse })
  async sheet(
    @PathParam('assessmentId') assessmentId: AssessmentId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const opened = await this.sheets.openAny(this.sessionOf(request), assessmentId, 'answers:read');
    await reply
      .type('application/json; charset=utf-8')
      .send(
        opened.isPart
          ? await this.parts.read(assessmentId, opened)
          : `{"document":${opened.documentText},"sheet":${opened.sheetText}}`,
      );
  }

  @Put('answers')
  @OpenToDelegates()
  @AllowInStatement('answers:write')
  @ApiOkResponse({ type: SavedAnswersResponse })
  save(
    @PathParam('assessmentId') assessmentId: AssessmentId,
    @Body() body: SaveAnswersRequest,
    @Req() request: FastifyRequest,
  ): Promise<SavedAnswersResponse> {
    return this.answers.save(this.sessionOf(request), assessmentId, body.answers);
  }

  @Get('answers/:questionId/history')
  @OpenToDelegates()
  @Allow('answers:read')
  @ApiOkResponse({ type: AnswerHistoryResponse })
  read(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') assessmentId: AssessmentId,
    @NamedParam('questionId') questionId: string,
  ): Promise<AnswerHistoryResponse> {
    return this.history.read(scope, assessmentId, questionId);
  }

  private sessionOf(request: FastifyRequest): Buffer {
    return this.cookie.read(request) ?? fail('not-signed-in');
  }
}
