import { Body, Controller, Get, HttpCode, Post, Put, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { DrillDropId, DrillId, EngagementId } from '@probant/shared/ids';
import type { FastifyReply } from 'fastify';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { attachmentNamed } from '../../platform/http/stored-file-reply.js';
import { DrillRecords } from './drill-records.service.js';
import {
  ChangeDrillRequest,
  ChangeDropRequest,
  DrillBookResponse,
  DrillDropFields,
  OpenDrillRequest,
  PlanDrillsRequest,
  ReopenDrillRequest,
  TakeTestFileRequest,
} from './drills.dto.js';
import { Drills } from './drills.service.js';

@ApiTags('drills')
@Controller('engagements/:engagementId')
export class DrillsController {
  constructor(
    private readonly drills: Drills,
    private readonly records: DrillRecords,
  ) {}

  @Get('drills')
  @Allow('drills:read')
  @ApiOkResponse({ type: DrillBookResponse })
  read(@Scope() scope: ScopeType, @PathParam('engagementId') id: EngagementId): Promise<DrillBookResponse> {
    return this.drills.read(scope, id);
  }

  @Put('drill-plan')
  @Allow('drills:write')
  @ApiOkResponse({ type: DrillBookResponse })
  plan(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @Body() body: PlanDrillsRequest,
  ): Promise<DrillBookResponse> {
    return this.drills.plan(scope, id, body);
  }

  @Post('drills')
  @Allow('drills:write')
  @HttpCode(200)
  @ApiOkResponse({ type: DrillBookResponse })
  open(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @Body() body: OpenDrillRequest,
  ): Promise<DrillBookResponse> {
    return this.drills.open(scope, id, body);
  }

  @Put('drills/:drillId')
  @Allow('drills:write')
  @ApiOkResponse({ type: DrillBookResponse })
  change(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @PathParam('drillId') drillId: DrillId,
    @Body() body: ChangeDrillRequest,
  ): Promise<DrillBookResponse> {
    return this.drills.change(scope, id, drillId, body);
  }

  /** The EICAR test file itself: each time under a name with a new token. */
  @Post('drills/:drillId/test-files')
  @Allow('drills:write')
  @HttpCode(200)
  @ApiProduces('application/octet-stream')
  async takeTestFile(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @PathParam('drillId') drillId: DrillId,
    @Body() body: TakeTestFileRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, bytes } = await this.drills.takeTestFile(scope, id, drillId, body.extension);
    await reply
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, no-store')
      .header('content-disposition', attachmentNamed(name))
      .type('application/octet-stream')
      .send(bytes);
  }

  @Post('drills/:drillId/drops')
  @Allow('drills:write')
  @HttpCode(200)
  @ApiOkResponse({ type: DrillBookResponse })
  addDrop(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @PathParam('drillId') drillId: DrillId,
    @Body() body: DrillDropFields,
  ): Promise<DrillBookResponse> {
    return this.drills.addDrop(scope, id, drillId, body);
  }

  @Put('drills/:drillId/drops/:dropId')
  @Allow('drills:write')
  @ApiOkResponse({ type: DrillBookResponse })
  changeDrop(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @PathParam('drillId') drillId: DrillId,
    @PathParam('dropId') dropId: DrillDropId,
    @Body() body: ChangeDropRequest,
  ): Promise<DrillBookResponse> {
    return this.drills.changeDrop(scope, id, { drillId, dropId }, body);
  }

  @Post('drills/:drillId/record')
  @Allow('drills:write')
  @HttpCode(200)
  @ApiOkResponse({ type: DrillBookResponse })
  record(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @PathParam('drillId') drillId: DrillId,
  ): Promise<DrillBookResponse> {
    return this.records.record(scope, id, drillId);
  }

  @Post('drills/:drillId/reopen')
  @Allow('drills:write')
  @HttpCode(200)
  @ApiOkResponse({ type: DrillBookResponse })
  reopen(
    @Scope() scope: ScopeType,
    @PathParam('engagementId') id: EngagementId,
    @PathParam('drillId') drillId: DrillId,
    @Body() body: ReopenDrillRequest,
  ): Promise<DrillBookResponse> {
    return this.records.reopen(scope, id, drillId, body.reason);
  }
}
