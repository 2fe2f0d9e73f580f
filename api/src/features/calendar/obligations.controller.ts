import { Body, Controller, Get, HttpCode, Inject, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { ObligationId } from '@probant/shared/ids';
import type { FastifyReply } from 'fastify';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { CONFIG, type ServeConfig } from '../../platform/config/config-token.js';
import { PathParam } from '../../platform/http/path-id.js';
import {
  AskSupplierRequest,
  FileAdmissionRequest,
  MarkObligationRequest,
  ObligationDetailResponse,
  ObligationFileQuery,
} from './calendar.dto.js';
import { Obligations } from './obligations.service.js';
import { RegulationAdmissions } from './regulation-admissions.service.js';
import { RegulationQuestions } from './regulation-questions.service.js';
import { sendCalendar } from './send-calendar.js';

@ApiTags('calendar')
@Controller('calendar/obligations/:obligationId')
export class ObligationsController {
  constructor(
    private readonly obligations: Obligations,
    private readonly questions: RegulationQuestions,
    private readonly admissions: RegulationAdmissions,
    @Inject(CONFIG) private readonly config: ServeConfig,
  ) {}

  @Get()
  @Allow('calendar:read')
  @ApiOkResponse({ type: ObligationDetailResponse })
  read(
    @Scope() scope: ScopeType,
    @PathParam('obligationId') id: ObligationId,
  ): Promise<ObligationDetailResponse> {
    return this.obligations.read(scope, id);
  }

  @Get('file')
  @Allow('calendar:read')
  @ApiProduces('text/calendar')
  async file(
    @Scope() scope: ScopeType,
    @PathParam('obligationId') id: ObligationId,
    @Query() { language = scope.language }: ObligationFileQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const row = await this.obligations.find(scope, id);
    await sendCalendar(reply, [row], {
      language,
      publicUrl: this.config.publicUrl,
      organisation: scope.organisationName,
    });
  }

  @Post('marks')
  @HttpCode(200)
  @Allow('calendar:write')
  @ApiOkResponse({ type: ObligationDetailResponse })
  mark(
    @Scope() scope: ScopeType,
    @PathParam('obligationId') id: ObligationId,
    @Body() body: MarkObligationRequest,
  ): Promise<ObligationDetailResponse> {
    return this.obligations.mark(scope, id, body);
  }

  /** Asks the supplier what it has to change, in the thread of the running assessment. */
  @Post('question')
  @HttpCode(200)
  @Allow('calendar:ask')
  @ApiOkResponse({ type: ObligationDetailResponse })
  async ask(
    @Scope() scope: ScopeType,
    @PathParam('obligationId') id: ObligationId,
    @Body() { language }: AskSupplierRequest,
  ): Promise<ObligationDetailResponse> {
    await this.questions.ask(scope, await this.obligations.find(scope, id), language);
    return this.obligations.read(scope, id);
  }

  /** Files what the supplier answered, with the day that it named; a later one corrects it. */
  @Post('admission')
  @HttpCode(200)
  @Allow('calendar:write')
  @ApiOkResponse({ type: ObligationDetailResponse })
  async admit(
    @Scope() scope: ScopeType,
    @PathParam('obligationId') id: ObligationId,
    @Body() body: FileAdmissionRequest,
  ): Promise<ObligationDetailResponse> {
    await this.admissions.file(scope, await this.obligations.find(scope, id), body);
    return this.obligations.read(scope, id);
  }
}
