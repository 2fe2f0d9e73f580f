import { useQuery } from '@tanstack/react-query';
import {
  addressOfDated,
  addressOfWaiting,
  listOfDated,
  urgencies,
  waitingRules,
  type Urgency,
} from '@probant/shared/home/needs';
import { actOfObligation } from '@probant/shared/home/obligation-acts';
import { obligationSubject, obligationTitle } from '@probant/shared/obligations/describe';
import { dueInWords } from '@probant/shared/obligations/due-words';
import { obligationRules } from '@probant/shared/obligations/kinds';

import { api, type Schema } from '../../platform/api/client.js';
import type { Language } from '../../platform/i18n/language.js';

export type HomeView = Schema<'HomeResponse'>;
type HomeObligation = Schema<'HomeObligationResponse'>;
type Wait = Schema<'HomeWaitResponse'>;
type Waiting = Schema<'HomeWaitingResponse'>;

export interface NeedItem {
  readonly key: string;
  readonly title: string;
  readonly about: string;
  readonly path: string;
  /** The day in words, for what has one. */
  readonly day: string | null;
  readonly since: string | null;
}

/** One kind of what needs a person: the first of them, their number, the act, and the list of all. */
export interface Need {
  readonly key: string;
  readonly name: string;
  readonly act: string;
  readonly list: string;
  readonly total: number;
  readonly items: readonly NeedItem[];
}

export interface NeedGroup {
  readonly urgency: Urgency;
  readonly total: number;
  readonly needs: readonly Need[];
}

export function useHome() {
  return useQuery({
    queryKey: ['home'],
    queryFn: ({ signal }) => api.get('/api/home', { signal }),
    // What was dealt with on another page is gone when one comes back.
    refetchOnMount: 'always',
  });
}

/** Groups by urgency, without those that hold nothing. */
export function groupsOf(home: HomeView, language: Language): NeedGroup[] {
  return urgencies
    .map((urgency) => {
      const needs =
        urgency === 'waiting'
          ? home.waiting.map((one) => toWaitingNeed(one, language))
          : home.dated
              .filter((one) => one.urgency === urgency)
              .map(({ kind, total, items }) => ({
                key: kind,
                name: obligationRules[kind][language],
                act: actOfObligation(kind)[language],
                list: listOfDated(kind, urgency),
                total,
                items: items.map((item) => toDatedItem(item, language)),
              }));
      return { urgency, needs, total: needs.reduce((sum, { total }) => sum + total, 0) };
    })
    .filter(({ total }) => total > 0);
}

/** Under the name of its kind, which is not said twice. */
function toDatedItem(item: HomeObligation, language: Language): NeedItem {
  const { supplierName, engagementName } = item;
  const subject = obligationSubject(item.facts, language);
  const same = subject === '' || subject === engagementName;
  return {
    ...toNextItem(item, language),
    title: same ? engagementName : subject.charAt(0).toLocaleUpperCase(language) + subject.slice(1),
    about: same ? supplierName : `${supplierName}, ${engagementName}`,
  };
}

/** On its own. */
export function toNextItem(item: HomeObligation, language: Language): NeedItem {
  const { id, kind, effectiveOn, precision, supplierName, engagementName, facts } = item;
  return {
    key: id,
    title: obligationTitle({ kind, facts }, language),
    about: `${supplierName}, ${engagementName}`,
    path: addressOfDated(item),
    day: dueInWords(effectiveOn, precision, language),
    since: null,
  };
}

function toWaitingNeed({ kind, total, items }: Waiting, language: Language): Need {
  const rule = waitingRules[kind];
  return {
    key: kind,
    name: rule[language],
    act: rule.act[language],
    list: rule.list,
    total,
    items: items.map((item) => toWaitingItem(kind, item, language)),
  };
}

function toWaitingItem(kind: Waiting['kind'], item: Wait, language: Language): NeedItem {
  const { id, questionId, supplierName, engagementName, subject, since, until } = item;
  const about = engagementName === '' ? '' : `${supplierName}, ${engagementName}`;
  const said = subject?.[language] ?? (engagementName === '' ? supplierName : engagementName);
  const named = questionId === null || questionId === '' ? said : `${questionId} · ${said}`;
  return {
    key: `${kind}/${id}`,
    title: named,
    about: subject === null ? (engagementName === '' ? '' : supplierName) : about,
    path: addressOfWaiting({ kind, id, questionId }),
    day: until === null ? null : dueInWords(until, 'day', language),
    since,
  };
}
