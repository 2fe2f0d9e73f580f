import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { addDays, isWeekend, parisDay, type Day } from '@probant/shared/calendar';
import type { FastifyInstance } from 'fastify';
import { createApp } from '../../app.js';
import { Clock } from '../../platform/clock/clock.js';
import { CONFIG, type ServeConfig } from '../../platform/config/config-token.js';
import { createLog } from '../../platform/log/log.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { openPlayedSource } from './played-source.js';
import { Visitor } from './visitor.js';

/** Mid-morning in Paris, whatever the season. */
const morning = '08:12:00.000Z';
const start = new Date(0);
/** Between one thing that somebody does and the next, in turn. */
const pausesMs = [41_000, 12_000, 67_000, 25_000, 96_000, 18_000, 53_000];

/** Goes forward alone, and never past the instant at which the demo is loaded. */
class StageClock extends Clock {
  private at = start;
  private pauses = 0;

  constructor(private readonly latest: Date) {
    super();
  }

  override now(): Date {
    return this.at;
  }

  goTo(at: Date): void {
    if (at > this.at) this.at = at < this.latest ? at : this.latest;
  }

  pass(): void {
    const pause = pausesMs[this.pauses % pausesMs.length] ?? 0;
    this.pauses += 1;
    this.goTo(new Date(this.at.getTime() + pause));
  }
}

/** The product itself on the same database, without a port and with a clock that begins in the past. */
export class Stage {
  private visitors = 0;

  private constructor(
    readonly app: INestApplicationContext,
    private readonly fastify: FastifyInstance,
    private readonly clock: StageClock,
    private readonly origin: string,
    private readonly today: Day,
    readonly close: () => Promise<void>,
  ) {}

  /** Mail goes nowhere from here, even where SMTP is set: nobody of the demo has a real address. */
  static async open(app: INestApplicationContext, ownerUrl: string): Promise<Stage> {
    const config: ServeConfig = { ...app.get<ServeConfig>(CONFIG), mail: null };
    const now = app.get(Clock).now();
    const clock = new StageClock(now);
    const source = await openPlayedSource(ownerUrl, clock);
    const own = await createApp({
      config,
      source,
      log: createLog('silent'),
      clock,
      webFolder: path.join(config.dataFolder, 'no-web-here'),
    });
    const fastify: FastifyInstance = own.getHttpAdapter().getInstance();
    await fastify.ready();
    const close = async (): Promise<void> => {
      await own.get(Outbox).sendDue();
      await own.close();
      await source.destroy();
    };
    return new Stage(own, fastify, clock, config.publicUrl, parisDay(now.toISOString()), close);
  }

  visitor(): Visitor {
    this.visitors += 1;
    return new Visitor(this.fastify, this.origin, `127.1.0.${this.visitors}`, () => this.clock.pass());
  }

  /** Goes on to the morning of so many days ago, or of the Friday before a weekend; letters written until then leave first. */
  async on(daysAgo: number): Promise<void> {
    await this.app.get(Outbox).sendDue();
    let day = this.day(daysAgo);
    while (isWeekend(day)) day = addDays(day, -1);
    this.clock.goTo(new Date(`${day}T${morning}`));
  }

  now(): Date {
    return this.clock.now();
  }

  /** The calendar day so many days ago; a negative number lies ahead. */
  day(daysAgo: number): Day {
    return addDays(this.today, -daysAgo);
  }
}
