import type { ExcludedLoss } from '@probant/shared/contracts/terms';

import type { TermsVersion } from './use-contract.js';

type Terms = TermsVersion['terms'];

/** The terms as the controls of the form hold them: text, and nothing where nothing was read. */
export interface TermsValues {
  reason: string;
  terms: {
    title: string;
    signedOn: string;
    startsOn: string;
    endsOn: string;
    termMonths: string;
    renewal: { kind: string; months: string };
    customerNotice: { count: string; unit: string };
    supplierNotice: { count: string; unit: string };
    annualFeesCents: string;
    services: { name: string; annualFeesCents: string }[];
    exitFees: { kind: string; sharePercent: string };
    remainingFeesCents: string;
    cap: { kind: string; multiple: string; cents: string };
    exclusionsRead: boolean;
    exclusions: ExcludedLoss[];
    cure: { kind: string; days: string; article: string; wording: string };
    notification: { kind: string; hours: string; scope: string };
  };
}

export function toValues(terms: Terms | null): TermsValues {
  return {
    reason: '',
    terms: {
      title: terms?.title ?? '',
      signedOn: terms?.signedOn ?? '',
      startsOn: terms?.startsOn ?? '',
      endsOn: terms?.endsOn ?? '',
      termMonths: written(terms?.termMonths),
      renewal: { kind: terms?.renewal?.kind ?? '', months: written(terms?.renewal?.months) },
      customerNotice: periodValues(terms?.customerNotice),
      supplierNotice: periodValues(terms?.supplierNotice),
      annualFeesCents: euros(terms?.annualFeesCents),
      services: (terms?.services ?? []).map(({ name, annualFeesCents }) => ({
        name,
        annualFeesCents: euros(annualFeesCents),
      })),
      exitFees: { kind: terms?.exitFees?.kind ?? '', sharePercent: written(terms?.exitFees?.sharePercent) },
      remainingFeesCents: euros(terms?.remainingFeesCents),
      cap: {
        kind: terms?.cap?.kind ?? '',
        multiple: written(terms?.cap?.multiple),
        cents: euros(terms?.cap?.cents),
      },
      exclusionsRead: (terms?.exclusions ?? null) !== null,
      exclusions: terms?.exclusions ?? [],
      cure: {
        kind: terms?.cure?.kind ?? '',
        days: written(terms?.cure?.days),
        article: terms?.cure?.article ?? '',
        wording: terms?.cure?.wording ?? '',
      },
      notification: {
        kind: terms?.notification?.kind ?? '',
        hours: written(terms?.notification?.hours),
        scope: terms?.notification?.scope ?? '',
      },
    },
  };
}

/** What is sent: figures that a kind does not know are left behind. */
export function toTerms({ terms }: TermsValues): Terms {
  const { renewal, exitFees, cap, cure, notification } = terms;
  return {
    title: terms.title,
    signedOn: orNull(terms.signedOn),
    startsOn: orNull(terms.startsOn),
    endsOn: orNull(terms.endsOn),
    termMonths: toNumber(terms.termMonths),
    renewal: isOneOf(renewal.kind, ['none', 'tacit', 'express'])
      ? { kind: renewal.kind, months: renewal.kind === 'none' ? null : toNumber(renewal.months) }
      : null,
    customerNotice: toPeriod(terms.customerNotice),
    supplierNotice: toPeriod(terms.supplierNotice),
    annualFeesCents: toCents(terms.annualFeesCents),
    services: terms.services.map(({ name, annualFeesCents }) => ({
      name,
      annualFeesCents: toCents(annualFeesCents) ?? 0,
    })),
    exitFees: isOneOf(exitFees.kind, ['none', 'share', 'all'])
      ? {
          kind: exitFees.kind,
          sharePercent: exitFees.kind === 'share' ? toNumber(exitFees.sharePercent) : null,
        }
      : null,
    remainingFeesCents: toCents(terms.remainingFeesCents),
    cap: isOneOf(cap.kind, ['none', 'fees', 'amount'])
      ? {
          kind: cap.kind,
          multiple: cap.kind === 'fees' ? toNumber(cap.multiple) : null,
          cents: cap.kind === 'amount' ? toCents(cap.cents) : null,
        }
      : null,
    exclusions: terms.exclusionsRead ? terms.exclusions : null,
    cure: isOneOf(cure.kind, ['none', 'clause'])
      ? { ...cure, kind: cure.kind, days: cure.kind === 'clause' ? toNumber(cure.days) : null }
      : null,
    notification: isOneOf(notification.kind, ['none', 'best-efforts', 'firm'])
      ? {
          kind: notification.kind,
          hours: notification.kind === 'none' ? null : toNumber(notification.hours),
          scope: isOneOf(notification.scope, ['every-detection', 'incident', 'personal-data'])
            ? notification.scope
            : null,
        }
      : null,
  };
}

/** `12 000,50` and `12000.50` are the same number; nothing is null, and what is no number is refused by the form. */
export function toNumber(text: string): number | null {
  const bare = text.replaceAll(/[\s\u00a0\u202f€]/gu, '').replace(',', '.');
  return bare === '' ? null : Number(bare);
}

export function isNumber(text: string, { whole = false } = {}): boolean {
  const value = toNumber(text);
  return value === null || (Number.isFinite(value) && value >= 0 && (!whole || Number.isInteger(value)));
}

function toCents(text: string): number | null {
  const value = toNumber(text);
  return value === null ? null : Math.round(value * 100);
}

function euros(cents: number | null | undefined): string {
  return cents === null || cents === undefined
    ? ''
    : (cents / 100).toFixed(cents % 100 === 0 ? 0 : 2).replace('.', ',');
}

function written(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value).replace('.', ',');
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}

function periodValues(period: Terms['customerNotice'] | undefined): { count: string; unit: string } {
  return { count: written(period?.count), unit: period?.unit ?? 'months' };
}

function toPeriod({ count, unit }: { count: string; unit: string }): Terms['customerNotice'] {
  const value = toNumber(count);
  return value === null ? null : { count: value, unit: unit === 'days' ? 'days' : 'months' };
}

function isOneOf<T extends string>(value: string, all: readonly T[]): value is T {
  return all.some((one) => one === value);
}
