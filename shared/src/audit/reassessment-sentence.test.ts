import type { AssessmentId, EngagementId } from '../ids.js';
import type { AuditEvent } from './events.js';
import { eventSentence } from './sentence.js';

const uuid = '0190c7f2-1111-7000-8000-000000000001';
const assessmentId = uuid as AssessmentId;

const rows: readonly (readonly [AuditEvent, string, string])[] = [
  [
    {
      kind: 'reassessment-rule-set',
      engagementId: uuid as EngagementId,
      engagementName: 'Sauvegarde',
      rule: { everyMonths: 12, certificateDays: 60, triggers: ['incident'], act: 'send', dueDays: 21 },
    },
    'Léa a fixé la règle de réévaluation de la prestation Sauvegarde\u00a0: 12\u00a0mois après la dernière décision, 60\u00a0jours avant le terme d’un certificat, après un événement\u00a0: incident (envoi automatique, 21\u00a0jours pour répondre).',
    'Léa set the reassessment rule of the engagement Sauvegarde: 12\u00a0months after the last decision, 60\u00a0days before a certificate lapses, after an event: incident (sent automatically, 21\u00a0days to answer).',
  ],
  [
    { kind: 'reassessment-rule-set', engagementId: uuid as EngagementId, engagementName: 'Sauvegarde' },
    'Léa a fixé la règle de réévaluation de la prestation Sauvegarde\u00a0: celle de l’organisation.',
    'Léa set the reassessment rule of the engagement Sauvegarde: that of the organisation.',
  ],
  [
    {
      kind: 'answers-carried',
      assessmentId,
      fromAssessmentId: assessmentId,
      questionIds: ['BKP-01', 'BKP-02'],
      pieces: 1,
      expired: 1,
      carriedSha256: 'a',
    },
    'Léa a repris les réponses d’avant\u00a0: 2\u00a0à reconfirmer, 1\u00a0pièce, 1\u00a0pièce expirée non reprise.',
    'Léa carried earlier answers over: 2\u00a0to reconfirm, 1\u00a0piece, 1\u00a0expired piece left out.',
  ],
];

test.each(rows)('%j reads as one sentence in each language', (event, french, english) => {
  expect(eventSentence(event, 'Léa', 'fr')).toBe(french);
  expect(eventSentence(event, 'Léa', 'en')).toBe(english);
});
