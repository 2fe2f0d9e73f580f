import { Module } from '@nestjs/common';
import { InstanceController } from './instance.controller.js';
import { Instance } from './instance.service.js';
import { MailboxController } from './mailbox.controller.js';

@Module({
  controllers: [InstanceController, MailboxController],
  providers: [Instance],
  exports: [Instance],
})
export class InstanceModule {}
