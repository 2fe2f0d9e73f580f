import { parisDay } from '@probant/shared/calendar';

/** The day in Paris, as `2026-11-28`. */
export function today(): string {
  return parisDay(new Date().toISOString());
}
