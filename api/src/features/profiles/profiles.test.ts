import { bank } from '@probant/shared/testing/bank';
import { givenEngagement } from '../../../test/harness/given-supplier.js';
import { world, type World } from '../../../test/harness/world.js';

interface Profiles {
  readonly presets: readonly { key: string }[];
  readonly profiles: readonly { id: string; name: string; number: number; isDefault: boolean }[];
  readonly defaultProfileId: string;
  readonly revision: number;
}

const ransomware = bank.presets.find(({ key }) => key === 'ransomware')?.weights ?? {};

describe('weight profiles', () => {
  let all: World;
  beforeAll(async () => {
    all = await world();
  });
  afterAll(() => all.close());

  const list = async (actor = all.acme.auditor) => (await actor.get<Profiles>('/api/profiles')).body;
  const saves = (body: object, actor = all.acme['risk-manager']) =>
    actor.post<{ id: string; name: string; number: number }>('/api/profiles', body);

  test('an organisation begins with the balanced profile as its default, made once', async () => {
    const [one, other] = await Promise.all([list(all.globex.auditor), list(all.globex.buyer)]);
    expect(one.profiles).toMatchObject([
      { name: 'Équilibré', number: 1, isDefault: true, preset: 'balanced' },
    ]);
    expect(other).toEqual(one);
    expect(one.presets.map(({ key }) => key)).toEqual(bank.presets.map(({ key }) => key));
    const profile = await all.globex.auditor.get(`/api/profiles/${one.defaultProfileId}`);
    expect(profile.body).toMatchObject({ themes: bank.presets[0]?.weights, questions: {} });
  });

  test('saving under the same name makes the next number, and the first stays as it was', async () => {
    const first = await saves({ name: 'Rançongiciel', preset: 'ransomware', themes: ransomware });
    const second = await saves({
      name: 'Rançongiciel',
      themes: { ...ransomware, BKP: 25 },
      questions: { 'BKP-04': 5 },
    });
    expect([first.status, second.status]).toEqual([201, 201]);
    expect([first.body.number, second.body.number]).toEqual([1, 2]);
    expect((await all.acme.auditor.get(`/api/profiles/${first.body.id}`)).body).toEqual(first.body);
  });

  test('a saved profile refuses UPDATE and DELETE by the role of the application', async () => {
    const { body } = await saves({ name: 'Figé', themes: ransomware });
    for (const statement of [
      "UPDATE weight_profiles SET themes = '{}' WHERE id = $1",
      'DELETE FROM weight_profiles WHERE id = $1',
    ]) {
      const attempt = all.source.transaction(async (manager) => {
        await manager.query('SELECT speak($1, NULL, $2)', [all.acme.id, '']);
        await manager.query(statement, [body.id]);
      });
      await expect(attempt).rejects.toMatchObject({ driverError: { code: '42501' } });
    }
    expect((await all.acme.auditor.get(`/api/profiles/${body.id}`)).body).toEqual(body);
  });

  test.each([
    ['an unknown theme', { themes: { NOPE: 1 } }, ['/themes/NOPE']],
    ['a weight below zero', { themes: { BKP: -1 } }, ['/themes/BKP']],
    ['a weight that is text', { themes: {}, questions: { 'BKP-04': 'lourd' } }, ['/questions/BKP-04']],
    [
      'no weight at all',
      { themes: Object.fromEntries(bank.themes.map(({ code }) => [code, 0])) },
      ['/themes'],
    ],
    ['themes that are a list', { themes: ['BKP'] }, ['/themes']],
    ['themes that are null', { themes: null }, ['/themes']],
  ])('%s is refused and nothing is saved', async (_name, weights, pointers) => {
    const before = await list();
    expect(await saves({ name: 'Refusé', ...weights })).toBeProblem('profile-not-accepted', pointers);
    expect(await list()).toEqual(before);
  });

  test('the default is chosen by a risk manager, once per revision', async () => {
    const { body } = await saves({ name: 'Choisi', themes: ransomware });
    const { revision } = await list();
    const choice = { profileId: body.id, revision };
    expect(await all.acme.buyer.put('/api/profiles/default', choice)).toBeProblem('not-permitted');
    const chosen = await all.acme['risk-manager'].put<Profiles>('/api/profiles/default', choice);
    expect(chosen.body).toMatchObject({ defaultProfileId: body.id, revision: revision + 1 });
    expect(await all.acme['risk-manager'].put('/api/profiles/default', choice)).toBeProblem('stale-revision');
    const unknown = { profileId: '0199f0a0-0000-7000-8000-000000000001', revision: revision + 1 };
    expect(await all.acme['risk-manager'].put('/api/profiles/default', unknown)).toBeProblem(
      'invalid-input',
      ['/profileId'],
    );
  });

  test('an engagement has its own profile until it is given the default back', async () => {
    const { id: engagementId } = await givenEngagement(all.acme.buyer);
    const path = `/api/engagements/${engagementId}/profile`;
    const { body: own } = await saves({ name: 'Propre', themes: ransomware });
    interface InForce {
      profileId: string | null;
      revision: number;
      inForce: { id: string };
    }
    const before = (await all.acme.auditor.get<InForce>(path)).body;
    expect(before).toMatchObject({ profileId: null, inForce: { id: (await list()).defaultProfileId } });
    const chosen = await all.acme['risk-manager'].put<InForce>(path, {
      profileId: own.id,
      revision: before.revision,
    });
    expect(chosen.body).toMatchObject({
      profileId: own.id,
      inForce: { id: own.id },
      revision: before.revision + 1,
    });
    expect(
      await all.acme['risk-manager'].put(path, { profileId: null, revision: before.revision }),
    ).toBeProblem('stale-revision');
    const back = await all.acme['risk-manager'].put<InForce>(path, {
      profileId: null,
      revision: before.revision + 1,
    });
    expect(back.body).toMatchObject({ profileId: null, inForce: before.inForce });
  });

  test('another organisation finds neither the profile nor the engagement, and nothing changes', async () => {
    const { id: engagementId } = await givenEngagement(all.acme.buyer);
    const { body } = await saves({ name: 'Nôtre', themes: ransomware });
    const path = `/api/engagements/${engagementId}/profile`;
    const before = (await all.acme.auditor.get<{ revision: number }>(path)).body;
    const { globex } = all;
    expect(await globex.auditor.get(`/api/profiles/${body.id}`)).toBeProblem('not-found');
    expect(await globex.auditor.get(path)).toBeProblem('not-found');
    expect(await globex['risk-manager'].put(path, { profileId: null, revision: 1 })).toBeProblem('not-found');
    const theirs = await list(globex.auditor);
    expect(
      await globex['risk-manager'].put('/api/profiles/default', {
        profileId: body.id,
        revision: theirs.revision,
      }),
    ).toBeProblem('invalid-input', ['/profileId']);
    expect(await list(globex.auditor)).toEqual(theirs);
    expect((await all.acme.auditor.get(path)).body).toEqual(before);
    expect(await all.cadran['supplier-admin'].get('/api/profiles')).toBeProblem('not-permitted');
  });
});
