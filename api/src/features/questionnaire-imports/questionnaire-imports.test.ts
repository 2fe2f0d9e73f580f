import type { OrganisationId } from '@probant/shared/ids';
import type { ProblemCode } from '@probant/shared/problems';
import type { Actor } from '../../../test/harness/actor.js';
import { aliasBomb, smallWorkbook } from '../../../test/harness/import-samples.js';
import { world, type World } from '../../../test/harness/world.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import type { QuestionnaireResponse } from '../questionnaires/questionnaires.dto.js';
import type {
  ImportItemsResponse,
  ImportListResponse,
  ImportResponse,
  SavedDraftResponse,
} from './questionnaire-imports.dto.js';

const base = '/api/questionnaire-imports';

const site = JSON.stringify({
  questionnaire: [
    {
      type: 'block',
      id: 'site',
      text: 'Site',
      items: [
        { type: 'yesno', id: 'guard', text: 'Is there a guard?', yes: 'Yes', no: 'No' },
        { type: 'box', id: 'who', text: 'Who?', cond: 'guard/yes' },
        { type: 'hologram' },
      ],
    },
  ],
});

describe('a file of a questionnaire', () => {
  let all: World;
  let buyer: Actor;
  beforeAll(async () => {
    all = await world();
    buyer = all.acme.buyer;
  });
  afterAll(() => all.close());

  const send = async (file: Buffer | string, name: string, actor = buyer) =>
    actor.finish<ImportResponse>(await actor.start('post', base).attach('file', Buffer.from(file), name));
  const work = () => all.app.get(Jobs).runQueued(all.acme.id as OrganisationId);
  const read = async (id: string) => (await buyer.get<ImportResponse>(`${base}/${id}`)).body;
  const taken = async (file: Buffer | string, name: string): Promise<ImportResponse> => {
    const sent = await send(file, name);
    expect(sent.status).toBe(201);
    await work();
    return read(sent.body.id);
  };
  const textAt = async (path: string): Promise<string> =>
    (await buyer.start('get', path).buffer(true).parse(asText)).body as string;
  const itemsOf = async (id: string) => (await buyer.get<ImportItemsResponse>(`${base}/${id}/items`)).body;
  const draftOf = async (id: string) =>
    (await buyer.get<QuestionnaireResponse & { document: { themes: object[] } }>(`/api/questionnaires/${id}`))
      .body;
  const save = (id: string, revision: number, more: object = {}) =>
    buyer.post<SavedDraftResponse>(`${base}/${id}/draft`, {
      revision,
      title: { fr: 'Site', en: 'Site' },
      ...more,
    });

  test('is read in the background, and shown item by item with what was guessed, lacks and was left out', async () => {
    const sent = await send(site, 'site.json');
    expect(sent.body).toMatchObject({ state: 'queued', counts: null, format: null, revision: 1 });
    expect(await buyer.get(`${base}/${sent.body.id}/items`)).toBeProblem('import-not-read');
    await work();

    const seen = await read(sent.body.id);
    expect(seen).toMatchObject({
      state: 'done',
      done: 4,
      total: 4,
      format: 'vsaq',
      fileName: 'site.json',
      counts: { sections: 1, questions: 2, options: 2, conditions: 1 },
      warnings: 1,
      saved: null,
    });
    expect(await itemsOf(seen.id)).toMatchObject({
      sections: [{ key: 'site', title: { en: 'Site' } }],
      items: [
        { where: 'questionnaire[0].items[0]', key: 'guard', type: 'single', lacks: ['fr', 'weight', 'risk'] },
        { key: 'who', type: 'text', condition: { fr: 'guard = Yes' }, lacks: ['fr', 'weight'] },
      ],
      warnings: [{ where: 'questionnaire[0].items[2]' }],
    });
  });

  test('saved, is a draft whose gaps keep it from being published, each with its place', async () => {
    const { id, revision } = await taken(site, 'site.json');
    const saved = await save(id, revision);
    expect(saved.body).toMatchObject({ questions: 2, added: 2, matched: 0 });

    const draft = await draftOf(saved.body.questionnaireId);
    expect(draft).toMatchObject({ code: 'site', questionCount: 2, leftOut: [], lostKnockouts: [] });
    const problems = draft.problems.map(({ pointer, code }) => `${pointer} ${code}`);
    expect(problems).toEqual(
      expect.arrayContaining([
        '/themes/0/title/fr text-missing',
        '/themes/0/weight weight-missing',
        '/themes/0/questions/0/text/fr text-missing',
        '/themes/0/questions/0/weight weight-missing',
        '/themes/0/questions/0/options/0/risk risk-missing',
        '/themes/0/questions/1/inheritIf/0/risk inherited-risk-missing',
      ]),
    );
    const refused = await all.acme['risk-manager'].post(`/api/questionnaires/${draft.id}/versions`, {
      revision: 1,
    });
    expect(refused).toBeProblem('questionnaire-not-publishable');
    expect(await read(id)).toMatchObject({ saved: { questionnaireId: draft.id } });
    expect(await save(id, revision)).toBeProblem('import-saved-already');
    const { items } = (await buyer.get<ImportListResponse>(`${base}?questionnaireId=${draft.id}`)).body;
    expect(items.map((one) => one.id)).toEqual([id]);
  });

  test('can be mended item by item before it is saved; what was changed is kept and refused by its place', async () => {
    const seen = await taken(site, 'site.json');
    const wish = {
      given: { question: 2, section: 10 },
      items: [
        { where: 'questionnaire[0].items[0]', key: 'GARDE', type: 'multi' },
        { where: 'questionnaire[0].items[1]', leftOut: true },
      ],
    };
    const kept = await buyer.put<ImportResponse>(`${base}/${seen.id}/wish`, {
      revision: seen.revision,
      ...wish,
    });
    expect(kept.body).toMatchObject({ revision: seen.revision + 1, wish });
    expect(await buyer.put(`${base}/${seen.id}/wish`, { revision: seen.revision, ...wish })).toBeProblem(
      'stale-revision',
    );
    const saved = await save(seen.id, kept.body.revision);
    const draft = await draftOf(saved.body.questionnaireId);
    expect(draft.document.themes).toMatchObject([
      {
        weight: 10,
        questions: [{ id: 'GARDE', type: 'multi', weight: 2, options: [{ value: 'yes' }, { value: 'no' }] }],
      },
    ]);
  });

  test.each([
    [[{ where: 'questionnaire[0].items[1]', key: 'GUARD' }], '/items/0/key', 'key-twice'],
    [[{ where: 'questionnaire[0].items[1]', key: '1 two' }], '/items/0/key', 'key-malformed'],
    [[{ where: 'questionnaire[0].items[1]', section: 'elsewhere' }], '/items/0/section', 'unknown-theme'],
  ])('a change that cannot be is refused and nothing is saved (%#)', async (items, pointer, code) => {
    const seen = await taken(site, 'site.json');
    const kept = await buyer.put<ImportResponse>(`${base}/${seen.id}/wish`, {
      revision: seen.revision,
      given: {},
      items,
    });
    const refused = await save(seen.id, kept.body.revision);
    expect(refused).toBeProblem('invalid-input');
    expect(refused.body).toMatchObject({ errors: [{ pointer, code }] });
    expect((await read(seen.id)).saved).toBeNull();
  });

  test('of sheets is read again as a person maps it', async () => {
    const seen = await taken(await smallWorkbook(), 'grille.xlsx');
    expect(seen).toMatchObject({
      format: 'spreadsheet',
      counts: { questions: 2 },
      sheets: [
        {
          sheet: 'Grille',
          read: true,
          headerRow: 1,
          columns: [
            { letters: 'A', heading: 'Thème', field: 'section' },
            { letters: 'B', field: 'help' },
            { letters: 'C', field: 'question', sample: 'Avez-vous une copie déconnectée ?' },
            { letters: 'D', field: 'options' },
            { letters: 'E', field: 'weight' },
          ],
        },
        { sheet: 'Notes', read: false },
      ],
    });
    const again = await buyer.put<ImportResponse>(`${base}/${seen.id}/mapping`, {
      revision: seen.revision,
      asSpreadsheet: false,
      mappings: [
        {
          sheet: 'Grille',
          columns: [
            { column: 2, field: 'section' },
            { column: 1, field: null },
          ],
        },
      ],
    });
    expect(again.body).toMatchObject({ state: 'queued', format: null });
    await work();
    expect((await itemsOf(seen.id)).items.map(({ section, weight }) => [section, weight])).toEqual([
      ['copie', 3],
      ['essai', 2.5],
    ]);
    expect((await read(seen.id)).mappings).toHaveLength(1);
  });

  test('is a new draft of a questionnaire whose keys it has; what it lacks stays as it stands there', async () => {
    const first = await taken(await smallWorkbook(), 'grille.xlsx');
    const saved = await save(first.id, first.revision);
    const id = saved.body.questionnaireId;
    const second = await taken(
      'N°;Question;Réponses\nq1;Avez-vous une copie déconnectée ?;(oui: 0, non: 1)\nq9;Où est-elle ?;\n',
      'suite.csv',
    );
    const standing = { questionnaireId: id, revision: 1, keepOthers: false };
    const merged = await save(second.id, second.revision, { standing });
    expect(merged.body).toMatchObject({ questionnaireId: id, revision: 2, matched: 1, added: 1, others: 1 });
    const { document } = await draftOf(id);
    expect(document.themes).toMatchObject([
      {
        questions: [
          { id: 'q1', weight: 3 },
          { id: 'q9', type: 'text' },
        ],
      },
    ]);
    const third = await taken('Question;Réponses\nEncore ?;(oui: 0, non: 1)\n', 'trois.csv');
    expect(await save(third.id, third.revision, { standing })).toBeProblem('stale-revision');
  });

  test('keeps its bytes for who wants them back, and is given up when nobody waits for it', async () => {
    const { body } = await send(site, 'site.json');
    const stopped = await buyer.post<ImportResponse>(`${base}/${body.id}/cancel`, {});
    expect(stopped.body).toMatchObject({ state: 'cancelled' });
    await work();
    expect(await read(body.id)).toMatchObject({ state: 'cancelled', format: null });
    const again = await buyer.put<ImportResponse>(`${base}/${body.id}/mapping`, {
      revision: 1,
      asSpreadsheet: false,
      mappings: [],
    });
    await work();
    expect(await read(again.body.id)).toMatchObject({ state: 'done', format: 'vsaq' });
    expect(await textAt(`${base}/${body.id}/file`)).toBe(site);
  });

  test.each<[string, string, string, string]>([
    ['aliases of aliases', 'bomb.yaml', aliasBomb, 'line 1'],
    ['broken JSON', 'broken.json', '{"questionnaire": [\n,]}', 'line 2'],
    ['broken YAML', 'broken.yaml', 'a: 1\nb: [\nc: }', 'line 3'],
    ['levels without end', 'deep.json', '['.repeat(100_000), 'line 1'],
    ['no question', 'empty.csv', 'Nom;Valeur\na;b\n', 'empty.csv'],
  ])('%s has its place and the reason, and nothing can be saved', async (_, name, content, where) => {
    const seen = await taken(content, name);
    expect(seen).toMatchObject({ state: 'done', format: null, unreadable: { where } });
    expect(seen.unreadable?.reason.fr).not.toBe('');
    expect(await save(seen.id, seen.revision)).toBeProblem('import-not-read');
  });

  test('texts that a database does not take are read without them', async () => {
    const file = '{"questionnaire": [{"type": "box", "id": "a\\u0000b", "text": "A \\ud800 or \\u0000?"}]}';
    const seen = await taken(file, 'odd.json');
    expect(seen).toMatchObject({ state: 'done', format: 'vsaq' });
    expect((await itemsOf(seen.id)).items).toMatchObject([{ key: 'ab', text: { en: 'A  or ?' } }]);
    expect((await save(seen.id, seen.revision)).status).toBe(200);
  });

  test.each<[string, string, string, ProblemCode]>([
    [
      'XML',
      'entities.xml',
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
      'file-type-refused',
    ],
    ['a larger file', 'large.yaml', 'a'.repeat(10_000_001), 'file-too-large'],
    ['an empty file', 'empty.yaml', '', 'file-empty'],
  ])('%s is refused at once', async (_, name, content, code) => {
    expect(await send(content, name)).toBeProblem(code);
  });

  test('another organisation sees nothing of it', async () => {
    const { id, revision } = await taken(site, 'site.json');
    const other = all.globex.buyer;
    for (const path of ['', '/items', '/file'])
      expect(await other.get(`${base}/${id}${path}`)).toBeProblem('not-found');
    expect(await other.post(`${base}/${id}/draft`, { revision, title: { fr: 'a', en: 'a' } })).toBeProblem(
      'not-found',
    );
    expect((await other.get<ImportListResponse>(base)).body.items).toEqual([]);
    const own = await buyer.post<QuestionnaireResponse>('/api/questionnaires', { fromLibrary: true });
    const sent = await send(site, 'site.json', other);
    await all.app.get(Jobs).runQueued(all.globex.id as OrganisationId);
    const stolen = await other.post(`${base}/${sent.body.id}/draft`, {
      revision: 1,
      title: { fr: 'a', en: 'a' },
      standing: { questionnaireId: own.body.id, revision: 1, keepOthers: false },
    });
    expect(stolen).toBeProblem('not-found');
  });
});

function asText(response: unknown, done: (error: Error | null, body: string) => void): void {
  const chunks: Buffer[] = [];
  const stream = response as NodeJS.ReadableStream;
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => done(null, Buffer.concat(chunks).toString()));
}
