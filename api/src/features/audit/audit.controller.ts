import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { EventList } from './event-list.service.js';
import { EventsQuery, EventsResponse } from './events.dto.js';

@ApiTags('audit')
@Controller('events')
export class AuditController {
  constructor(private readonly events: EventList) {}

  @Get()
  @Allow('audit:read')
  @ApiOkResponse({ type: EventsResponse })
  list(@Scope() scope: ScopeType, @Query() query: EventsQuery): Promise<EventsResponse> {
    return this.events.read(scope, query);
  }
}
