import { aCertificate, aChain, aContract, aPerformance } from '../testing/certification-chain.js';
import { decideCertificate, decideLoss } from './decide-certificate.js';
import { decideStep, dueProcedures, stepDueOn } from './loss-procedure.js';

const today = '2026-11-22';

describe('a certificate', () => {
  const pointers = (more: object) => {
    const decision = decideCertificate({ ...aCertificate('sub'), ...more });
    return decision.accepted ? [] : decision.refusal.errors?.map(({ pointer }) => pointer);
  };
  test.each([
    [{}, []],
    [{ activities: [] }, ['/activities']],
    [{ kind: 'iso27001', activities: [] }, []],
    [{ validUntil: '2024-02-14' }, ['/validUntil']],
    [{ validUntil: '2024-02-15' }, []],
    [{ validFrom: '2024-02-30' }, ['/validFrom']],
    [{ sites: [''] }, ['/sites/0']],
  ])('%j', (more, expected) => {
    expect(pointers(more)).toEqual(expected);
  });

  test('is lost once, on a day that has come', () => {
    const loss = { cause: 'withdrawn', lostOn: today, note: '' } as const;
    expect(decideLoss(aCertificate('sub'), loss, today).accepted).toBe(true);
    expect(decideLoss(aCertificate('sub', { lostOn: today }), loss, today)).toMatchObject({
      refusal: { code: 'certificate-already-lost' },
    });
    expect(decideLoss(aCertificate('sub'), { ...loss, lostOn: '2026-11-23' }, today).accepted).toBe(false);
    expect(decideLoss(aCertificate('sub'), { ...loss, lostOn: '2024-01-01' }, today).accepted).toBe(false);
  });
});

describe('the procedure of a loss', () => {
  test('the two days of CL-18 count from the loss', () => {
    expect(stepDueOn('told', '2026-11-20')).toBe('2026-11-22');
    expect(stepDueOn('transferred', '2026-11-20')).toBe('2027-01-19');
    expect(stepDueOn('plan', '2026-11-20')).toBeNull();
  });

  test('a step is done once, after the loss, and nothing follows its end', () => {
    const open = { lostOn: '2026-11-20', done: [] };
    const told = { step: 'told', doneOn: '2026-11-21', note: '' } as const;
    expect(decideStep(open, told, today).accepted).toBe(true);
    expect(decideStep({ ...open, done: [told] }, told, today)).toMatchObject({
      refusal: { code: 'already-exists' },
    });
    expect(decideStep({ ...open, done: [{ step: 'closed' }] }, told, today)).toMatchObject({
      refusal: { code: 'procedure-closed' },
    });
    expect(decideStep(open, { ...told, doneOn: '2026-11-19' }, today).accepted).toBe(false);
    expect(decideStep(open, { ...told, step: 'closed' }, today).accepted).toBe(false);
  });

  test('is due when a certificate in use has ended and none follows it', () => {
    const chain = aChain([aContract('host', 'sub')], [aPerformance('1_sites', 'sub')]);
    const ended = aCertificate('sub', { validUntil: '2026-11-21' });
    const next = aCertificate('sub', { id: 'next', validFrom: '2026-11-22', validUntil: '2029-11-21' });
    expect(dueProcedures(chain, [ended], today)).toEqual([ended]);
    expect(dueProcedures(chain, [ended], '2026-11-21')).toEqual([]);
    expect(dueProcedures(chain, [ended, next], today)).toEqual([]);
    expect(dueProcedures(chain, [{ ...ended, activities: ['6_sauvegarde'] }], today)).toEqual([]);
    expect(dueProcedures(aChain([]), [ended], today)).toEqual([]);
  });
});
