import fc from 'fast-check';

import { parseClauseLibrary } from '../library/clause-library.js';
import { parseClauseRules } from '../library/clause-rules.js';
import { bank, readLibraryFile } from '../testing/bank.js';
import { compileRules } from './clause-rules.js';
import { findCandidates, maxCandidatesPerClause } from './find-candidates.js';

const clauses = parseClauseLibrary(readLibraryFile('clause-library.yaml'), bank);
const rules = parseClauseRules(readLibraryFile('clause-rules.yaml'), clauses, bank);
const compiled = compileRules(rules);
const rulesMet = (text: string) =>
  findCandidates(text, compiled).flatMap(({ reasons }) => reasons.map(({ rule }) => rule));

test.each([
  ['In the event of a conflict, these terms shall prevail.', 'terms-prevail'],
  [
    'The Supplier shall notify the Customer of any personal data breach within 24 hours.',
    'notice-within-24h',
  ],
  ['The Provider shall notify any incident without undue delay.', 'notice-without-figure'],
  ['Supplier’s total liability is limited to the fees paid in the preceding 12 months.', 'cap-in-months'],
  ['In no event shall the Supplier be liable for loss of profits.', 'business-losses-out'],
  [
    'Either party may terminate upon written notice if the breach is not cured within 30 days.',
    'cure-within-30-days',
  ],
  ['The Supplier may suspend access in case of overdue payment.', 'suspension-at-once'],
  ['Le Prestataire applique les correctifs critiques sous 7 jours.', 'patching-delay'],
  ['La perte de la certification du prestataire met fin au contrat.', 'certification-loss'],
  ['Toute évolution de la réglementation applicable est notifiée.', 'regulation-change'],
  ['Le client peut déposer un fichier de test EICAR.', 'test-file'],
  ['Un expert unique est désigné d’un commun accord.', 'joint-expert'],
])('%s', (text, rule) => {
  expect(rulesMet(text)).toContain(rule);
});

test('accents, capitals and typographic apostrophes make no difference', () => {
  const plain = rulesMet('la responsabilite est limitee aux redevances payees sur 12 mois');
  expect(rulesMet('LA RESPONSABILITÉ EST LIMITÉE AUX REDEVANCES PAYÉES SUR 12 MOIS')).toEqual(plain);
  expect(plain).toEqual(['cap-in-months']);
});

test('late-payment interest owed by the customer is no penalty of the supplier', () => {
  const late =
    'À défaut de paiement d’une facture, des pénalités de retard sont dues au taux d’intérêt légal.';
  expect(rulesMet(late)).toEqual([]);
});

test('a number beyond the bounds of a rule belongs to the next one', () => {
  const cure = (days: number) =>
    `Après mise en demeure restée sans effet ${days} jours, chaque partie peut résilier le contrat.`;
  expect(rulesMet(cure(30))).toEqual(['cure-within-30-days']);
  expect(rulesMet(cure(31))).toEqual(['cure-beyond-30-days']);
});

test('a short period to object to a subcontractor is weak, and silence is consent only where it is said', () => {
  const objection = (days: number) =>
    `Le client dispose de ${days} jours pour s’opposer à un changement de sous-traitant.`;
  expect(rulesMet(objection(15))).toEqual(['objection-delay']);
  expect(rulesMet(objection(30))).toEqual(['objection-delay-of-30-days']);
  expect(rulesMet('Le silence vaut accord au changement de sous-traitant.')).toEqual(['silence-is-consent']);
});

test('a court of appeal that exists is no defect', () => {
  const court = (name: string) => `Tribunaux compétents du ressort de la cour d’appel de ${name}.`;
  expect(rulesMet(court('Rennes'))).not.toContain('jurisdiction-unknown-court');
  expect(rulesMet(court('Nantes'))).toContain('jurisdiction-unknown-court');
});

test('of a clause that a contract speaks of everywhere, the first are enough', () => {
  const text = 'Le Prestataire s’engage selon les règles de l’art.\n\n'.repeat(100);
  expect(findCandidates(text, compiled)).toHaveLength(maxCandidatesPerClause);
});

const fragments = rules.flatMap(({ all }) => all.flat()).map((phrase) => phrase.replaceAll(/\*|\.\./g, ''));
const contract = fc
  .array(fc.oneof(fc.constantFrom(...fragments, '.\n\n', '\n', '12', '« é »'), fc.string()), {
    maxLength: 60,
  })
  .map((parts) => parts.join(' '));

test('every passage and every word marked lies in the text, and the same text gives the same list', () => {
  fc.assert(
    fc.property(contract, (text) => {
      const candidates = findCandidates(text, compiled);
      for (const { start, end, reasons } of candidates) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        for (const { words } of reasons) {
          expect(words.every((word) => word.start >= start && word.end <= end && word.end > word.start)).toBe(
            true,
          );
        }
      }
      expect(findCandidates(text, compiled)).toEqual(candidates);
    }),
  );
});

test.each([
  ['one endless word', 'a'.repeat(1_000_000)],
  ['endless white space', ' '.repeat(1_000_000)],
  ['endless short lines', 'a\n'.repeat(500_000)],
  ['endless numbering', '1.'.repeat(500_000)],
  ['the first word of a phrase, endlessly', 'responsabilite '.repeat(66_000)],
  ['half a phrase with gaps, endlessly', 'ne garantit pas '.repeat(60_000)],
])('%s is read in one go', (_, text) => {
  expect(findCandidates(text, compiled).length).toBeLessThanOrEqual(rules.length * maxCandidatesPerClause);
});
