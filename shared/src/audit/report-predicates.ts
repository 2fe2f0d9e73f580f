import { reportKindNames, type ReportKind } from '../reports/report.js';
import { frequencyNames } from '../reports/schedule.js';
import { counted } from '../words/numbers.js';
import type { Predicates } from './events.js';
import type { ReportEvent } from './report-events.js';

export const reportPredicates: Predicates<ReportEvent['kind']> = {
  'report-requested': (event) => ({
    fr: `a demandé ${named(event).fr}`,
    en: `asked for ${named(event).en}`,
  }),
  'report-given-up': (event) => ({
    fr: `a abandonné la préparation de ${named(event).fr}`,
    en: `gave up the preparation of ${named(event).en}`,
  }),
  'report-made': ({ sha256, mailed, ...event }) => ({
    fr: `a préparé ${named(event).fr} (empreinte ${sha256.slice(0, 16)}…)${mailed === 0 ? '' : `, annoncé à ${counted(mailed, 'membre', 'membres', 'fr')}`}`,
    en: `made ${named(event).en} (hash ${sha256.slice(0, 16)}…)${mailed === 0 ? '' : `, told of to ${counted(mailed, 'member', 'members', 'en')}`}`,
  }),
  'report-downloaded': (event) => ({
    fr: `a téléchargé ${named(event).fr}`,
    en: `downloaded ${named(event).en}`,
  }),
  'report-schedule-set': ({ report, frequency, recipients }) => ({
    fr: `a programmé «\u00a0${reportKindNames[report].fr}\u00a0» ${frequencyNames[frequency].fr}, pour ${counted(recipients, 'membre', 'membres', 'fr')}`,
    en: `scheduled “${reportKindNames[report].en}” ${frequencyNames[frequency].en}, for ${counted(recipients, 'member', 'members', 'en')}`,
  }),
  'report-schedule-changed': ({ report, frequency, recipients }) => ({
    fr: `a modifié la programmation de «\u00a0${reportKindNames[report].fr}\u00a0»\u00a0: ${frequencyNames[frequency].fr}, pour ${counted(recipients, 'membre', 'membres', 'fr')}`,
    en: `changed the schedule of “${reportKindNames[report].en}”: ${frequencyNames[frequency].en}, for ${counted(recipients, 'member', 'members', 'en')}`,
  }),
  'report-schedule-stopped': ({ report, frequency }) => ({
    fr: `a arrêté la programmation de «\u00a0${reportKindNames[report].fr}\u00a0» (${frequencyNames[frequency].fr})`,
    en: `stopped the schedule of “${reportKindNames[report].en}” (${frequencyNames[frequency].en})`,
  }),
};

function named({ report, title }: { readonly report: ReportKind; readonly title: string }) {
  const { fr, en } = reportKindNames[report];
  const of = title === '' ? '' : `, ${title}`;
  return { fr: `«\u00a0${fr}${of}\u00a0»`, en: `“${en}${of}”` };
}
