import { deriveCompletion } from '@probant/shared/answers/completion';
import type { GivenAnswers } from '@probant/shared/answers/given-answer';
import { parisDay } from '@probant/shared/calendar';
import type { SupplierQuestionnaire } from '@probant/shared/questionnaires/supplier-questionnaire';
import { ProbantProcess, pause } from './probant-process.js';
import { SavingClient, type Sheet } from './saving-client.js';
import { Visitor } from './visitor.js';

interface DemoAccount {
  readonly seat: string;
  readonly email: string;
  readonly password: string;
}
interface Listed {
  readonly items: readonly { readonly id: string; readonly answered: number }[];
}

/** What is killed while answers are saved, one round after the other. */
const rounds = ['api', 'postgres', 'both', 'postgres', 'api'] as const;

describe('a Probant that is killed at any moment', () => {
  let probant: ProbantProcess;
  let supplier: Visitor;
  let buyer: Visitor;
  let assessmentId: string;
  let path: string;
  beforeAll(async () => {
    probant = await ProbantProcess.start();
    supplier = await signsIn('supplier');
    buyer = await signsIn('buyer');
    const { items } = await supplier.get<Listed>('/api/requests?state=to-answer&sort=dueOn');
    assessmentId = items.at(-1)?.id ?? '';
    path = `/api/requests/${assessmentId}`;
  }, 300_000);
  afterAll(() => probant.end());

  const signsIn = async (seat: string): Promise<Visitor> => {
    const visitor = new Visitor(probant.address);
    const { demoAccounts } = await visitor.get<{ demoAccounts: DemoAccount[] }>('/api/instance');
    const account = demoAccounts.find((one) => one.seat === seat);
    return visitor.signsIn(account?.email ?? '', account?.password ?? '');
  };
  const kill = async (what: (typeof rounds)[number]): Promise<void> => {
    if (what !== 'api') probant.killPostgres();
    if (what !== 'postgres') await probant.killApi();
  };
  const readSheet = async () => {
    const { document, sheet } = await supplier.get<Sheet>(`${path}/sheet`);
    return { sheet, document: document as SupplierQuestionnaire };
  };

  test('keeps every answer that it acknowledged, and its counts and chains are whole', async () => {
    const { document } = await readSheet();
    const questions = document.themes.flatMap((theme) =>
      theme.questions.filter(({ hiddenWhen }) => hiddenWhen === undefined),
    );
    const clients = await Promise.all(
      [0, 1, 2, 3].map(async (place) => {
        const own = questions.filter((_, index) => index % 4 === place).map(({ id }) => id);
        const client = new SavingClient(await signsIn('supplier'), `client${place}`, path, own.slice(0, 10));
        // What the demo answered is where the client begins.
        await client.readBack();
        return client;
      }),
    );
    for (const round of rounds) {
      const before = clients.map(({ saved }) => saved);
      const haveSaved = () => clients.every(({ saved }, place) => saved > (before[place] ?? 0));
      const seen = { broken: false };
      const saving = Promise.all(clients.map((client) => client.saveUntilItBreaks())).finally(() => {
        seen.broken = true;
      });
      // A busy machine may take its time; if they broke off before, it is told below.
      while (!haveSaved() && !seen.broken) await pause(20);
      await pause(Math.random() * 700);
      await kill(round);
      await saving;
      await (round === 'postgres' ? probant.untilReady() : probant.startAgain());
      const lost = await Promise.all(clients.map((client) => client.readBack()));
      expect([round, ...lost.flat()]).toEqual([round]);
      expect(haveSaved()).toBe(true);
    }
    const { sheet } = await readSheet();
    const recount = sheet.answers.filter(({ state }) => state !== 'cleared').length;
    const { items } = await supplier.get<Listed>('/api/requests?state=to-answer');
    expect(items.find(({ id }) => id === assessmentId)?.answered).toBe(recount);
    const seen = await buyer.get<{ answered: number }>(`/api/assessments/${assessmentId}`);
    expect(seen.answered).toBe(recount);
    expect(await probant.verify()).toMatchObject({ sound: true, faults: [] });
  }, 120_000);

  test('keeps a submission that it acknowledged, and its score follows', async () => {
    await refuseWhatMustBeAnswered();
    const { sheet } = await readSheet();
    const submitted = await supplier.call<{ id: string }>('POST', `${path}/submissions`, {
      sheetRevision: sheet.revision,
      attested: true,
    });
    await kill('both');
    expect(submitted.status).toBe(200);
    await probant.startAgain();
    const { items } = await supplier.get<{ items: { id: string }[] }>(`${path}/submissions`);
    expect(items.map(({ id }) => id)).toContain(submitted.body.id);
    expect(await untilScored(submitted.body.id)).toBe(true);
    expect(await probant.verify()).toMatchObject({ sound: true, faults: [] });
  }, 120_000);

  async function refuseWhatMustBeAnswered(): Promise<void> {
    for (let round = 0; ; round += 1) {
      const { document, sheet } = await readSheet();
      const given = Object.fromEntries(sheet.answers.map((answer) => [answer.questionId, answer]));
      const { mustAnswer } = deriveCompletion(
        document,
        given as unknown as GivenAnswers,
        {},
        parisDay(new Date().toISOString()),
      );
      if (mustAnswer.length === 0) return;
      const answers = mustAnswer.slice(0, 10).map((questionId) => ({
        questionId,
        revision: given[questionId]?.revision ?? 0,
        clientKey: `must-answer-${round}-${questionId}`,
        state: 'refused',
      }));
      const { status, body } = await supplier.call('PUT', `${path}/answers`, { answers });
      if (status !== 200) throw new Error(JSON.stringify(body));
    }
  }

  async function untilScored(submission: string): Promise<boolean> {
    for (let tries = 0; tries < 100; tries += 1) {
      const { items } = await buyer.get<{ items: { submissionId: string | null }[] }>(
        `/api/assessments/${assessmentId}/scores`,
      );
      if (items.some(({ submissionId }) => submissionId === submission)) return true;
      await pause(100);
    }
    return false;
  }
});
