import { proposedLevel, provesAnswer, questionsProvedByWarnings } from './proofs.js';
import { warningStateOf, type RegisteredWarning } from './warned-of.js';
import { getExposureScenario } from '../exposure/scenarios.js';

const warning = {
  questions: ['BKP-04'],
  exclusion: 'Aucune copie hors ligne.',
  alternatives: 'Un stockage immuable.',
  cost: { oneOffCents: 1, monthlyCents: null },
};

test.each<[string, string, string | undefined, boolean]>([
  ['that of Rennes', 'BKP-04', 'hors_perimetre_averti', true],
  ['no proof of an offline copy', 'BKP-04', 'hors_ligne', false],
  ['no answer is proved', 'BKP-04', undefined, false],
  ['the register', 'ADV-02', 'registre', true],
  ['exclusions given', 'ADV-03', 'oui', true],
  ['risk, cost and alternatives', 'ADV-04', 'oui', true],
  ['another question', 'PRV-01', 'oui', false],
  ['a name of every object', 'toString', 'oui', false],
])('%s: %s answered %s', (_name, questionId, value, proves) => {
  expect(provesAnswer(questionId, warning, value)).toBe(proves);
});

test('a warning about something else proves neither BKP-04 nor what it does not say', () => {
  const other = { questions: ['MSS-01'], exclusion: '', alternatives: '', cost: null };
  const proved = questionsProvedByWarnings.filter((id) => provesAnswer(id, other, 'hors_perimetre_averti'));
  expect(proved).toEqual(['ADV-02']);
});

test('signed by both, the buyer has verified it; by one alone it is a dated document', () => {
  expect(proposedLevel({ side: 'supplier', decided: true, confirmed: false })).toBe('E4');
  expect(proposedLevel({ side: 'supplier', decided: false, confirmed: false })).toBe('E2');
});

const registered = (more: Partial<RegisteredWarning>): RegisteredWarning => ({
  id: 'a',
  supersedesId: null,
  questions: ['BKP-04'],
  decision: null,
  ...more,
});

test.each<[readonly RegisteredWarning[], string]>([
  [[], 'none'],
  [[registered({})], 'given'],
  [[registered({ decision: 'accepted' })], 'given'],
  [[registered({}), registered({ decision: 'refused' })], 'refused'],
  [[registered({ decision: 'refused' }), registered({ id: 'b', supersedesId: 'a' })], 'refused'],
  [
    [registered({ decision: 'refused' }), registered({ id: 'b', supersedesId: 'a', decision: 'accepted' })],
    'given',
  ],
  [[registered({}), registered({ id: 'b', supersedesId: 'a', questions: ['MSS-01'] })], 'none'],
  [[registered({ questions: ['MSS-01'], decision: 'refused' })], 'none'],
  // That a restore was never tried warns of no copy that an attacker reaches.
  [[registered({ questions: ['BKP-07'], decision: 'refused' })], 'none'],
])('a register of %j says of ransomware: %s', (register, state) => {
  expect(warningStateOf(getExposureScenario('ransomware'), register)).toBe(state);
  expect(warningStateOf(getExposureScenario('termination'), register)).toBe('none');
});
