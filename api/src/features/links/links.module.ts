import { Module } from '@nestjs/common';
import { ExportsModule } from '../exports/exports.public.js';
import { IdentityModule } from '../identity/identity.public.js';
import { Acceptance } from './acceptance.service.js';
import { Declining } from './declining.service.js';
import { LinksController } from './links.controller.js';
import { Links } from './links.service.js';
import { RequestExports } from './request-exports.js';
import { RequestsController } from './requests.controller.js';
import { Requests } from './requests.service.js';

@Module({
  imports: [ExportsModule, IdentityModule],
  controllers: [LinksController, RequestsController],
  providers: [Links, Acceptance, Declining, Requests, RequestExports],
})
export class LinksModule {}
