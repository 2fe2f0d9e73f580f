import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { DeskResponse } from './desk.dto.js';
import { Desk } from './desk.service.js';

/** What a supplier finds on its desk beside its requests and its findings, which have lists of their own. */
@ApiTags('desk')
@Controller('desk')
export class DeskController {
  constructor(private readonly desk: Desk) {}

  @Get()
  @Allow('desk:read')
  @ApiOkResponse({ type: DeskResponse })
  read(@Scope() scope: ScopeType): Promise<DeskResponse> {
    return this.desk.read(scope);
  }
}
