import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/access/decorators.js';
import { NamedParam } from '../../platform/http/path-id.js';
import { CaseResponse, CasesResponse } from './cases.dto.js';
import { Cases } from './cases.service.js';

@ApiTags('cases')
@Controller('cases')
export class CasesController {
  constructor(private readonly cases: Cases) {}

  @Get()
  @Allow('cases:read')
  @ApiOkResponse({ type: CasesResponse })
  list(): CasesResponse {
    return this.cases.list();
  }

  @Get(':caseKey')
  @Allow('cases:read')
  @ApiOkResponse({ type: CaseResponse })
  read(@NamedParam('caseKey') key: string): CaseResponse {
    return this.cases.read(key);
  }
}
