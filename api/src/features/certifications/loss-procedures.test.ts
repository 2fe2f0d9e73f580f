import { givenChain, type GivenChain } from '../../../test/harness/given-chain.js';
import { world, type World } from '../../../test/harness/world.js';
import type { CertificateResponse } from './certificates.dto.js';
import { EndedCertificates } from './certifications.public.js';
import type { LossProcedureResponse } from './loss-procedures.dto.js';

describe('what follows the loss of a certificate', () => {
  let all: World;
  let given: GivenChain;
  beforeAll(async () => {
    all = await world();
  });
  beforeEach(async () => {
    all.clock.at = new Date('2026-11-22T09:00:00.000Z');
    given = await givenChain(all);
  });
  afterAll(() => all.close());

  test('the loss of a certificate opens the procedure of every engagement that relied on it', async () => {
    const { granit } = await given.stateThree();
    const certificate = await given.record(granit);
    const idle = await given.record(granit, { number: 'AUTRE', activities: ['6_sauvegarde'] });
    const lose = (id: string) =>
      all.acme['risk-manager'].post<CertificateResponse>(`/api/certificates/${id}/loss`, {
        ...{ cause: 'withdrawn', lostOn: '2026-11-20', note: 'Liste publique' },
      });
    expect((await lose(certificate.id)).body).toMatchObject({ lostOn: '2026-11-20', band: 'ended' });
    expect(await lose(certificate.id)).toBeProblem('certificate-already-lost');
    await lose(idle.id);
    const body = await given.read();
    expect(body.coverage[0]?.performers[0]).toMatchObject({ state: 'none', reason: 'lost' });
    expect(body.procedures).toMatchObject([
      {
        certificateId: certificate.id,
        holderName: given.named('Granit'),
        cause: 'withdrawn',
        lostOn: '2026-11-20',
      },
    ]);
    expect(body.procedures[0]?.steps.map(({ step, dueOn }) => [step, dueOn])).toEqual([
      ['told', '2026-11-22'],
      ['position', null],
      ['plan', null],
      ['transferred', '2027-01-19'],
      ['closed', null],
    ]);
    expect(body.clauses.map(({ id }) => id)).toEqual(['CL-18', 'CL-17', 'CL-19']);
    expect(await all.acme.buyer.delete(`/api/certificates/${certificate.id}`)).toBeProblem('in-use');

    const steps = `${given.path}/procedures/${body.procedures[0]?.id ?? ''}/steps`;
    const date = (step: string, doneOn = '2026-11-21', note = '') =>
      all.acme.buyer.post<LossProcedureResponse>(steps, { step, doneOn, note });
    expect((await date('told')).body.steps[0]).toMatchObject({
      doneOn: '2026-11-21',
      recordedByName: 'buyer acme',
    });
    expect(await date('told')).toBeProblem('already-exists');
    expect(await date('plan', '2026-11-23')).toBeProblem('invalid-input', ['/doneOn']);
    expect(await date('closed')).toBeProblem('invalid-input', ['/note']);
    expect((await date('closed', '2026-11-22', 'Activité reprise.')).status).toBe(200);
    expect(await date('plan')).toBeProblem('procedure-closed');
  });

  test('a certificate that ends by itself opens it on the day after, once', async () => {
    const { granit } = await given.stateThree();
    await given.record(granit, { validUntil: '2026-12-01' });
    const openedOn = async (day: string) => {
      all.clock.at = new Date(`${day}T09:00:00.000Z`);
      await all.app.get(EndedCertificates).run();
      return (await given.read()).procedures.map(({ cause, lostOn }) => [cause, lostOn]);
    };
    expect(await openedOn('2026-12-01')).toEqual([]);
    expect(await openedOn('2026-12-02')).toEqual([['expired', '2026-12-02']]);
    expect(await openedOn('2026-12-03')).toHaveLength(1);
  });
});
