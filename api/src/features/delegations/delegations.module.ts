import { Module, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../../platform/jobs/jobs.js';
import { IdentityModule } from '../identity/identity.public.js';
import { DelegationReminders } from './delegation-reminders.service.js';
import { DelegationsController } from './delegations.controller.js';
import { Delegations } from './delegations.service.js';
import { PartLetters } from './part-letters.service.js';
import { PartLinksController } from './part-links.controller.js';
import { PartLinks } from './part-links.service.js';
import { Presences } from './presences.service.js';

@Module({
  imports: [IdentityModule],
  controllers: [DelegationsController, PartLinksController],
  providers: [Delegations, DelegationReminders, PartLetters, PartLinks, Presences],
})
export class DelegationsModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly reminders: DelegationReminders,
  ) {}

  onModuleInit(): void {
    this.jobs.every({
      name: 'parts-due',
      // Every hour: what one process left undone, another makes up for.
      cron: '20 * * * *',
      run: async (signal) => {
        await this.reminders.sendDue(signal);
      },
    });
  }
}
