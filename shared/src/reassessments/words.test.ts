import { usualRule } from './rule.js';
import { ruleInWords } from './words.js';

test('the moments of a rule are told apart from the events after which it asks again', () => {
  const rule = { ...usualRule, triggers: ['bodacc', 'drill', 'incident'] } as const;
  expect(ruleInWords(rule, 'fr').replaceAll('\u00a0', ' ')).toBe(
    '12 mois après la dernière décision, 60 jours avant le terme d’un certificat, après un événement : annonce au Bodacc, exercice EICAR manqué ou incident (proposée à l’acheteur)',
  );
  expect(ruleInWords({ ...rule, triggers: ['incident'] }, 'en').replaceAll('\u00a0', ' ')).toBe(
    '12 months after the last decision, 60 days before a certificate lapses, after an event: incident (proposed to the buyer)',
  );
});

test.each([
  [
    12,
    { T4: 6, T1: 24 },
    '12 mois après la dernière décision (T4 : 6 mois, T1 : 24 mois) (proposée à l’acheteur)',
  ],
  [null, { T4: 6 }, 'T4 : 6 mois après la dernière décision (proposée à l’acheteur)'],
  [12, {}, '12 mois après la dernière décision (proposée à l’acheteur)'],
])('every %s months, and %j by tier', (everyMonths, monthsByTier, sentence) => {
  const rule = { ...usualRule, everyMonths, monthsByTier, certificateDays: null, triggers: [] };
  expect(ruleInWords(rule, 'fr').replaceAll('\u00a0', ' ')).toBe(sentence);
});
