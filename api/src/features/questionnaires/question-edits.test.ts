import type { FieldRefusal } from '@probant/shared/decision';
import type { Question, QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { questionsOf } from '@probant/shared/questionnaires/edit-document';
import { bank } from '@probant/shared/testing/bank';
import type { ReadQuestionnaire } from '../../../test/harness/given-version.js';
import { world, type World } from '../../../test/harness/world.js';

interface Draft extends ReadQuestionnaire {
  readonly document: QuestionnaireDocument;
  readonly problems: readonly FieldRefusal[];
}

/** As the web sends it: points of the curve have names, and the knock-outs are not the author’s to say. */
function toBody(question: Question): object {
  const named =
    'curve' in question ? { ...question, curve: question.curve.map(([x, risk]) => ({ x, risk })) } : question;
  return Object.fromEntries(Object.entries(named).filter(([key]) => key !== 'knockouts'));
}

const ownText = {
  id: 'OLD-01',
  type: 'text',
  text: { fr: 'Décrivez votre équipe.', en: 'Describe your team.' },
  weight: 1,
  evidence: { need: 'none', kinds: [] },
  notApplicable: false,
  ref: [],
  severity: 'low',
};

describe('questions of a draft', () => {
  let all: World;
  beforeAll(async () => {
    all = await world();
  });
  afterAll(() => all.close());

  const copies = async () =>
    (await all.acme.buyer.post<Draft>('/api/questionnaires', { fromLibrary: true })).body;
  const edits = ({ id, revision }: ReadQuestionnaire, edit: object) =>
    all.acme.buyer.post<Draft>(`/api/questionnaires/${id}/edits`, { revision, ...edit });
  const publishes = ({ id, revision }: ReadQuestionnaire) =>
    all.acme['risk-manager'].post<Draft>(`/api/questionnaires/${id}/versions`, { revision });

  test('every property of a question of the library comes back as it was sent', async () => {
    let draft = await copies();
    const byType = new Map(questionsOf(bank).map((question) => [question.type, question]));
    const ruled = questionsOf(bank).filter(({ inheritIf, scope }) => inheritIf ?? scope);
    for (const question of [...byType.values(), ...ruled.slice(0, 4)]) {
      const changed = {
        ...question,
        weight: question.weight + 1,
        short: { fr: 'Court', en: 'Short' },
        finding: { fr: 'Constat', en: 'Finding' },
        fix: { fr: 'Correction', en: 'Remedy' },
        trigger: 0.75,
        severity: 'critical' as const,
      };
      draft = (await edits(draft, { kind: 'change-question', question: toBody(changed) })).body;
      expect(questionsOf(draft.document).find(({ id }) => id === question.id)).toEqual(changed);
    }
    expect(draft.problems).toEqual([]);
    expect((await publishes(draft)).status).toBe(201);
  });

  test('a rule that rewards a worse answer keeps a draft from being published, and says which', async () => {
    const question = questionsOf(bank).find(({ id }) => id === 'BKP-05');
    const inheritIf = [{ q: 'BKP-01', riskGte: 1, risk: 0 }];
    const body = toBody({ ...question, inheritIf } as Question);
    const draft = (await edits(await copies(), { kind: 'change-question', question: body })).body;
    expect(draft.problems).toMatchObject([
      {
        pointer: expect.stringMatching(/\/inheritIf\/0$/) as string,
        params: { child: 'BKP-05', question: 'BKP-01' },
      },
    ]);
    expect(await publishes(draft)).toBeProblem(
      'questionnaire-not-publishable',
      draft.problems.map(({ pointer }) => pointer),
    );
  });

  test('a key once published is never given again, however many versions ago', async () => {
    const question = ownText;
    let draft = (await edits(await copies(), { kind: 'add-question', themeCode: 'TRA', question })).body;
    draft = (await publishes(draft)).body;
    draft = (await edits(draft, { kind: 'leave-out-question', questionKey: 'OLD-01' })).body;
    draft = (await publishes(draft)).body;
    const again = { ...question, id: 'old-01' };
    expect(await edits(draft, { kind: 'add-question', themeCode: 'TRA', question: again })).toBeProblem(
      'invalid-input',
      ['/question/id'],
    );
  });

  test.each<[string, object, string, string[] | undefined]>([
    [
      'a table without a column',
      { kind: 'add-question', themeCode: 'TRA', question: { ...ownText, type: 'table', columns: [] } },
      'invalid-input',
      ['/question/columns'],
    ],
    [
      'a type that is none',
      { kind: 'add-question', themeCode: 'TRA', question: { ...ownText, type: 'song' } },
      'invalid-input',
      ['/question/type'],
    ],
    [
      'a condition that is none',
      { kind: 'change-question', question: { ...ownText, id: 'BKP-01', scope: { any: [{ moon: 1 }] } } },
      'invalid-input',
      ['/question/scope'],
    ],
    [
      'a rule that looks at nothing',
      {
        kind: 'change-question',
        question: { ...ownText, id: 'BKP-01', inheritIf: [{ q: 'FIN-01', risk: 1 }] },
      },
      'invalid-input',
      ['/question/inheritIf/0'],
    ],
    [
      'a test of a row that is a list',
      {
        kind: 'change-question',
        question: { ...ownText, id: 'BKP-01', type: 'table', rowRisk: [{ when: { a: [] }, risk: 0 }] },
      },
      'invalid-input',
      ['/question/rowRisk/0/when'],
    ],
  ])('%s is refused and changes nothing', async (_name, edit, code, pointers) => {
    const copied = await copies();
    expect(await edits(copied, edit)).toBeProblem(code as never, pointers);
    expect((await all.acme.buyer.get(`/api/questionnaires/${copied.id}`)).body).toEqual(copied);
  });
});
