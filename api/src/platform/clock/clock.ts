import { Injectable } from '@nestjs/common';
import { parisDay } from '@probant/shared/calendar';

/** The only place that reads the time; tests hand in another. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** Today in Europe/Paris, YYYY-MM-DD. */
  today(): string {
    return parisDay(this.now().toISOString());
  }
}
