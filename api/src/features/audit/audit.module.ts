import { Module } from '@nestjs/common';
import { ExportsModule } from '../exports/exports.public.js';
import { AuditController } from './audit.controller.js';
import { EventExports } from './event-exports.js';
import { EventList } from './event-list.service.js';

@Module({ imports: [ExportsModule], controllers: [AuditController], providers: [EventList, EventExports] })
export class AuditModule {}
