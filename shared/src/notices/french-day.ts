import type { Day } from '../calendar.js';

const months = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];

/** As a French letter writes it, the same on every machine: a text that is hashed depends on no locale data. */
export function frenchDay(day: Day): string {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  return `${dayOfMonth === 1 ? '1er' : dayOfMonth}\u00a0${months[month - 1] ?? ''}\u00a0${year}`;
}
