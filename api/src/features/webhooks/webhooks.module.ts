import { Module } from '@nestjs/common';
import { systemDoors } from '../../platform/outbound/doors.js';
import { Deliveries, DOORS } from './deliveries.service.js';
import { DeliveryLog } from './delivery-log.service.js';
import { WebhooksController } from './webhooks.controller.js';
import { Webhooks } from './webhooks.service.js';

@Module({
  controllers: [WebhooksController],
  providers: [Webhooks, DeliveryLog, Deliveries, { provide: DOORS, useFactory: () => ({ ...systemDoors }) }],
  exports: [Deliveries],
})
export class WebhooksModule {}
