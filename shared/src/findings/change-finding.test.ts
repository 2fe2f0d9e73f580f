import { decideFindingChange } from './change-finding.js';

test('a finding is closed and opened again with a reason, and only when that changes it', () => {
  const closing = { status: 'closed', reason: ' Copie hors ligne vue le 3 mars. ' } as const;
  expect(decideFindingChange('open', closing)).toEqual({
    accepted: true,
    value: { status: 'closed', reason: 'Copie hors ligne vue le 3 mars.' },
  });
  expect(decideFindingChange('closed', closing)).toMatchObject({ refusal: { code: 'transition-refused' } });
  expect(decideFindingChange('closed', { status: 'open', reason: ' ' })).toMatchObject({
    refusal: { errors: [{ pointer: '/reason', code: 'reason-required' }] },
  });
});
