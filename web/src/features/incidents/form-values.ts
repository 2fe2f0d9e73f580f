import { noticeKeys, type IncidentRegime, type NoticeKey } from '@probant/shared/incidents/incident';

import { parsePlain, showPlain } from '../../platform/i18n/amount.js';
import type { Language } from '../../platform/i18n/language.js';
import {
  certainMoment,
  fromMomentValues,
  type MomentValues,
  noMoment,
  toMomentValues,
} from '../../ui/input/moment-values.js';
import type { Facts, FileBody } from './use-incidents.js';

export const stepNames = ['occurredAt', 'detectedAt', 'ticketedAt', 'toldAt', 'resolvedAt'] as const;
type StepName = (typeof stepNames)[number];

export type FactsValues = Omit<Facts, StepName> & Readonly<Record<StepName, MomentValues>>;

export function factsValues(facts: Facts | null): FactsValues {
  if (facts === null) {
    return {
      title: '',
      nature: 'unavailable',
      text: '',
      ticket: '',
      personalData: false,
      occurredAt: noMoment,
      detectedAt: noMoment,
      ticketedAt: noMoment,
      toldAt: noMoment,
      resolvedAt: noMoment,
    };
  }
  return {
    ...facts,
    occurredAt: toMomentValues(facts.occurredAt),
    detectedAt: toMomentValues(facts.detectedAt),
    ticketedAt: toMomentValues(facts.ticketedAt),
    toldAt: toMomentValues(facts.toldAt),
    resolvedAt: toMomentValues(facts.resolvedAt),
  };
}

export function factsBody(values: FactsValues): Facts {
  const { title, nature, text, ticket, personalData } = values;
  return {
    title,
    nature,
    text,
    ticket,
    personalData,
    occurredAt: fromMomentValues(values.occurredAt),
    detectedAt: fromMomentValues(values.detectedAt),
    ticketedAt: fromMomentValues(values.ticketedAt),
    toldAt: fromMomentValues(values.toldAt),
    resolvedAt: fromMomentValues(values.resolvedAt),
  };
}

export interface FileValues {
  readonly nis2: boolean;
  readonly dora: boolean;
  readonly duty: { readonly kind: FileBody['duty']['kind']; readonly hours: string; readonly source: string };
  readonly awareAt: MomentValues;
  readonly majorAt: MomentValues;
  /** One per duty that can be notified; without a day it was not. */
  readonly notices: { readonly key: NoticeKey; readonly at: MomentValues; readonly reference: string }[];
  readonly note: string;
}

export function fileValues(file: FileBody, language: Language): FileValues {
  return {
    nis2: file.regimes.includes('nis2'),
    dora: file.regimes.includes('dora'),
    duty: {
      kind: file.duty.kind,
      hours: file.duty.hours === null ? '' : showPlain(file.duty.hours, language),
      source: file.duty.source,
    },
    awareAt: toMomentValues(file.awareAt),
    majorAt: toMomentValues(file.majorAt),
    notices: noticeKeys.map((key) => {
      const made = file.notices.find((one) => one.key === key);
      return { key, at: toMomentValues(made?.at ?? null), reference: made?.reference ?? '' };
    }),
    note: file.note,
  };
}

export function fileBody(values: FileValues): FileBody {
  const regimes: IncidentRegime[] = [
    ...(values.nis2 ? (['nis2'] as const) : []),
    ...(values.dora ? (['dora'] as const) : []),
  ];
  return {
    regimes,
    // What cannot be read is refused by its field before it is sent.
    duty: { ...values.duty, hours: parsePlain(values.duty.hours) ?? null },
    awareAt: fromMomentValues(values.awareAt),
    majorAt: fromMomentValues(values.majorAt),
    notices: values.notices
      .filter(({ at }) => at.on !== '' || at.at !== '')
      .map(({ key, at, reference }) => ({ key, at: certainMoment(at), reference })),
    note: values.note,
  };
}
