import { bank } from '@probant/shared/testing/bank';
import ExcelJS from 'exceljs';
import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';
import { givenAssessment, type GivenAssessment } from '../../../test/harness/given-assessment.js';
import type { Actor } from '../../../test/harness/actor.js';
import { digest } from '../../../test/isolation/digest.js';
import { world, type World } from '../../../test/harness/world.js';

interface Row {
  readonly change: string;
  readonly questionId: string;
  readonly before: string;
  readonly after: string;
  readonly answer: { state: string; value: unknown; comment: string } | null;
  readonly revision: number;
  readonly problem: string | null;
}
interface Preview {
  readonly version: string;
  readonly rows: Row[];
}

describe('a request as a workbook', () => {
  let all: World;
  let given: GivenAssessment;
  let path: string;
  let supplier: Actor;
  beforeAll(async () => {
    all = await world();
  });
  beforeEach(async () => {
    given = await givenAssessment(all, { status: 'in-progress' });
    path = `/api/requests/${given.assessmentId}`;
    supplier = all.cadran['supplier-admin'];
  });
  afterAll(() => all.close());

  test('is filled in, comes back, shows what it changes, and is saved as any answer', async () => {
    const workbook = await download();
    const sheet = answersOf(workbook);
    fill(sheet, 'BKP-04', 'Non');
    const preview = await uploads(workbook);
    expect(preview.status).toBe(200);
    const body = preview.body;
    expect(body.version).toBe('same');
    expect(body.rows).toEqual([
      expect.objectContaining({
        change: 'new',
        questionId: 'BKP-04',
        before: '',
        after: 'Non, dans votre mission, sans mise en garde écrite',
        revision: 0,
      }),
    ]);

    const [row] = body.rows;
    const saved = await supplier.put(`${path}/answers`, {
      answers: [
        {
          questionId: 'BKP-04',
          revision: row?.revision,
          clientKey: 'classeur-1',
          state: 'answered',
          value: row?.answer?.value,
        },
      ],
    });
    expect(saved.status).toBe(200);
    const again = (await uploads(workbook)).body;
    expect(again.rows.map(({ change }) => change)).toEqual(['same']);
  });

  test('what was answered before comes back as it was, through the file itself', async () => {
    const answered = {
      'BKP-07': '2026-06-05',
      'PRV-01': 'none',
      'CTR-08': 4.5,
      'BKP-04': 'non',
    } as const;
    const answers = Object.entries(answered).map(([questionId, value], index) => ({
      questionId,
      revision: 0,
      clientKey: `aller-retour-${index}`,
      state: 'answered',
      value,
    }));
    expect((await supplier.put(`${path}/answers`, { answers })).status).toBe(200);

    const { rows } = (await uploads(await download())).body;
    expect(rows.map(({ questionId, change }) => [questionId, change]).sort()).toEqual(
      Object.keys(answered)
        .sort()
        .map((questionId) => [questionId, 'same']),
    );
  });

  test('a preview changes nothing', async () => {
    const workbook = await download();
    fill(answersOf(workbook), 'BKP-04', 'Non');
    const before = await digest(all);
    await uploads(workbook);
    expect(await digest(all)).toEqual(before);
  });

  test('a list lets only the choices of the question in', async () => {
    const sheet = answersOf(await download());
    const cell = cellOf(sheet, 'BKP-04');
    expect(cell.dataValidation).toMatchObject({ type: 'list' });
  });

  test('what was not understood is told in words, and nothing of it would be saved', async () => {
    const workbook = await download();
    fill(answersOf(workbook), 'BKP-04', 'Peut-être');
    const { rows } = (await uploads(workbook)).body;
    expect(rows).toEqual([
      expect.objectContaining({
        change: 'refused',
        answer: null,
        problem: '«\u00a0Peut-être\u00a0» n’est aucun des choix possibles.',
      }),
    ]);
  });

  test('a file that is no workbook of answers, and one that is no workbook, are refused', async () => {
    const other = new ExcelJS.Workbook();
    other.addWorksheet('Feuil1').addRow(['Bonjour']);
    expect(await uploads(other)).toBeProblem('workbook-without-answers');
    expect(await sends(Buffer.from('%PDF-1.7'), supplier)).toBeProblem('file-type-mismatch');
  });

  test('nothing of the buyer’s own stands anywhere in the file', async () => {
    const parts = await unpack(await bytesOf());
    const secrets = [
      ...bank.knockouts.map(({ id }) => id),
      ...bank.presets.map(({ key }) => key),
      ...bank.themes.flatMap(({ questions }) =>
        questions.flatMap((one) => (one.finding ? [one.finding.fr] : [])),
      ),
    ];
    expect(secrets.length).toBeGreaterThan(20);
    expect(parts.size).toBeGreaterThan(5);
    for (const [name, text] of parts) {
      for (const secret of secrets)
        expect({ name, holds: text.includes(secret) && secret }).toEqual({ name, holds: false });
      expect(text).not.toMatch(/\b(risk|weight|severity|knockout|poids|risque de)\b/i);
      expect(text).not.toMatch(/state="(hidden|veryHidden)"/);
      expect(name).not.toMatch(/comments/);
    }
  });

  test('is named after who asks and what for', async () => {
    const { headers } = await supplier.start('get', `${path}/workbook`).responseType('blob');
    expect(headers['content-disposition']).toMatch(/^attachment; filename="acme-[a-z0-9-]+\.xlsx"$/);
  });

  test('another supplier gets neither the workbook nor a preview', async () => {
    const workbook = await download();
    const stranger = all.talweg['supplier-admin'];
    expect(await stranger.get(`${path}/workbook`)).toBeProblem('not-found');
    expect(await uploads(workbook, stranger)).toBeProblem('not-found');
  });

  async function bytesOf(): Promise<Buffer> {
    const reply = await supplier.start('get', `${path}/workbook`).responseType('blob');
    return reply.body as Buffer;
  }
  async function download(): Promise<ExcelJS.Workbook> {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await bytesOf()) as never);
    return workbook;
  }
  async function uploads(workbook: ExcelJS.Workbook, by = supplier) {
    return sends(Buffer.from(await workbook.xlsx.writeBuffer()), by);
  }
  async function sends(content: Buffer, by: Actor) {
    const call = by.start('post', `${path}/workbook`).attach('file', content, 'reponses.xlsx');
    return by.finish<Preview & Record<string, unknown>>(await call);
  }
});

function answersOf(workbook: ExcelJS.Workbook): ExcelJS.Worksheet {
  const sheet = workbook.getWorksheet('Réponses');
  if (sheet === undefined) throw new Error('no sheet of answers');
  return sheet;
}

function cellOf(sheet: ExcelJS.Worksheet, key: string): ExcelJS.Cell {
  for (let row = 1; row <= sheet.rowCount; row += 1) {
    if (sheet.getCell(row, 1).text === key) return sheet.getCell(row, 6);
  }
  throw new Error(key);
}

function fill(sheet: ExcelJS.Worksheet, key: string, text: string): void {
  cellOf(sheet, key).value = text;
}

async function unpack(bytes: Buffer): Promise<ReadonlyMap<string, string>> {
  const zip = await yauzl.fromBufferPromise(bytes);
  const parts = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const content = await buffer(await zip.openReadStreamPromise(entry));
    parts.set(entry.fileName, content.toString('utf8'));
  }
  return parts;
}
