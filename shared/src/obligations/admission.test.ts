import { decideAdmission } from './admission.js';

const reply = { id: 'm', body: 'Le stockage.', byName: 'Léa', at: '2026-11-23T09:00:00.000Z', sha256: 'h' };
const asked = { regulation: 'decree-2026-209', replies: [reply] };

test('what is filed are the words of the supplier, with the day that it named', () => {
  expect(decideAdmission(asked, null, { clarificationId: 'm', changeBy: '2027-03-01' })).toMatchObject({
    value: {
      regulation: 'decree-2026-209',
      words: 'Le stockage.',
      messageSha256: 'h',
      saidByName: 'Léa',
      changeBy: '2027-03-01',
    },
  });
});

test('nothing else can be filed, and nothing twice; another day corrects the one before', () => {
  expect(decideAdmission(asked, null, { clarificationId: 'x', changeBy: null })).toMatchObject({
    refusal: { code: 'not-found' },
  });
  const last = { clarificationId: 'm', changeBy: null };
  expect(decideAdmission(asked, last, { clarificationId: 'm', changeBy: null })).toMatchObject({
    refusal: { code: 'already-exists' },
  });
  expect(decideAdmission(asked, last, { clarificationId: 'm', changeBy: '2027-03-01' })).toMatchObject({
    value: { changeBy: '2027-03-01' },
  });
});
