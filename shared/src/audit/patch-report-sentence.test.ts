import type { EngagementId } from '../ids.js';
import type { AuditEvent } from './events.js';
import { eventSentence } from './sentence.js';

const uuid = '0197f2c0-0000-7000-8000-000000000001';

test.each<[AuditEvent, string, string]>([
  [
    {
      kind: 'patch-reports-expected',
      engagementId: uuid as EngagementId,
      name: 'Sauvegarde',
      revision: 1,
      fromMonth: '2026-08',
      expectationSha256: 'a',
    },
    'Léa attend un rapport mensuel de correctifs pour la prestation Sauvegarde (premier mois\u00a0: août 2026).',
    'Léa expects a monthly patch report for the engagement Sauvegarde, from August 2026 on.',
  ],
  [
    {
      kind: 'patch-report-recorded',
      engagementId: uuid as EngagementId,
      name: 'Sauvegarde',
      revision: 2,
      month: '2026-10',
      outcome: 'received',
      receivedOn: '2026-11-09',
      reportSha256: 'a',
    },
    'Léa a corrigé le rapport de correctifs du mois (octobre 2026) de la prestation Sauvegarde\u00a0: reçu le 9 nov. 2026.',
    'Léa corrected the patch report of October 2026 of the engagement Sauvegarde: received on 9 Nov 2026.',
  ],
  [
    {
      kind: 'patch-reports-expected',
      engagementId: uuid as EngagementId,
      name: 'Sauvegarde',
      revision: 2,
      expectationSha256: 'a',
    },
    'Léa n’attend plus de rapport mensuel de correctifs pour la prestation Sauvegarde.',
    'Léa no longer expects a monthly patch report for the engagement Sauvegarde.',
  ],
  [
    {
      kind: 'patch-report-recorded',
      engagementId: uuid as EngagementId,
      name: 'Sauvegarde',
      revision: 1,
      month: '2026-10',
      outcome: 'missed',
      reportSha256: 'a',
    },
    'Léa a consigné le rapport de correctifs du mois (octobre 2026) de la prestation Sauvegarde\u00a0: manquant.',
    'Léa recorded the patch report of October 2026 of the engagement Sauvegarde: missed.',
  ],
])('%j', (event, french, english) => {
  expect(eventSentence(event, 'Léa', 'fr')).toBe(french);
  expect(eventSentence(event, 'Léa', 'en')).toBe(english);
});
