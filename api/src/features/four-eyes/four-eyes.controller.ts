import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { AssessmentId } from '@probant/shared/ids';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import {
  ChangeFourEyesRequest,
  ConfirmationsResponse,
  ConfirmRequest,
  FourEyesResponse,
} from './four-eyes.dto.js';
import { FourEyes } from './four-eyes.service.js';

@ApiTags('reviews')
@Controller()
export class FourEyesController {
  constructor(private readonly fourEyes: FourEyes) {}

  @Get('four-eyes')
  @Allow('reviews:read')
  @ApiOkResponse({ type: FourEyesResponse })
  readRules(@Scope() scope: ScopeType): Promise<FourEyesResponse> {
    return this.fourEyes.readRules(scope);
  }

  @Put('four-eyes')
  @Allow('reviews:rule')
  @ApiOkResponse({ type: FourEyesResponse })
  changeRule(@Scope() scope: ScopeType, @Body() body: ChangeFourEyesRequest): Promise<FourEyesResponse> {
    return this.fourEyes.changeRule(scope, body);
  }

  @Get('assessments/:assessmentId/confirmations')
  @Allow('reviews:read')
  @ApiOkResponse({ type: ConfirmationsResponse })
  read(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
  ): Promise<ConfirmationsResponse> {
    return this.fourEyes.read(scope, id);
  }

  @Post('assessments/:assessmentId/confirmations')
  @Allow('reviews:confirm')
  @HttpCode(200)
  @ApiOkResponse({ type: ConfirmationsResponse })
  confirm(
    @Scope() scope: ScopeType,
    @PathParam('assessmentId') id: AssessmentId,
    @Body() body: ConfirmRequest,
  ): Promise<ConfirmationsResponse> {
    return this.fourEyes.confirm(scope, id, body);
  }
}
