import { lessonsOf, type ReplayCase } from '@probant/shared/library/case';
import { ledgerOf, replayExposure, type Ledger } from '@probant/shared/library/replay-exposure';
import { scoreReplay } from '@probant/shared/library/replay-score';
import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import type { ScoreResult } from '@probant/shared/scoring/score-assessment';
import { world, type World } from '../../../test/harness/world.js';

interface CaseBody {
  readonly case: ReplayCase;
  readonly document: QuestionnaireDocument;
  readonly lessons: readonly { id: string; quote: string | null }[];
  readonly awardToClaim: number;
  readonly scores: readonly {
    switched: string[];
    beforeSigning: ScoreResult;
    allFacts: ScoreResult;
    ledger: Ledger;
    exposure: object | null;
  }[];
}

describe('the cases of the library', () => {
  let all: World;
  beforeAll(async () => {
    all = await world();
  });
  afterAll(() => all.close());

  test('every role of a buyer reads the list, with the scores of the facts', async () => {
    for (const role of ['admin', 'buyer', 'risk-manager', 'auditor'] as const) {
      const reply = await all.acme[role].get<{ items: { key: string }[] }>('/api/cases');
      expect(reply.status).toBe(200);
      expect(reply.body.items.map(({ key }) => key)).toEqual(['douai', 'rennes', 'saas-terms']);
    }
    const { body } = await all.acme.buyer.get<{ items: object[] }>('/api/cases');
    expect(body.items[0]).toMatchObject({
      allFacts: { score: 90, grade: 'E' },
      beforeSigning: { grade: 'E' },
    });
    expect(body.items[1]).toMatchObject({
      allFacts: { score: 94.44, grade: 'E' },
      facts: 9,
      factsBeforeSigning: 6,
    });
  });

  test.each(['rennes', 'douai', 'saas-terms'])(
    'whoever holds what %s hands out works the same scores out',
    async (key) => {
      const { body } = await all.acme.buyer.get<CaseBody>(`/api/cases/${key}`);
      expect(body.scores).toHaveLength(2 ** body.case.switches.length);
      for (const { switched, beforeSigning, allFacts, ledger, exposure } of body.scores) {
        expect(ledgerOf(body.case, switched)).toEqual(ledger);
        expect(replayExposure(body.case, switched, body.awardToClaim)).toEqual(exposure);
        expect(scoreReplay(body.document, body.case, { switched, moment: 'before-signing' })).toEqual(
          beforeSigning,
        );
        expect(scoreReplay(body.document, body.case, { switched, moment: 'all-facts' })).toEqual(allFacts);
      }
    },
  );

  test.each(['rennes', 'douai', 'saas-terms'])(
    'every lesson that %s names comes with its words',
    async (key) => {
      const { body } = await all.acme.buyer.get<CaseBody>(`/api/cases/${key}`);
      const quoted = new Map(body.lessons.map(({ id, quote }) => [id, quote]));
      for (const lesson of lessonsOf(body.case)) expect(quoted.get(lesson)).toEqual(expect.any(String));
    },
  );

  test('a case that is not there is not found', async () => {
    expect(await all.acme.buyer.get('/api/cases/lyon')).toBeProblem('not-found');
    expect(await all.acme.buyer.get('/api/cases/__proto__')).toBeProblem('not-found');
  });

  test('a supplier reads none: the questionnaire with its weights comes along', async () => {
    expect(await all.cadran['supplier-admin'].get('/api/cases')).toBeProblem('not-permitted');
    expect(await all.cadran.contributor.get('/api/cases/rennes')).toBeProblem('not-permitted');
    expect(await all.anonymous().get('/api/cases/rennes')).toBeProblem('not-signed-in');
  });
});
