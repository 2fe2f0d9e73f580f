import { createHash } from 'node:crypto';
import { bank } from '@probant/shared/testing/bank';
import { givenPublishedVersion, type ReadQuestionnaire } from '../../../test/harness/given-version.js';
import { world, type World } from '../../../test/harness/world.js';

const ownText = {
  id: 'ACME-01',
  type: 'text',
  text: { fr: 'Décrivez votre équipe.', en: 'Describe your team.' },
  weight: 1,
  evidence: { need: 'none', kinds: [] },
  notApplicable: false,
  ref: [],
  severity: 'low',
};

describe('published versions', () => {
  let all: World;
  beforeAll(async () => {
    all = await world();
  });
  afterAll(() => all.close());

  const copies = async () =>
    (await all.acme.buyer.post<ReadQuestionnaire>('/api/questionnaires', { fromLibrary: true })).body;
  const edits = (questionnaire: ReadQuestionnaire, edit: object) =>
    all.acme.buyer.post<ReadQuestionnaire>(`/api/questionnaires/${questionnaire.id}/edits`, {
      revision: questionnaire.revision,
      ...edit,
    });
  const publishes = (questionnaire: ReadQuestionnaire) =>
    all.acme['risk-manager'].post<ReadQuestionnaire>(`/api/questionnaires/${questionnaire.id}/versions`, {
      revision: questionnaire.revision,
    });

  test('what the version is made of hashes to its hash, and the product says so', async () => {
    const { questionnaireId, versionId, sha256 } = await givenPublishedVersion(all.acme);
    const path = `/api/questionnaires/${questionnaireId}/versions/${versionId}`;
    const version = await all.acme.auditor.get<{ documentText: string; sha256: string }>(path);
    expect(createHash('sha256').update(version.body.documentText, 'utf8').digest('hex')).toBe(sha256);
    expect(JSON.parse(version.body.documentText)).toEqual({
      ...bank,
      code: expect.any(String) as string,
      version: '1',
    });
    expect((await all.acme.auditor.get(`${path}/verification`)).body).toEqual({
      sha256,
      computed: sha256,
      intact: true,
    });
  });

  test('a version whose text was changed behind the back of the product is told apart', async () => {
    const { questionnaireId, versionId, sha256 } = await givenPublishedVersion(all.acme);
    await all.sql(`UPDATE questionnaire_versions SET document_text = document_text || ' ' WHERE id = $1`, [
      versionId,
    ]);
    const reply = await all.acme.auditor.get(
      `/api/questionnaires/${questionnaireId}/versions/${versionId}/verification`,
    );
    expect(reply.body).toMatchObject({ sha256, intact: false });
  });

  test('a published version refuses UPDATE and DELETE by the role of the application', async () => {
    const { versionId } = await givenPublishedVersion(all.acme);
    for (const statement of [
      'UPDATE questionnaire_versions SET number = 99 WHERE id = $1',
      'UPDATE questionnaire_versions SET document_text = document_text WHERE id = $1',
      'DELETE FROM questionnaire_versions WHERE id = $1',
    ]) {
      const attempt = all.source.transaction(async (manager) => {
        await manager.query('SELECT speak($1, NULL, $2)', [all.acme.id, '']);
        await manager.query(statement, [versionId]);
      });
      await expect(attempt).rejects.toMatchObject({ driverError: { code: '42501' } });
    }
    await expect(all.source.query('TRUNCATE questionnaire_versions CASCADE')).rejects.toMatchObject({
      driverError: { code: '42501' },
    });
    expect(await all.sql('SELECT number FROM questionnaire_versions WHERE id = $1', [versionId])).toEqual([
      { number: 1 },
    ]);
  });

  test('publishing again without a change is refused; after one it makes the next number and leaves the first as it was', async () => {
    const first = (await publishes(await copies())).body;
    expect(await publishes(first)).toBeProblem('nothing-to-publish');
    const added = await edits(first, { kind: 'add-question', themeCode: 'TRA', question: ownText });
    expect(added.body).toMatchObject({ changed: true, ownQuestions: ['ACME-01'] });
    const second = await publishes(added.body);
    expect(second.body.versions.map(({ number }) => number)).toEqual([2, 1]);
    expect(second.body.versions[1]).toEqual(first.versions[0]);
    expect(second.body.versions[0]?.sha256).not.toBe(first.versions[0]?.sha256);
  });

  test('every write leaves its event', async () => {
    const { questionnaireId, versionId, sha256 } = await givenPublishedVersion(all.acme);
    const events = await all.sql<{ kind: string; event: object }>(
      "SELECT kind, text::jsonb AS event FROM events WHERE text::jsonb ->> 'questionnaireId' = $1 ORDER BY sequence",
      [questionnaireId],
    );
    expect(events.map(({ kind }) => kind)).toEqual(['questionnaire-created', 'questionnaire-published']);
    expect(events[1]?.event).toMatchObject({ versionId, documentSha256: sha256, number: 1 });
  });
});
