import type { AuditEvent } from './events.js';
import { eventSentence } from './sentence.js';

const uuid = '0190c7f2-1111-7000-8000-000000000001';

const rows: readonly (readonly [AuditEvent, string, string])[] = [
  [
    { kind: 'report-requested', reportId: uuid, report: 'supplier-file', title: 'Nivéole, Sauvegarde' },
    'Léa a demandé «\u00a0Dossier fournisseur, Nivéole, Sauvegarde\u00a0».',
    'Léa asked for “Supplier file, Nivéole, Sauvegarde”.',
  ],
  [
    { kind: 'report-given-up', reportId: uuid, report: 'board', title: '' },
    'Léa a abandonné la préparation de «\u00a0Rapport au conseil\u00a0».',
    'Léa gave up the preparation of “Board report”.',
  ],
  [
    {
      kind: 'report-made',
      reportId: uuid,
      report: 'board',
      title: '',
      sha256: 'a'.repeat(64),
      mailed: 2,
    },
    'Léa a préparé «\u00a0Rapport au conseil\u00a0» (empreinte aaaaaaaaaaaaaaaa…), annoncé à 2\u00a0membres.',
    'Léa made “Board report” (hash aaaaaaaaaaaaaaaa…), told of to 2\u00a0members.',
  ],
  [
    { kind: 'report-downloaded', reportId: uuid, report: 'portfolio', title: '', sha256: 'a' },
    'Léa a téléchargé «\u00a0Liste du portefeuille\u00a0».',
    'Léa downloaded “Portfolio list”.',
  ],
  [
    {
      kind: 'report-schedule-set',
      scheduleId: uuid,
      report: 'board',
      frequency: 'quarterly',
      recipients: 1,
    },
    'Léa a programmé «\u00a0Rapport au conseil\u00a0» chaque trimestre, le 1er jour, pour 1\u00a0membre.',
    'Léa scheduled “Board report” every quarter, on its first day, for 1\u00a0member.',
  ],
  [
    {
      kind: 'report-schedule-changed',
      scheduleId: uuid,
      report: 'board',
      frequency: 'monthly',
      recipients: 2,
    },
    'Léa a modifié la programmation de «\u00a0Rapport au conseil\u00a0»\u00a0: chaque mois, le 1er, pour 2\u00a0membres.',
    'Léa changed the schedule of “Board report”: every month, on the 1st, for 2\u00a0members.',
  ],
  [
    { kind: 'report-schedule-stopped', scheduleId: uuid, report: 'board', frequency: 'weekly' },
    'Léa a arrêté la programmation de «\u00a0Rapport au conseil\u00a0» (chaque semaine, le lundi).',
    'Léa stopped the schedule of “Board report” (every week, on Monday).',
  ],
];

test.each(rows)('%j', (event, fr, en) => {
  expect([eventSentence(event, 'Léa', 'fr'), eventSentence(event, 'Léa', 'en')]).toEqual([fr, en]);
});
