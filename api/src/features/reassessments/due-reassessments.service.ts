import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { remindFromHour } from '@probant/shared/assessments/reminder-moments';
import { addDays, zonedHour, type Day } from '@probant/shared/calendar';
import type { AccountId, EngagementId, OrganisationId } from '@probant/shared/ids';
import { dueReassessments, type ReassessmentCause } from '@probant/shared/reassessments/due-reassessment';
import type { Logger } from 'pino';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { LOG } from '../../platform/log/log.js';
import { listBuyers, type Buyer } from '../identity/identity.public.js';
import { listWatched, readWatched, type Watched } from './read-facts.js';
import { ReassessmentSender, type PreparedReassessment } from './reassessment-sender.service.js';

/** Often, since whoever was killed leaves the rest to the next. */
const often = '*/10 * * * *';
const atOnce = 200;

/** Acts on the moments that rules name: sends, or proposes; each engagement in a transaction of its own. */
@Injectable()
export class DueReassessments implements OnModuleInit {
  constructor(
    private readonly work: Work,
    private readonly jobs: Jobs,
    private readonly sender: ReassessmentSender,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Pick<Logger, 'error'>,
  ) {}

  onModuleInit(): void {
    const run = (signal: AbortSignal): Promise<void> => this.run(signal);
    this.jobs.every({ name: 'reassessments', cron: often, run });
  }

  /** One engagement that fails keeps no other waiting. */
  async run(signal?: AbortSignal): Promise<void> {
    const buyers = await listBuyers(this.work);
    for (const buyer of buyers) await this.attempt(signal, () => this.runFor(buyer, signal));
  }

  private async runFor(buyer: Buyer, signal: AbortSignal | undefined): Promise<void> {
    const { day: today, hour } = zonedHour(this.clock.now().toISOString(), buyer.timeZone);
    if (hour < remindFromHour) return;
    const watched = await this.work.runFor(buyer.id, (tx) => listWatched(tx, buyer.id));
    for (let place = 0; place < watched.length; place += atOnce) {
      const due = await this.work.runFor(buyer.id, async (tx) =>
        (await readWatched(tx, buyer.id, watched.slice(place, place + atOnce), today))
          .filter((one) => openCauses(one, today).length > 0)
          .map(({ id }) => id),
      );
      for (const id of due)
        await this.attempt(signal, () =>
          this.work.runFor(buyer.id, (tx) => this.actOn(tx, buyer, id, today)),
        );
    }
  }

  /** Whoever comes second waits for the engagement, and then finds its moments claimed. */
  private async actOn(tx: Tx, buyer: Buyer, id: EngagementId, today: Day): Promise<void> {
    await tx.query('SELECT 1 FROM engagements WHERE organisation_id = $1 AND id = $2 FOR UPDATE', [
      buyer.id,
      id,
    ]);
    const [one] = await readWatched(tx, buyer.id, [id], today);
    const causes = one === undefined ? [] : openCauses(one, today);
    const [first] = causes;
    if (one === undefined || one.rule === null || one.sender === null || first === undefined) return;
    const dueOn = addDays(today, one.rule.dueDays);
    const prepared = await this.sender.prepare(tx, buyer.id, id, dueOn);
    if (one.rule.act === 'propose' || !prepared.ready) {
      await this.propose(tx, buyer.id, { one, causes, prepared });
      return;
    }
    const { accountId, accountName, email } = one.sender;
    await this.sender.launch(
      tx,
      {
        ...{ organisationId: buyer.id, organisationName: buyer.name, accountName, email },
        accountId: accountId as AccountId,
      },
      { ...{ prepared, dueOn, causes }, message: '', byRule: true },
    );
  }

  private async propose(
    tx: Tx,
    organisationId: OrganisationId,
    {
      one,
      causes,
      prepared,
    }: { one: Watched; causes: readonly ReassessmentCause[]; prepared: PreparedReassessment },
  ): Promise<void> {
    const issues = one.rule?.act === 'send' ? prepared.issues : [];
    for (const cause of causes) {
      await tx.query(
        `INSERT INTO reassessments (organisation_id, engagement_id, moment_key, cause, state, issues, at)
         VALUES ($1, $2, $3, $4, 'proposed', $5, $6)`,
        [organisationId, one.id, cause.key, JSON.stringify(cause), issues, this.clock.now()],
      );
      await tx.record({
        kind: 'reassessment-proposed',
        ...{ engagementId: one.id, engagementName: one.name, reason: cause.reason },
      });
    }
  }

  private async attempt(signal: AbortSignal | undefined, act: () => Promise<void>): Promise<void> {
    if (signal?.aborted === true) return;
    try {
      await act();
    } catch (error) {
      this.log.error({ err: error }, 'reassessments');
    }
  }
}

/** Moments that have come and that nobody has acted on. */
function openCauses({ rule, facts, claimed }: Watched, today: Day): ReassessmentCause[] {
  return rule === null ? [] : dueReassessments(rule, facts, today).filter(({ key }) => !claimed.has(key));
}
