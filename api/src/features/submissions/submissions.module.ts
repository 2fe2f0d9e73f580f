import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.public.js';
import { SubmissionsController } from './submissions.controller.js';
import { Submissions } from './submissions.service.js';

@Module({
  imports: [IdentityModule],
  controllers: [SubmissionsController],
  providers: [Submissions],
  exports: [Submissions],
})
export class SubmissionsModule {}
