import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays } from '@probant/shared/calendar';
import { dueProcedures } from '@probant/shared/certifications/loss-procedure';
import type { OrganisationId } from '@probant/shared/ids';
import { Clock } from '../../platform/clock/clock.js';
import { Work } from '../../platform/database/work.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { listBuyers } from '../identity/identity.public.js';
import { LossProcedures, readLastChains } from './loss-procedures.service.js';
import { readCertificatesOf, toKept } from './read-graph.js';

/** A certificate comes to its end while nobody does anything: its procedures open on the day after. */
@Injectable()
export class EndedCertificates implements OnModuleInit {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly procedures: LossProcedures,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every({ name: 'ended-certificates', cron: '20 2 * * *', run: (signal) => this.run(signal) });
  }

  async run(signal?: AbortSignal): Promise<void> {
    const buyers = await listBuyers(this.work);
    for (const { id } of buyers) {
      if (signal?.aborted) return;
      await this.openDue(id);
    }
  }

  private openDue(organisationId: OrganisationId): Promise<void> {
    const today = this.clock.today();
    return this.work.runFor(organisationId, async (tx) => {
      for (const { chain } of await readLastChains(tx, organisationId, null)) {
        const rows = await readCertificatesOf(
          tx,
          organisationId,
          chain.actors.map(({ id }) => id),
        );
        const due = new Set(dueProcedures(chain, rows.map(toKept), today).map(({ id }) => id));
        for (const row of rows.filter(({ id }) => due.has(id))) {
          await this.procedures.openFor(tx, row, 'expired', addDays(row.validUntil, 1));
        }
      }
    });
  }
}
