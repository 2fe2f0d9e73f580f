import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { addDays, parisDay, type Day } from '@probant/shared/calendar';
import type { FastifyInstance } from 'fastify';
import { DataSource } from 'typeorm';
import { createApp } from '../../app.js';
import { Clock } from '../../platform/clock/clock.js';
import { CONFIG, type ServeConfig } from '../../platform/config/config-token.js';
import { createLog } from '../../platform/log/log.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { Visitor } from './visitor.js';

const dayMs = 86_400_000;
/** Morning in Paris, whatever the season. */
const firstHour = 8;

class StageClock extends Clock {
  at = new Date();

  override now(): Date {
    return this.at;
  }
}

/** The product itself on the same database, without a port and with a clock that can be put back. */
export class Stage {
  private visitors = 0;

  private constructor(
    private readonly fastify: FastifyInstance,
    private readonly clock: StageClock,
    private readonly origin: string,
    private readonly today: Date,
    readonly close: () => Promise<void>,
  ) {}

  /** Mail goes nowhere from here, even where SMTP is set: nobody of the demo has a real address. */
  static async open(app: INestApplicationContext): Promise<Stage> {
    const config: ServeConfig = { ...app.get<ServeConfig>(CONFIG), mail: null };
    const clock = new StageClock();
    const own = await createApp({
      config,
      source: app.get(DataSource),
      log: createLog('silent'),
      clock,
      webFolder: path.join(config.dataFolder, 'no-web-here'),
    });
    const fastify: FastifyInstance = own.getHttpAdapter().getInstance();
    await fastify.ready();
    const close = async (): Promise<void> => {
      await own.get(Outbox).sendDue();
      await own.close();
    };
    return new Stage(fastify, clock, config.publicUrl, clock.at, close);
  }

  visitor(): Visitor {
    this.visitors += 1;
    return new Visitor(this.fastify, this.origin, `127.1.0.${this.visitors}`);
  }

  /** Puts the clock to so many days ago; each call on the same day is a little later. */
  on(daysAgo: number, hour = firstHour): void {
    const at = new Date(this.today.getTime() - daysAgo * dayMs);
    at.setUTCHours(hour, 12, 0, 0);
    this.clock.at = at < this.today ? at : this.today;
  }

  now(): Date {
    return this.clock.at;
  }

  /** The calendar day so many days ago; a negative number lies ahead. */
  day(daysAgo: number): Day {
    return addDays(parisDay(this.today.toISOString()), -daysAgo);
  }
}
