import { Controller, Get, Headers, Ip, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../../platform/access/decorators.js';
import { isKnownTag } from '../../platform/http/entity-tag.js';
import { NamedParam } from '../../platform/http/path-id.js';
import { calendarType, tagOf } from './calendar-file.js';
import { CalendarFeeds } from './calendar-feeds.service.js';

/** For programs that read calendars: they sign in nowhere, the secret of the address is all they have. */
@ApiTags('calendar')
@Controller('calendar/feeds')
export class CalendarFeedsController {
  constructor(private readonly feeds: CalendarFeeds) {}

  @Get(':file')
  @Public()
  @ApiProduces('text/calendar')
  @ApiOkResponse({ schema: { type: 'string' } })
  async read(
    @NamedParam('file') file: string,
    @Ip() ip: string,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const text = await this.feeds.read(file, ip);
    const tag = tagOf(text);
    void reply.header('etag', tag).header('cache-control', 'private, no-cache');
    if (isKnownTag(known, tag)) await reply.status(304).send();
    else await reply.type(calendarType).send(text);
  }
}
