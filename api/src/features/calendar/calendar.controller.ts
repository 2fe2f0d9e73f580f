import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, OpenToTokens, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { CONFIG, type ServeConfig } from '../../platform/config/config-token.js';
import {
  CalendarFileQuery,
  CalendarQuery,
  CalendarResponse,
  CalendarSettingsResponse,
  CalendarYearResponse,
  ChooseRemindersRequest,
  OpenedFeedResponse,
  OpenFeedRequest,
  RegulationsResponse,
  YearQuery,
} from './calendar.dto.js';
import { Calendar } from './calendar.service.js';
import { CalendarFeeds } from './calendar-feeds.service.js';
import { sendCalendar } from './send-calendar.js';
import { calendarExamples } from './calendar.examples.js';

@ApiTags('calendar')
@Controller('calendar')
export class CalendarController {
  constructor(
    private readonly calendar: Calendar,
    private readonly feeds: CalendarFeeds,
    @Inject(CONFIG) private readonly config: ServeConfig,
  ) {}

  @Get()
  @Allow('calendar:read')
  @OpenToTokens('List the obligations', calendarExamples.list)
  @ApiOkResponse({ type: CalendarResponse })
  list(@Scope() scope: ScopeType, @Query() query: CalendarQuery): Promise<CalendarResponse> {
    return this.calendar.list(scope, query);
  }

  @Get('year')
  @Allow('calendar:read')
  @ApiOkResponse({ type: CalendarYearResponse })
  year(@Scope() scope: ScopeType, @Query() query: YearQuery): Promise<CalendarYearResponse> {
    return this.calendar.year(scope, query);
  }

  @Get('regulations')
  @Allow('calendar:read')
  @ApiOkResponse({ type: RegulationsResponse })
  regulations(@Scope() scope: ScopeType): Promise<RegulationsResponse> {
    return this.calendar.regulations(scope);
  }

  /** The list, all pages, for a calendar program. */
  @Get('file')
  @Allow('calendar:read')
  @ApiProduces('text/calendar')
  async file(
    @Scope() scope: ScopeType,
    @Query() query: CalendarFileQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { language = scope.language, ...filters } = query;
    const rows = await this.calendar.whole(scope, filters);
    await sendCalendar(reply, rows, {
      language,
      publicUrl: this.config.publicUrl,
      organisation: scope.organisationName,
    });
  }

  @Get('settings')
  @Allow('calendar:read')
  @ApiOkResponse({ type: CalendarSettingsResponse })
  settings(@Scope() scope: ScopeType): Promise<CalendarSettingsResponse> {
    return this.feeds.settings(scope);
  }

  @Put('reminders')
  @Allow('calendar:read')
  @ApiOkResponse({ type: CalendarSettingsResponse })
  reminders(
    @Scope() scope: ScopeType,
    @Body() { reminders }: ChooseRemindersRequest,
  ): Promise<CalendarSettingsResponse> {
    return this.feeds.chooseReminders(scope, reminders);
  }

  @Post('feed')
  @Allow('calendar:read')
  @ApiCreatedResponse({ type: OpenedFeedResponse })
  open(@Scope() scope: ScopeType, @Body() { language }: OpenFeedRequest): Promise<OpenedFeedResponse> {
    return this.feeds.open(scope, language);
  }

  @Delete('feed')
  @HttpCode(200)
  @Allow('calendar:read')
  @ApiOkResponse({ type: CalendarSettingsResponse })
  revoke(@Scope() scope: ScopeType): Promise<CalendarSettingsResponse> {
    return this.feeds.revoke(scope);
  }
}
