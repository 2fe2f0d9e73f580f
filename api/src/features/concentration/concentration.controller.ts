import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { PageQuery } from '../../platform/http/page.js';
import { ConcentrationGraph } from './concentration-graph.service.js';
import { ConcentrationList } from './concentration-list.service.js';
import {
  ConcentrationGraphQuery,
  ConcentrationGraphResponse,
  ConcentrationQuery,
  ConcentrationResponse,
  DependentsResponse,
} from './concentration.dto.js';
import { DependentsReader } from './dependents.service.js';

@ApiTags('concentration')
@Controller('concentration')
export class ConcentrationController {
  constructor(
    private readonly list: ConcentrationList,
    private readonly graph: ConcentrationGraph,
    private readonly dependents: DependentsReader,
  ) {}

  @Get()
  @Allow('certifications:read')
  @ApiOkResponse({ type: ConcentrationResponse })
  read(@Scope() scope: ScopeType, @Query() query: ConcentrationQuery): Promise<ConcentrationResponse> {
    return this.list.list(scope, query);
  }

  @Get('graph')
  @Allow('certifications:read')
  @ApiOkResponse({ type: ConcentrationGraphResponse })
  draw(
    @Scope() scope: ScopeType,
    @Query() query: ConcentrationGraphQuery,
  ): Promise<ConcentrationGraphResponse> {
    return this.graph.read(scope, query);
  }

  @Get(':nodeId/dependents')
  @Allow('certifications:read')
  @ApiOkResponse({ type: DependentsResponse })
  fails(
    @Scope() scope: ScopeType,
    @PathParam('nodeId') node: string,
    @Query() page: PageQuery,
  ): Promise<DependentsResponse> {
    return this.dependents.read(scope, { node }, page);
  }
}
