import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { DeliveryId, WebhookId } from '@probant/shared/ids';
import { Allow, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { DeliveryLog } from './delivery-log.service.js';
import {
  ChangeWebhookRequest,
  DeliveriesQuery,
  DeliveriesResponse,
  DeliveryDetailResponse,
  ReplayedResponse,
  WebhookRequest,
  WebhookResponse,
  WebhookSecretResponse,
  WebhooksResponse,
} from './webhooks.dto.js';
import { Webhooks } from './webhooks.service.js';

@ApiTags('webhooks')
@Controller('webhooks')
export class WebhooksController {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly log: DeliveryLog,
  ) {}

  @Get()
  @Allow('webhooks:manage')
  @ApiOkResponse({ type: WebhooksResponse })
  list(@Scope() scope: ScopeType): Promise<WebhooksResponse> {
    return this.webhooks.list(scope);
  }

  @Post()
  @Allow('webhooks:manage')
  @ApiCreatedResponse({ type: WebhookSecretResponse })
  create(@Scope() scope: ScopeType, @Body() body: WebhookRequest): Promise<WebhookSecretResponse> {
    return this.webhooks.create(scope, body);
  }

  @Put(':webhookId')
  @Allow('webhooks:manage')
  @ApiOkResponse({ type: WebhookResponse })
  change(
    @Scope() scope: ScopeType,
    @PathParam('webhookId') id: WebhookId,
    @Body() body: ChangeWebhookRequest,
  ): Promise<WebhookResponse> {
    return this.webhooks.change(scope, id, body);
  }

  @Delete(':webhookId')
  @Allow('webhooks:manage')
  @HttpCode(204)
  async remove(@Scope() scope: ScopeType, @PathParam('webhookId') id: WebhookId): Promise<void> {
    await this.webhooks.remove(scope, id);
  }

  @Post(':webhookId/secret')
  @Allow('webhooks:manage')
  @HttpCode(200)
  @ApiOkResponse({ type: WebhookSecretResponse })
  rotate(@Scope() scope: ScopeType, @PathParam('webhookId') id: WebhookId): Promise<WebhookSecretResponse> {
    return this.webhooks.rotate(scope, id);
  }

  @Post(':webhookId/trial')
  @Allow('webhooks:manage')
  @HttpCode(204)
  async trial(@Scope() scope: ScopeType, @PathParam('webhookId') id: WebhookId): Promise<void> {
    await this.webhooks.trial(scope, id);
  }

  @Post(':webhookId/replay')
  @Allow('webhooks:manage')
  @HttpCode(200)
  @ApiOkResponse({ type: ReplayedResponse })
  replayFailed(@Scope() scope: ScopeType, @PathParam('webhookId') id: WebhookId): Promise<ReplayedResponse> {
    return this.log.replay(scope, id, null);
  }

  @Get(':webhookId/deliveries')
  @Allow('webhooks:manage')
  @ApiOkResponse({ type: DeliveriesResponse })
  deliveries(
    @Scope() scope: ScopeType,
    @PathParam('webhookId') id: WebhookId,
    @Query() query: DeliveriesQuery,
  ): Promise<DeliveriesResponse> {
    return this.log.list(scope, id, query);
  }

  @Get(':webhookId/deliveries/:deliveryId')
  @Allow('webhooks:manage')
  @ApiOkResponse({ type: DeliveryDetailResponse })
  delivery(
    @Scope() scope: ScopeType,
    @PathParam('webhookId') id: WebhookId,
    @PathParam('deliveryId') deliveryId: DeliveryId,
  ): Promise<DeliveryDetailResponse> {
    return this.log.read(scope, id, deliveryId);
  }

  @Post(':webhookId/deliveries/:deliveryId/replay')
  @Allow('webhooks:manage')
  @HttpCode(200)
  @ApiOkResponse({ type: ReplayedResponse })
  replay(
    @Scope() scope: ScopeType,
    @PathParam('webhookId') id: WebhookId,
    @PathParam('deliveryId') deliveryId: DeliveryId,
  ): Promise<ReplayedResponse> {
    return this.log.replay(scope, id, deliveryId);
  }
}
