import { exposureKeys } from '@probant/shared/exposure/scenarios';

import { toBody, toValues, withContract } from './form-values.js';

const statement = {
  terms: {
    annualFeeCents: 12_000_00,
    cap: { kind: 'multiple' as const, multiple: 1.5 },
    remainingFeesCents: 37_343_63,
    exitClauses: ['CL-17' as const],
  },
  estimates: [
    {
      key: 'ransomware' as const,
      losses: [{ kind: 'other' as const, label: 'Matériel', cents: 482_463_03, excluded: true }],
      ownCostsCents: 5_000_00,
      lostChance: 0.25,
      grossFault: true,
    },
  ],
};

test.each(['fr', 'en'] as const)('what was stated is shown and read back in %s', (language) => {
  const body = toBody(toValues({ statement, contract: null }, language), language);
  expect(body?.terms).toEqual(statement.terms);
  expect(body?.estimates.map(({ key }) => key)).toEqual([...exposureKeys]);
  expect(body?.estimates[0]).toEqual(statement.estimates[0]);
});

test('before anything is stated every scenario starts with its own heads and no amount', () => {
  const values = toValues({ statement: null, contract: null }, 'fr');
  expect(values.estimates.map(({ losses }) => losses[0]?.kind)).toEqual(['interruption', 'fees-paid']);
  const body = toBody(values, 'fr');
  expect(body?.terms).toEqual({
    annualFeeCents: null,
    cap: { kind: 'none' },
    remainingFeesCents: 0,
    exitClauses: [],
  });
  expect(body?.estimates.every(({ lostChance }) => lostChance === null)).toBe(true);
});

test('a text that is no amount leaves nothing to send', () => {
  const values = toValues({ statement, contract: null }, 'fr');
  values.terms.remainingFeesCents = 'beaucoup';
  expect(toBody(values, 'fr')).toBeUndefined();
});

test('a cap without its number is sent as it is, for the API to say where', () => {
  const values = toValues({ statement, contract: null }, 'fr');
  values.terms.cap.multiple = '';
  expect(toBody(values, 'fr')?.terms.cap).toEqual({ kind: 'multiple' });
});

test('before anything was stated, the form starts from the contract on file', () => {
  const contract = {
    title: 'Contrat-cadre',
    annualFeeCents: 18_600_000,
    cap: { kind: 'multiple' as const, multiple: 1 },
    remainingFeesCents: null,
    exitClauses: ['CL-18' as const],
    excluded: ['interruption' as const],
  };
  const { terms, estimates } = toValues({ statement: null, contract }, 'fr');
  expect(terms).toMatchObject({ cap: { kind: 'multiple', multiple: '1' }, exitClauses: ['CL-18'] });
  expect(estimates[0]?.losses.filter(({ excluded }) => excluded).map(({ kind }) => kind)).toEqual([
    'interruption',
  ]);
  expect(toValues({ statement, contract }, 'fr').terms).toEqual(
    toValues({ statement, contract: null }, 'fr').terms,
  );
});

test('a contract on file differs by what was read in it, and by nothing else', () => {
  const unread = {
    title: 'Contrat-cadre',
    annualFeeCents: null,
    cap: null,
    remainingFeesCents: null,
    exitClauses: [],
    excluded: [],
  };
  const typed = toValues({ statement, contract: null }, 'fr').terms;
  expect(withContract(typed, unread, 'fr')).toEqual(typed);
  const capped = { ...unread, cap: { kind: 'none' as const }, exitClauses: ['CL-19' as const] };
  expect(withContract(typed, capped, 'fr')).toEqual({
    ...typed,
    cap: { kind: 'none', multiple: '', cents: '' },
    exitClauses: ['CL-17', 'CL-19'],
  });
});
