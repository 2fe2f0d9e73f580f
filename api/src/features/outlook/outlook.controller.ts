import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PortfolioOutlookResponse } from './outlook.dto.js';
import { Outlook } from './outlook.service.js';

@ApiTags('portfolio')
@Controller('portfolio/outlook')
export class OutlookController {
  constructor(private readonly outlook: Outlook) {}

  @Get()
  @Allow('portfolio:read')
  @ApiOkResponse({ type: PortfolioOutlookResponse })
  read(@Scope() scope: ScopeType): Promise<PortfolioOutlookResponse> {
    return this.outlook.read(scope);
  }
}
