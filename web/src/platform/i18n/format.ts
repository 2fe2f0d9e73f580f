import { daysBetween, parisDay } from '@probant/shared/calendar';
import { withOrdinal } from '@probant/shared/words/dates';

import type { Language } from './language.js';

const locales: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' };
const formats = new Map<string, Intl.NumberFormat>();

/** `1 284` in French, `1,284` in English; a negative number carries the minus sign U+2212. */
export function formatNumber(value: number, language: Language, fractionDigits = 0): string {
  return withMinus(numberFormat(language, fractionDigits).format(value));
}

/** `482 463,03 €`; whole euros lose their cents when asked to. */
export function formatMoney(value: number, language: Language, options: { cents?: boolean } = {}): string {
  const digits = options.cents === false ? 0 : 2;
  return withMinus(numberFormat(language, digits, { style: 'currency', currency: 'EUR' }).format(value));
}

/** The share 0.125 as `12,5 %`. */
export function formatShare(share: number, language: Language, fractionDigits = 0): string {
  return withMinus(numberFormat(language, fractionDigits, { style: 'percent' }).format(share));
}

/** A change with its sign always shown: `+4,1`, `−3,2`, `0,0`. */
export function formatChange(value: number, language: Language, fractionDigits = 1): string {
  return withMinus(numberFormat(language, fractionDigits, { signDisplay: 'exceptZero' }).format(value));
}

const units: Record<Language, readonly string[]> = {
  fr: ['o', 'ko', 'Mo', 'Go'],
  en: ['B', 'kB', 'MB', 'GB'],
};

/** The size of a file: `412 ko`. */
export function formatBytes(bytes: number, language: Language): string {
  const step = bytes < 1 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
  const amount = bytes / 1000 ** step;
  const digits = step > 0 && amount < 10 ? 1 : 0;
  return `${formatNumber(amount, language, digits)}\u00A0${units[language][step] ?? ''}`;
}

/** A calendar day `2024-11-19` as `19 nov. 2024`. */
export function formatDay(day: string, language: Language, style: 'short' | 'long' = 'short'): string {
  const format = new Intl.DateTimeFormat(locales[language], {
    day: 'numeric',
    month: style,
    year: 'numeric',
    timeZone: 'UTC',
  });
  return withOrdinal(format.format(new Date(`${day.slice(0, 10)}T00:00:00Z`)), language);
}

/** An instant as the day it falls on here: `18 nov. 2026`. */
export function formatInstantDay(instant: string, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  return withOrdinal(format.format(new Date(instant)), language);
}

/** The time of an instant: `10:42`. */
export function formatTime(instant: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { hour: '2-digit', minute: '2-digit' }).format(
    new Date(instant),
  );
}

/** On the same calendar day here. */
export function isToday(instant: string, now = new Date()): boolean {
  return new Date(instant).toDateString() === now.toDateString();
}

/** `18 nov. 2026 à 17:06`. */
export function formatInstant(instant: string, language: Language): string {
  const between = language === 'fr' ? ' à ' : ' at ';
  return `${formatInstantDay(instant, language)}${between}${formatTime(instant, language)}`;
}

/** `18 nov. 2026 à 17:06:31`. */
export function formatStamp(instant: string, language: Language): string {
  const seconds = String(new Date(instant).getSeconds()).padStart(2, '0');
  return `${formatInstant(instant, language)}:${seconds}`;
}

/** To the second and with the time zone, for the hover text: `mercredi 18 novembre 2026 à 17:06:31 UTC+1`. */
export function formatExactInstant(instant: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'full', timeStyle: 'long' }).format(
    new Date(instant),
  );
}

const steps = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

const justNow: Record<Language, string> = { fr: 'à l’instant', en: 'just now' };

/** How far an instant is from now: `il y a 3 heures`. */
export function formatRelative(instant: string, now: Date, language: Language): string {
  const seconds = (new Date(instant).getTime() - now.getTime()) / 1000;
  const format = new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' });
  const step = steps.find(([, length]) => Math.abs(seconds) >= length);
  return step ? format.format(Math.trunc(seconds / step[1]), step[0]) : justNow[language];
}

/** Whole days from today, in Paris like every due date, to a calendar day; negative once it has passed. */
export function daysUntil(day: string, now: Date): number {
  return daysBetween(parisDay(now.toISOString()), day.slice(0, 10));
}

function numberFormat(
  language: Language,
  digits: number,
  options: Intl.NumberFormatOptions = {},
): Intl.NumberFormat {
  const key = `${language}/${digits}/${options.style ?? ''}/${options.signDisplay ?? ''}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.NumberFormat(locales[language], {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    ...options,
  });
  formats.set(key, format);
  return format;
}

function withMinus(text: string): string {
  return text.replace('-', '\u2212');
}
