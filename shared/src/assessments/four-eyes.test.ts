import fc from 'fast-check';
import type { AccountId } from '../ids.js';
import { decideConfirmation, decideConfirmed, decideFourEyes, needsFourEyes } from './four-eyes.js';
import { assessmentStatuses } from './lifecycle.js';

const claire = 'claire' as AccountId;
const ines = 'ines' as AccountId;

describe('four eyes', () => {
  test('somebody else confirms, and twice changes nothing', () => {
    const acceptance = { acceptedBy: claire, confirmedBy: null };
    expect(decideConfirmation('in-review', acceptance, ines)).toEqual({ accepted: true, value: 'confirm' });
    expect(decideConfirmation('reviewed', { ...acceptance, confirmedBy: ines }, ines)).toEqual({
      accepted: true,
      value: 'already',
    });
  });

  test('whoever accepted confirms at no stage and in no state', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...assessmentStatuses),
        fc.constantFrom(claire, ines),
        fc.option(fc.constantFrom(claire, ines)),
        (status, by, confirmedBy) => {
          expect(decideConfirmation(status, { acceptedBy: by, confirmedBy }, by).accepted).toBe(false);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('nothing is confirmed once it is decided, returned or cancelled', () => {
    for (const status of ['decided', 'returned', 'cancelled', 'sent'] as const)
      expect(decideConfirmation(status, { acceptedBy: claire, confirmedBy: null }, ines)).toMatchObject({
        refusal: { code: 'transition-refused' },
      });
  });

  test('a decision waits for every acceptance', () => {
    const confirmed = { acceptedBy: claire, confirmedBy: ines };
    expect(decideConfirmed([confirmed]).accepted).toBe(true);
    expect(decideConfirmed([confirmed, { acceptedBy: ines, confirmedBy: null }])).toMatchObject({
      refusal: { code: 'confirmations-missing', params: { count: 1 } },
    });
  });

  test('the rule of the organisation binds all, that of a questionnaire itself', () => {
    expect(needsFourEyes([''], 'DD')).toBe(true);
    expect(needsFourEyes(['DD'], 'DD')).toBe(true);
    expect(needsFourEyes(['DD'], 'HDS')).toBe(false);
  });

  test('is switched on by no organisation of one reviewer, and off by any', () => {
    expect(decideFourEyes(true, 1)).toMatchObject({ refusal: { code: 'four-eyes-need-two' } });
    expect(decideFourEyes(false, 1).accepted).toBe(true);
  });
});
