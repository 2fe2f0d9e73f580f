import type { OrganisationId } from '@probant/shared/ids';
import { givenAssessment, type GivenAssessment } from '../../../test/harness/given-assessment.js';
import { world, type World } from '../../../test/harness/world.js';
import { Jobs } from '../../platform/jobs/jobs.js';

const many = 22;

describe('a campaign of many engagements', () => {
  let all: World;
  let given: GivenAssessment;
  let ids: string[];
  beforeAll(async () => {
    all = await world();
  });
  afterAll(() => all.close());
  beforeEach(async () => {
    all.clock.at = new Date('2026-11-22T09:00:00.000Z');
    given = await givenAssessment(all, { status: 'cancelled' });
    const rows = await all.sql<{ id: string }>(
      `INSERT INTO engagements (organisation_id, id, supplier_id, name, context, tier, points)
       SELECT organisation_id, gen_random_uuid(), supplier_id, 'Prestation ' || n, context, tier, points
       FROM engagements, generate_series(1, ${many}) n WHERE id = $1 RETURNING id`,
      [given.engagementId],
    );
    ids = rows.map(({ id }) => id);
  });

  const send = async (): Promise<string> => {
    const reply = await all.acme.buyer.post<{ id: string; waiting: number; assessments: number }>(
      '/api/campaigns',
      {
        ...{ name: 'Parc entier', message: '', versionId: given.versionId, dueOn: '2026-12-18' },
        items: ids.map((engagementId) => ({ engagementId })),
      },
    );
    expect([reply.status, reply.body.waiting, reply.body.assessments]).toEqual([201, many, 0]);
    return reply.body.id;
  };
  const work = () => all.app.get(Jobs).runQueued(all.acme.id as OrganisationId);
  const sending = async (id: string) => (await all.acme.buyer.get(`/api/campaigns/${id}/sending`)).body;

  test('is sent by a job in the name of whoever asked', async () => {
    const id = await send();
    await work();
    expect(await sending(id)).toMatchObject({ total: many, sent: many, waiting: 0, unsent: [] });
    const { body } = await all.acme.buyer.get<{ items: { id: string }[] }>(
      `/api/assessments?campaignId=${id}`,
    );
    const one = await all.acme.buyer.get(`/api/assessments/${body.items[0]?.id ?? ''}`);
    expect(one.body).toMatchObject({ buyerContact: 'buyer acme <buyer@acme.example>', status: 'sent' });
    await work();
    expect(await all.sql('SELECT 1 FROM assessments WHERE campaign_id = $1', [id])).toHaveLength(many);
  });

  test('what has failed says why, and is tried again when it was mended', async () => {
    const id = await send();
    await all.sql('UPDATE engagements SET archived_at = now() WHERE id = $1', [ids[3]]);
    await work();
    expect(await sending(id)).toMatchObject({
      sent: many - 1,
      failed: 1,
      unsent: [{ engagementId: ids[3], state: 'failed', issues: ['archived'] }],
    });
    await all.sql('UPDATE engagements SET archived_at = NULL WHERE id = $1', [ids[3]]);
    const again = await all.acme.buyer.post(`/api/campaigns/${id}/sending/retry`);
    expect(again.body).toMatchObject({ waiting: 1, failed: 0 });
    await work();
    expect(await sending(id)).toMatchObject({ sent: many, unsent: [] });
    expect(await all.acme.buyer.post(`/api/campaigns/${id}/sending/retry`)).toBeProblem('nothing-to-send');
  });

  test('is stopped, and goes on where it stood', async () => {
    const id = await send();
    const stopped = await all.acme.buyer.post(`/api/campaigns/${id}/sending/stop`);
    expect(stopped.body).toMatchObject({ sent: 0, waiting: 0, stopped: many });
    await work();
    expect(await sending(id)).toMatchObject({ sent: 0, stopped: many });
    await all.acme.buyer.post(`/api/campaigns/${id}/sending/retry`);
    await work();
    expect(await sending(id)).toMatchObject({ sent: many });
  });

  test('is nobody else’s, and a reader changes nothing', async () => {
    const id = await send();
    expect(await all.globex.buyer.get(`/api/campaigns/${id}/sending`)).toBeProblem('not-found');
    expect(await all.globex.buyer.post(`/api/campaigns/${id}/sending/stop`)).toBeProblem('not-found');
    expect(await all.acme.auditor.post(`/api/campaigns/${id}/sending/stop`)).toBeProblem('not-permitted');
    expect(await sending(id)).toMatchObject({ waiting: many });
  });
});
