import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';
import { Work } from '../../platform/database/work.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { LOG } from '../../platform/log/log.js';
import { listBuyers } from '../identity/identity.public.js';
import { ExpiryAnnouncements } from './expiry-announcements.service.js';
import { ObligationLedger } from './obligation-ledger.service.js';
import { Reminders, type Buyer } from './reminders.service.js';

/** After the night, before the office opens. */
const everyMorning = '15 5 * * *';
const everyHour = '40 * * * *';

/** What is done about obligations though nobody looks. */
@Injectable()
export class ObligationJobs implements OnModuleInit {
  constructor(
    private readonly work: Work,
    private readonly jobs: Jobs,
    private readonly ledger: ObligationLedger,
    private readonly reminders: Reminders,
    private readonly expiries: ExpiryAnnouncements,
    @Inject(LOG) private readonly log: Pick<Logger, 'error'>,
  ) {}

  onModuleInit(): void {
    const remind = (signal: AbortSignal) => this.remindAll(signal);
    this.jobs.every({ name: 'obligation-reminders', cron: everyMorning, run: remind });
    this.jobs.every({ name: 'obligation-ledger', cron: everyHour, run: (signal) => this.followAll(signal) });
  }

  /** Tells everybody what is due and was not told yet. */
  async remindAll(signal?: AbortSignal): Promise<void> {
    await this.eachBuyer(signal, async (buyer) => {
      await this.ledger.follow(buyer.id, Infinity);
      await this.reminders.remind(buyer);
      await this.expiries.announce(buyer.id, signal);
    });
  }

  /** So that a reader finds little to wait for, and programs hear of what will expire on its day. */
  async followAll(signal?: AbortSignal): Promise<void> {
    await this.eachBuyer(signal, async ({ id }) => {
      await this.ledger.follow(id, Infinity);
      await this.expiries.announce(id, signal);
    });
  }

  /** One organisation that fails keeps no other waiting. */
  private async eachBuyer(
    signal: AbortSignal | undefined,
    act: (buyer: Buyer) => Promise<void>,
  ): Promise<void> {
    const buyers = await listBuyers(this.work);
    for (const buyer of buyers) {
      if (signal?.aborted === true) return;
      try {
        await act(buyer);
      } catch (error) {
        this.log.error({ err: error, organisationId: buyer.id }, 'obligations');
      }
    }
  }
}
