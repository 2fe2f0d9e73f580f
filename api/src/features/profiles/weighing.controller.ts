import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { WeighingResponse } from './weighing.dto.js';
import { Weighing } from './weighing.service.js';

@ApiTags('profiles')
@Controller('weighing')
export class WeighingController {
  constructor(private readonly weighing: Weighing) {}

  @Get()
  @Allow('profiles:read')
  @ApiOkResponse({ type: WeighingResponse })
  read(@Scope() scope: ScopeType): Promise<WeighingResponse> {
    return this.weighing.read(scope);
  }
}
