import { bank } from '../testing/bank.js';
import { decideCorrection, isForSupplier, withCorrections, wordingAt } from './correct-wording.js';

const input = (subject: string, place: string) => ({
  subject,
  place,
  text: { fr: ' Corrigé ', en: 'Corrected' },
  reason: 'Faute de frappe',
  meaningKept: true,
});

test.each([
  ['BKP', 'title'],
  ['BKP-04', 'text'],
  ['KO-BKP-1', 'knockout-name'],
  ['KO-BKP-1', 'knockout-text'],
])('%s, %s is put right beside the version, and reads so', (subject, place) => {
  const decision = decideCorrection(bank, [], input(subject, place));
  if (!decision.accepted) throw new Error('refused');
  const after = { fr: 'Corrigé', en: 'Corrected' };
  expect(decision.value).toEqual({ subject, place, before: wordingAt(bank, [], { subject, place }), after });
  const read = withCorrections(bank, [decision.value]);
  expect(wordingAt(read, [], { subject, place })).toEqual(after);
  const back = withCorrections(read, [{ ...decision.value, after: decision.value.before }]);
  expect(back).toEqual(bank);
});

test.each([
  ['KO-BKP-1', 'text'],
  ['BKP-04', 'knockout-text'],
  ['KO-NONE', 'knockout-text'],
])('%s has no text %s', (subject, place) => {
  expect(decideCorrection(bank, [], input(subject, place))).toMatchObject({
    refusal: { errors: [{ pointer: '/place', code: 'no-such-text' }] },
  });
});

test('what is put right of a knock-out is not for the supplier', () => {
  expect(
    ['title', 'text', 'option:oui', 'knockout-name', 'knockout-text'].map((place) =>
      isForSupplier({ place }),
    ),
  ).toEqual([true, true, true, false, false]);
});
