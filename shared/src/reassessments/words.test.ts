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
