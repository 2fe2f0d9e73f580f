import type { OrganisationId } from '@probant/shared/ids';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import type { Actor } from '../../../test/harness/actor.js';
import { world, type World } from '../../../test/harness/world.js';
import { parseYaml } from '../../platform/imports/parse-yaml.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import type { QuestionnaireResponse } from '../questionnaires/questionnaires.dto.js';
import type { ImportResponse, SavedDraftResponse } from './questionnaire-imports.dto.js';

const base = '/api/questionnaire-imports';

describe('a questionnaire as a file of ours', () => {
  let all: World;
  let buyer: Actor;
  beforeAll(async () => {
    all = await world();
    buyer = all.acme.buyer;
  });
  afterAll(() => all.close());

  const textAt = async (path: string): Promise<string> =>
    (await buyer.start('get', path).buffer(true).parse(asText)).body as string;
  const taken = async (file: string, name: string): Promise<ImportResponse> => {
    const sent = await buyer.start('post', base).attach('file', Buffer.from(file), name);
    await all.app.get(Jobs).runQueued(all.acme.id as OrganisationId);
    const { id } = buyer.finish<ImportResponse>(sent).body;
    return (await buyer.get<ImportResponse>(`${base}/${id}`)).body;
  };
  const save = (id: string, revision: number, more: object) =>
    buyer.post<SavedDraftResponse>(`${base}/${id}/draft`, { revision, ...more });

  test('our own goes out and comes back to the byte, as JSON and as YAML, draft and version', async () => {
    const created = await buyer.post<QuestionnaireResponse>('/api/questionnaires', { fromLibrary: true });
    const { id } = created.body;
    const published = await all.acme['risk-manager'].post<QuestionnaireResponse>(
      `/api/questionnaires/${id}/versions`,
      { revision: 1 },
    );
    const versionId = published.body.versions[0]?.id ?? '';
    const version = await buyer.get<{ documentText: string }>(
      `/api/questionnaires/${id}/versions/${versionId}`,
    );
    const address = `/api/questionnaires/${id}/versions/${versionId}/document`;
    expect(await textAt(`${address}?format=json`)).toBe(version.body.documentText);
    const yaml = await textAt(`${address}?format=yaml`);
    expect(canonicalJson(await parseYaml(yaml))).toBe(version.body.documentText);

    const draft = await textAt(`/api/questionnaires/${id}/document?format=json`);
    const seen = await taken(yaml, 'sauvegarde.yaml');
    expect(seen).toMatchObject({ format: 'probant', warnings: 0, guesses: 0 });
    const title = created.body.title;
    const saved = await save(seen.id, seen.revision, {
      title,
      standing: { questionnaireId: id, revision: 1, keepOthers: false },
    });
    expect(saved.status).toBe(200);
    expect(await textAt(`/api/questionnaires/${id}/document?format=json`)).toBe(draft);
  });
});

function asText(response: unknown, done: (error: Error | null, body: string) => void): void {
  const chunks: Buffer[] = [];
  const stream = response as NodeJS.ReadableStream;
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => done(null, Buffer.concat(chunks).toString()));
}
