import { bank } from '../testing/bank.js';
import type { EngagementContext } from '../questionnaires/document.js';
import type { Answers } from './answer.js';
import { scoreAssessment } from './score-assessment.js';
import { scoreSentence, traceSentence } from './trace-sentence.js';

const context: EngagementContext = {
  health_data: true,
  hosting: 'full',
  managed_patching: true,
  antimalware: true,
  directory_admin: true,
};

function sentence(id: string, answers: Answers, language: 'fr' | 'en' = 'fr') {
  const result = scoreAssessment(bank, { context, answers, asOf: '2026-11-22' });
  const line = result.lines.find(({ question }) => question === id);
  if (line === undefined) throw new Error(id);
  return traceSentence(bank, line, answers[id], result.knockouts, language);
}

test.each<[string, string, Answers, string]>([
  [
    'a knock-out with its source',
    'BKP-04',
    { 'BKP-04': { v: 'hors_perimetre_sans' } },
    'Sauvegarde déconnectée : non, hors de votre mission, sans mise en garde écrite → risque 1,00, poids 5/35 ; point éliminatoire KO-BKP-1 (et KO-BKP-2) : note plafonnée à D (Rennes)',
  ],
  [
    'an unproven number',
    'BKP-02',
    { 'BKP-02': { v: 24, ev: ['E1'] } },
    'Intervalle de sauvegarde : 24 heures → risque 0,10, faute de preuve suffisante, porté à 0,39, poids 3/35',
  ],
  ['silence', 'FIN-03', {}, 'Exercices déficitaires : sans réponse → risque 1,00, poids 3/23'],
  [
    'a refusal that decides a knock-out',
    'SUB-01',
    { 'SUB-01': { refused: true } },
    'Liste des sous-traitants : refus de répondre → risque 1,00, poids 4/23 ; point éliminatoire KO-SUB-1 : non démontré, note plafonnée à D (Douai)',
  ],
  [
    'an inherited risk',
    'SUB-02',
    { 'SUB-01': { v: 'aucun', ev: ['E4'] } },
    'Certificats des sous-traitants : d’après Liste des sous-traitants → risque 0,00, poids 5/23',
  ],
  ['a question out of scope', 'DNS-01', {}, 'Titulaire du domaine : hors périmètre'],
  [
    'an accepted N/A',
    'FIN-03',
    { 'FIN-03': { na: 'accepted' } },
    'Exercices déficitaires : sans objet, accepté',
  ],
  [
    'a date',
    'BKP-07',
    { 'BKP-02': { v: 1 }, 'BKP-07': { v: '2026-09-01', ev: ['E4'] } },
    'Test de restauration : 1er sept. 2026 → risque 0,00, poids 5/35',
  ],
  [
    'an empty choice',
    'CTR-11',
    { 'CTR-11': { v: [], ev: [] } },
    'Obligations substantielles : rien de coché → risque 1,00, poids 4/49',
  ],
])('%s reads as a sentence', (_, id, answers, expected) => {
  expect(sentence(id, answers).text.replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(expected);
});

test('the English sentence says the same', () => {
  const { text, lessons, parts } = sentence('BKP-04', { 'BKP-04': { v: 'hors_perimetre_sans' } }, 'en');

  expect(text).toMatch(
    /^Disconnected backup: no, .* → risk 1\.00, weight 5\/\d+; knock-out KO-BKP-1 \(and KO-BKP-2\): grade capped at D \(Rennes\)/,
  );
  expect(lessons).toContain('R-03');
  expect(parts.find(({ kind }) => kind === 'knockout')).toMatchObject({
    knockout: 'KO-BKP-1',
    lesson: 'R-03',
  });
});

test('an unlawful set-up is called so only when an answer says it', () => {
  const row = { activity: '1_sites', coverage: 'none' };

  expect(sentence('HDS-01', { 'HDS-01': { v: [row] } }).text).toContain(
    'montage illicite, note plafonnée à E (Douai)',
  );
  expect(sentence('HDS-01', {}).text).toContain('non démontré, note plafonnée à E (Douai)');
});

test('the score says which knock-outs raised it', () => {
  const result = scoreAssessment(bank, {
    context,
    answers: { 'HDS-01': { v: [{ activity: '1_sites', coverage: 'none' }] } },
    mode: 'facts-only',
  });

  expect(scoreSentence(result, 'en')).toBe('base 100.00');
  expect(scoreSentence({ ...result, base: 78.24, score: 90, floor: 90 }, 'fr')).toBe(
    'base 78,24, portée à 90 par KO-HDS-1',
  );
});
