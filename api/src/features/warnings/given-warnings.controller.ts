import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { AssessmentId, WarningId } from '@probant/shared/ids';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { WarningRegister } from './warning-register.service.js';
import {
  GivenWarningsResponse,
  GiveWarningRequest,
  RequestWarningsResponse,
  WarningResponse,
} from './warnings.dto.js';
import { Warnings } from './warnings.service.js';

/** The supplier's side of the register. */
@ApiTags('warnings')
@Controller()
export class GivenWarningsController {
  constructor(
    private readonly warnings: Warnings,
    private readonly register: WarningRegister,
  ) {}

  @Get('given-warnings')
  @Allow('warnings:give')
  @ApiOkResponse({ type: GivenWarningsResponse })
  list(@Scope() scope: ScopeType): Promise<GivenWarningsResponse> {
    return this.register.given(scope);
  }

  @Get('requests/:assessmentId/warnings')
  @Allow('warnings:give')
  @ApiOkResponse({ type: RequestWarningsResponse })
  ofRequest(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
  ): Promise<RequestWarningsResponse> {
    return this.register.ofRequest(scope, id);
  }

  @Post('requests/:assessmentId/warnings')
  @Allow('warnings:give')
  @HttpCode(200)
  @ApiOkResponse({ type: WarningResponse })
  async give(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
    @Body() body: GiveWarningRequest,
  ): Promise<WarningResponse> {
    return this.register.one(scope, await this.warnings.give(scope, id, body));
  }

  @Post('warnings/:warningId/confirmation')
  @Allow('warnings:give')
  @HttpCode(200)
  @ApiOkResponse({ type: WarningResponse })
  async confirm(@Scope() scope: ScopeType, @PathParam('warningId') id: WarningId): Promise<WarningResponse> {
    await this.warnings.confirm(scope, id);
    return this.register.one(scope, id);
  }
}
