import pg from 'pg';
import type { Question, QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import type { SupplierQuestionnaire } from '@probant/shared/questionnaires/supplier-questionnaire';
import { toLink } from '@probant/shared/questionnaires/decide-equivalence';
import { proposeEquivalence } from '@probant/shared/questionnaires/propose-equivalence';
import { bank } from '@probant/shared/testing/bank';
import { givenAssessment, type GivenAssessment } from '../../../test/harness/given-assessment.js';
import { movesOf, without } from '../../../test/harness/given-moves.js';
import { givenSubmission, submitsAgain } from '../../../test/harness/given-submission.js';
import { world, type World } from '../../../test/harness/world.js';

const former = 'BKP-04';
const said = { state: 'answered', value: 'immuable', comment: 'Objet verrouillé' } as const;

/** The bank without a question, and in its place others that nobody would find alike. */
function asked(...keys: readonly string[]): QuestionnaireDocument {
  const question = bank.themes.flatMap(({ questions }) => questions).find(({ id }) => id === former);
  const anew = keys.map(
    (id, index) =>
      ({ ...question, id, text: { fr: `Xxxx zzzz ${index} ?`, en: `Qqqq wwww ${index}?` } }) as Question,
  );
  const rest = without(bank, former);
  return {
    ...rest,
    themes: rest.themes.map((theme) => ({
      ...theme,
      questions: theme.code === 'BKP' ? [...theme.questions, ...anew] : theme.questions,
    })),
  };
}

/** What the author says: the former questions became the later ones, and the rest is as proposed. */
function declaring(
  before: QuestionnaireDocument,
  after: QuestionnaireDocument,
  { from, to, kind }: { from: readonly string[]; to: readonly string[]; kind: string },
): readonly object[] {
  const named = new Set([...from, ...to]);
  const rest = proposeEquivalence(before, after)
    .map(toLink)
    .filter((link) => ![...link.from, ...link.to].some((key) => named.has(key)));
  return [...rest, { kind, from, to }];
}

describe('a question that its author declared equivalent under another key', () => {
  let all: World;
  let around: ReturnType<typeof movesOf>;
  beforeAll(async () => {
    all = await world();
    all.clock.at = new Date();
    around = movesOf(all);
  });
  afterAll(() => all.close());

  const renamed = asked('SAV-9');
  const split = asked('SAV-9', 'SAV-10');
  const isNow = (to: readonly string[], kind: string, before = bank, after = renamed) =>
    declaring(before, after, { from: [former], to, kind });

  /** A request for the newest version of a questionnaire, to whoever is asked. */
  const sends = async (versionId: string, supplier = all.cadran): Promise<GivenAssessment> => {
    const other = await givenAssessment(all, { supplier });
    await all.sql("UPDATE assessments SET status = 'cancelled' WHERE id = $1", [other.assessmentId]);
    const { engagementId, contactId } = other;
    const { body } = await all.acme.buyer.post<{ id: string }>('/api/campaigns', {
      name: 'Suivante',
      message: '',
      versionId,
      dueOn: '2027-12-18',
      items: [{ engagementId, contactId }],
    });
    const [row] = await all.sql<{ id: string }>(
      `UPDATE assessments SET supplier_organisation_id = $2, status = 'opened' WHERE campaign_id = $1 RETURNING id`,
      [body.id, supplier.id],
    );
    return { ...other, assessmentId: row?.id as GivenAssessment['assessmentId'] };
  };
  const offered = async ({ assessmentId, supplier }: GivenAssessment, key: string) =>
    (
      await supplier.get<{ items: { how: string; fitted: { value?: unknown } | null }[] }>(
        `/api/requests/${assessmentId}/answers/${key}/suggestions`,
      )
    ).body.items;
  const newest = async (...of: Parameters<typeof around.publishes>) =>
    (await around.publishes(...of)).versions[0]?.id ?? '';

  test('what was answered to it is offered beside it, however little the texts have in common', async () => {
    const before = await givenSubmission(all, { answers: { [former]: said } });
    const now = await sends(await newest(before, renamed, isNow(['SAV-9'], 'changed')));
    expect(await offered(now, 'SAV-9')).toMatchObject([{ how: 'equivalent', fitted: said }]);
  });

  test('without the declaration nothing is', async () => {
    const before = await givenSubmission(all, { answers: { [former]: said } });
    const now = await sends(await newest(before, renamed));
    expect(await offered(now, 'SAV-9')).toEqual([]);
  });

  test('the declarations of versions that were never sent are passed through', async () => {
    const before = await givenSubmission(all, { answers: { [former]: said } });
    await newest(before, renamed, isNow(['SAV-9'], 'changed'));
    const last = asked('SVG-1');
    const third = await newest(
      before,
      last,
      declaring(renamed, last, { from: ['SAV-9'], to: ['SVG-1'], kind: 'reworded' }),
    );
    expect(await offered(await sends(third), 'SVG-1')).toMatchObject([{ how: 'equivalent' }]);
  });

  test('half of a question is said to be no more than that', async () => {
    const before = await givenSubmission(all, { answers: { [former]: said } });
    const now = await sends(await newest(before, split, isNow(['SAV-9', 'SAV-10'], 'split', bank, split)));
    for (const key of ['SAV-9', 'SAV-10'])
      expect(await offered(now, key)).toMatchObject([{ how: 'related', fitted: { value: 'immuable' } }]);
  });

  test('a supplier who was not sent both versions learns nothing of it, and no buyer either', async () => {
    const before = await givenSubmission(all, { answers: { [former]: said } });
    // It has answered the former question as well, but to another buyer.
    await givenSubmission(all, { buyer: all.globex, supplier: all.talweg, answers: { [former]: said } });
    await all.talweg['supplier-admin'].get('/api/answer-library');
    const versionId = await newest(before, renamed, isNow(['SAV-9'], 'changed'));
    const theirs = await sends(versionId, all.talweg);
    expect(await offered(theirs, 'SAV-9')).toEqual([]);
    const ours = await sends(versionId);
    expect(await offered(ours, 'SAV-9')).toHaveLength(1);
    expect(await tells(all.cadran.id, ours)).toEqual([former]);
    expect(await tells(all.talweg.id, theirs)).toEqual([]);
    expect(await tells(all.talweg.id, ours)).toEqual([]);
    expect(await tells(all.acme.id, ours)).toEqual([]);
    expect(await tells(null, ours)).toEqual([]);
  });

  test('an answer to the newer version is offered beside the older one', async () => {
    const later = { ...said, comment: 'Depuis peu' };
    const before = await givenAssessment(all);
    const now = await sends(await newest(before, renamed, isNow(['SAV-9'], 'changed')));
    const [document] = await all.sql<{ text: string; sha256: string }>(
      `SELECT d.document_text AS text, d.sha256 FROM supplier_documents d
       JOIN assessments a ON a.document_sha256 = d.sha256 AND a.buyer_id = d.buyer_id WHERE a.id = $1`,
      [now.assessmentId],
    );
    const questionnaire = JSON.parse(document?.text ?? '') as SupplierQuestionnaire;
    const documentSha256 = document?.sha256 ?? '';
    await submitsAgain(all, { ...now, questionnaire, documentSha256 }, { answers: { 'SAV-9': later } });
    expect(await offered(before, former)).toContainEqual(
      expect.objectContaining({ how: 'equivalent', fitted: later }),
    );
  });

  /** What the database itself gives of the declarations, to whoever speaks. */
  const tells = async (organisationId: string | null, { assessmentId }: GivenAssessment) => {
    const asApp = new pg.Client({ connectionString: all.database.apiUrl });
    await asApp.connect();
    await asApp.query('BEGIN');
    await asApp.query('SET LOCAL search_path = probant, public');
    await asApp.query("SELECT speak($1, NULL, '')", [organisationId]);
    const { rows } = await asApp.query<{ key: string }>(
      'SELECT DISTINCT question_key AS key FROM declared_keys($1, $2)',
      [assessmentId, 'SAV-9'],
    );
    await asApp.end();
    return rows.map(({ key }) => key);
  };
});
