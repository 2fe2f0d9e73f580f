import { Module } from '@nestjs/common';
import { ExportsModule } from '../exports/exports.public.js';
import { Accounts } from './accounts.service.js';
import { OwnAccount } from './account.service.js';
import { MemberExports } from './member-exports.js';
import { MembersController } from './members.controller.js';
import { Members } from './members.service.js';
import { OneTime } from './one-time.service.js';
import { SessionController } from './session.controller.js';
import { Sessions } from './sessions.service.js';

@Module({
  imports: [ExportsModule],
  controllers: [SessionController, MembersController],
  providers: [Accounts, OwnAccount, Members, MemberExports, OneTime, Sessions],
  exports: [Accounts, OneTime, Sessions],
})
export class IdentityModule {}
