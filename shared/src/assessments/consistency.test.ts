import type { Answers } from '../scoring/answer.js';
import { scoreAssessment } from '../scoring/score-assessment.js';
import { bank } from '../testing/bank.js';
import { findContradictions } from './consistency.js';

const supplier = { names: ['Cadran Infogérance'], siren: '111111118' };
const context = { health_data: true, hosting: 'full', antimalware: true };

function contradictionsOf(answers: Answers): string[] {
  const result = scoreAssessment(bank, { context, answers, asOf: '2026-11-22' });
  return findContradictions(bank, answers, result, supplier).map(({ id }) => id);
}

const row = (performer: string, more: object = {}) => ({
  activity: '1_sites',
  performer,
  coverage: 'own_certificate',
  ...more,
});

test.each<[string, Answers, string[]]>([
  ['nothing where nothing was said', {}, []],
  [
    'backup said to be contractual, and a contract that excludes it',
    { 'BKP-01': { v: 'prestataire' }, 'CTR-03': { v: 'aucune' } },
    ['CC-03'],
  ],
  ['one of the two alone', { 'BKP-01': { v: 'prestataire' }, 'CTR-03': { v: 'complete' } }, []],
  [
    'a delay that is announced, and a notification that is not substantial',
    { 'EIC-04': { v: 0 }, 'CTR-11': { v: [] } },
    ['CC-04'],
  ],
  [
    'the supplier in a table of activities that it says not to perform',
    { 'HDS-02': { v: 'aucune_activite' }, 'HDS-01': { v: [row('CADRAN infogerance')] } },
    ['CC-01'],
  ],
  [
    'the same by its SIREN',
    { 'HDS-02': { v: 'aucune_activite' }, 'HDS-01': { v: [row('Cadran', { siren: '111111118' })] } },
    ['CC-01'],
  ],
  [
    'a third party without a subcontractor',
    { 'SUB-01': { v: 'aucun' }, 'HDS-01': { v: [row('Talweg')] } },
    ['CC-02'],
  ],
  [
    'an activity that nobody performs is no third party',
    { 'SUB-01': { v: 'aucun' }, 'HDS-01': { v: [row('Talweg', { coverage: 'not_performed' })] } },
    [],
  ],
  ['a register that was not asked', { 'FIN-01': { v: 'in_bonis' } }, []],
])('%s', (_name, answers, expected) => {
  expect(contradictionsOf(answers)).toEqual(expected);
});

test('it names the questions that contradict each other', () => {
  const answers: Answers = { 'BKP-01': { v: 'prestataire' }, 'CTR-03': { v: 'aucune' } };
  const result = scoreAssessment(bank, { context, answers });
  expect(findContradictions(bank, answers, result, supplier)[0]?.questions).toEqual(['BKP-01', 'CTR-03']);
});
