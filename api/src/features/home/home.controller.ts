import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { HomeResponse } from './home.dto.js';
import { Home } from './home.service.js';

@ApiTags('home')
@Controller('home')
export class HomeController {
  constructor(private readonly home: Home) {}

  @Get()
  @Allow('home:read')
  @ApiOkResponse({ type: HomeResponse })
  read(@Scope() scope: ScopeType): Promise<HomeResponse> {
    return this.home.read(scope);
  }
}
