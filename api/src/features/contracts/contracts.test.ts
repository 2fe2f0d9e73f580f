import { emptyTerms, type ContractTerms } from '@probant/shared/contracts/terms';
import { givenSubmission, type GivenSubmission } from '../../../test/harness/given-submission.js';
import { world, type World } from '../../../test/harness/world.js';
import { createPdfRenderer } from '../../platform/pdf/render-pdf.js';
import { Work } from '../../platform/database/work.js';
import type { OrganisationId } from '@probant/shared/ids';
import type {
  ClauseAssessmentResponse,
  ClauseHistoryResponse,
  ClauseLibraryResponse,
  ContractDocumentsResponse,
  ContractResponse,
  ContractTextResponse,
} from './contracts.dto.js';
import { findContract, listTerms } from './contracts.public.js';
import type { TermsVersionResponse, TermsVersionsResponse } from './terms.dto.js';

const contractText = [
  'ARTICLE 8. INCIDENTS',
  'Le Prestataire informe le Client de tout incident dans les meilleurs délais.',
  'ARTICLE 12. RÉSILIATION',
  'Après mise en demeure restée sans effet 30 jours, chaque partie peut résilier le contrat.',
].join('\n\n');

const terms: ContractTerms = {
  ...emptyTerms('Contrat d’infogérance'),
  startsOn: '2026-01-01',
  termMonths: 36,
  renewal: { kind: 'tacit', months: 12 },
  customerNotice: { count: 3, unit: 'months' },
  annualFeesCents: 1_200_000,
  exitFees: { kind: 'all', sharePercent: null },
  cap: { kind: 'fees', multiple: 1, cents: null },
};

describe('a contract', () => {
  let all: World;
  let given: GivenSubmission;
  let path: string;
  beforeAll(async () => {
    all = await world();
    given = await givenSubmission(all, {
      answers: {
        'EIC-04': { state: 'answered', value: 4 },
        'RGP-02': { state: 'answered', value: 'delais' },
      },
    });
    path = `/api/engagements/${given.engagementId}/contract`;
  });
  afterAll(() => all.close());

  const upload = async (content: Buffer | string, name: string, fields: Record<string, string> = {}) => {
    let call = all.acme.buyer.start('post', `${path}/documents`);
    for (const [field, value] of Object.entries(fields)) call = call.field(field, value);
    return all.acme.buyer.finish<ContractDocumentsResponse>(
      await call.attach('file', Buffer.from(content), name),
    );
  };
  const contract = async () => (await all.acme.auditor.get<ContractResponse>(path)).body;
  const assess = (clauseId: string, body: object, actor = all.acme.buyer) =>
    actor.put<ClauseAssessmentResponse>(`${path}/clauses/${clauseId}`, body);

  test('the library holds 26 clauses, each in one group', async () => {
    const { body } = await all.acme.auditor.get<ClauseLibraryResponse>('/api/clause-library');
    expect(body.clauses).toHaveLength(26);
    expect(new Set(body.clauses.map(({ id }) => id)).size).toBe(26);
    expect(body.clauses.find(({ id }) => id === 'CL-12')).toMatchObject({
      group: 'security',
      questions: ['EIC-04', 'RGP-02'],
    });
  });

  test('terms are kept version by version, and what follows from them is told', async () => {
    const record = (body: object, actor = all.acme.buyer) =>
      actor.put<TermsVersionResponse>(`${path}/terms`, body);
    expect(await record({ terms, reason: '', number: 0 }, all.globex.buyer)).toBeProblem('not-found');
    expect(await record({ terms, reason: '', number: 0 }, all.acme.auditor)).toBeProblem('not-permitted');
    const wrong = { ...terms, cap: { kind: 'fees', multiple: null, cents: null }, endsOn: '2025-01-01' };
    expect(await record({ terms: wrong, reason: '', number: 0 })).toBeProblem('invalid-input', [
      '/terms/endsOn',
      '/terms/cap/multiple',
    ]);
    expect((await record({ terms, reason: '', number: 0 })).body).toMatchObject({
      number: 1,
      byName: 'buyer acme',
    });
    expect(await record({ terms, reason: '', number: 0 })).toBeProblem('stale-revision');
    const amended = { ...terms, cap: { kind: 'amount', multiple: null, cents: 5_000_000 } };
    expect((await record({ terms: amended, reason: 'Avenant n° 1', number: 1 })).body.number).toBe(2);
    expect((await record({ terms: amended, reason: '', number: 2 })).body.number).toBe(2);
    const { items } = (await all.acme.auditor.get<TermsVersionsResponse>(`${path}/terms`)).body;
    expect(items.map(({ number, reason }) => [number, reason])).toEqual([
      [2, 'Avenant n° 1'],
      [1, ''],
    ]);
    const { today } = await contract();
    expect(today).toMatchObject({
      endsOn: '2028-12-31',
      customerNoticeBy: '2028-09-30',
      capCents: 5_000_000,
    });
    expect(today?.feesDueCents).toBe(today?.feesToRunCents);
  });

  test('the other features read the terms as they stand', async () => {
    const organisationId = all.acme.id as OrganisationId;
    await all.app.get(Work).runFor(organisationId, async (tx) => {
      const known = await findContract(tx, organisationId, given.engagementId);
      expect(known).toMatchObject({ number: 2, terms: { title: 'Contrat d’infogérance' } });
      expect((await listTerms(tx, organisationId)).map(({ engagementId }) => engagementId)).toEqual([
        given.engagementId,
      ]);
    });
  });

  test('a document is read once, and passages are proposed for the clauses with their reason', async () => {
    const { body } = await upload(contractText, 'contrat.txt');
    expect(body.items[0]).toMatchObject({
      name: 'contrat.txt',
      textState: 'read',
      superseded: false,
      uploadedBy: 'buyer acme',
    });
    const { text, candidates } = (
      await all.acme.auditor.get<ContractTextResponse>(`${path}/documents/${body.items[0]?.id ?? ''}/text`)
    ).body;
    expect(text).toBe(contractText);
    const notice = candidates.find(({ clauseId }) => clauseId === 'CL-12');
    expect(notice).toMatchObject({
      article: '8',
      reasons: [{ rule: 'notice-without-figure', suggests: 'weak' }],
    });
    expect(text.slice(notice?.start, notice?.end)).toContain('meilleurs délais');
    expect(notice?.reasons[0]?.answers[0]?.words.fr).toContain('eilleurs délais');
  });

  test('a clause keeps the passage word for word, and every earlier finding of it', async () => {
    const { documents } = await contract();
    const documentId = documents[0]?.id ?? '';
    const start = contractText.indexOf('Le Prestataire');
    const end = contractText.indexOf('délais.') + 7;
    const passage = { documentId, start, end };
    expect(await assess('CL-99', { status: 'absent', passage: null, note: '', revision: 0 })).toBeProblem(
      'not-found',
    );
    expect(await assess('CL-12', { status: 'weak', passage: null, note: '', revision: 0 })).toBeProblem(
      'invalid-input',
      ['/note'],
    );
    expect(
      await assess('CL-12', { status: 'weak', passage: { ...passage, end: 9_999 }, note: '', revision: 0 }),
    ).toBeProblem('invalid-input', ['/passage/end']);
    const stranger = { ...passage, documentId: given.engagementId };
    expect(await assess('CL-12', { status: 'weak', passage: stranger, note: '', revision: 0 })).toBeProblem(
      'invalid-input',
      ['/passage/documentId'],
    );
    expect(await assess('CL-12', { status: 'absent', passage, note: '', revision: 0 })).toBeProblem(
      'invalid-input',
      ['/passage'],
    );
    const weak = await assess('CL-12', { status: 'weak', passage, note: 'Sans chiffre.', revision: 0 });
    expect(weak.body).toMatchObject({
      revision: 1,
      article: '8',
      quote: contractText.slice(start, end),
      byName: 'buyer acme',
    });
    expect(await assess('CL-12', { status: 'absent', passage: null, note: '', revision: 0 })).toBeProblem(
      'stale-revision',
    );
    await assess(
      'CL-12',
      { status: 'absent', passage: null, note: 'Rien sur les détections.', revision: 1 },
      all.acme['risk-manager'],
    );
    const { items } = (await all.acme.auditor.get<ClauseHistoryResponse>(`${path}/clauses/CL-12`)).body;
    expect(items.map(({ status }) => status)).toEqual(['absent', 'weak']);
    expect((await contract()).clauses).toMatchObject([{ clauseId: 'CL-12', status: 'absent', revision: 2 }]);
    const told = await all.sql<{ text: string }>(
      "SELECT text FROM events WHERE kind = 'clause-assessed' ORDER BY sequence",
    );
    expect(told.map(({ text }) => JSON.parse(text) as unknown)).toMatchObject([
      { clauseId: 'CL-12', before: null, status: 'weak', documentId },
      { clauseId: 'CL-12', before: 'weak', status: 'absent' },
    ]);
  });

  test('an answer that says yes where the contract says nothing is confronted, and becomes a finding', async () => {
    const { answers, assessmentId } = await contract();
    expect(assessmentId).toBe(given.assessmentId);
    expect(answers.filter(({ clauseId }) => clauseId === 'CL-12')).toMatchObject([
      { questionId: 'EIC-04', confronts: true, findingId: null },
      { questionId: 'RGP-02', confronts: false, findingId: null },
    ]);
    const raise = (questionId: string, actor = all.acme.buyer) =>
      actor.post<{ id: string }>(`${path}/findings`, { clauseId: 'CL-12', questionId });
    expect(await raise('EIC-04', all.globex.buyer)).toBeProblem('not-found');
    expect(await raise('EIC-04', all.acme.auditor)).toBeProblem('not-permitted');
    expect(await raise('RGP-02')).toBeProblem('invalid-input', ['/questionId']);
    const raised = await raise('EIC-04');
    expect(raised.body).toMatchObject({
      origin: 'contract',
      status: 'open',
      questionId: 'EIC-04',
      shared: false,
    });
    expect(await raise('EIC-04')).toBeProblem('already-exists');
    expect((await contract()).answers.find(({ questionId }) => questionId === 'EIC-04')?.findingId).toBe(
      raised.body.id,
    );
    const listed = await all.acme.auditor.get<{ items: { id: string }[] }>(
      `/api/assessments/${given.assessmentId}/findings`,
    );
    expect(listed.body.items.map(({ id }) => id)).toContain(raised.body.id);
  });

  test('a PDF that is a picture is kept and says that nothing can be quoted', async () => {
    const renderer = createPdfRenderer();
    const pdf = await renderer.render({
      title: 'x',
      language: 'fr',
      createdAt: new Date(0),
      footer: '',
      content: [''],
    });
    await renderer.close();
    const { body } = await upload(pdf, 'numérisé.pdf');
    expect(body.items[0]).toMatchObject({ textState: 'image-only', pages: 1, mediaType: 'application/pdf' });
    const noted = { status: 'present', passage: null, note: 'Article 9 de l’original.', revision: 0 };
    expect((await assess('CL-20', noted)).body).toMatchObject({ status: 'present', quote: '' });
  });

  test('a newer document takes the place of an older one, which stays', async () => {
    const { documents } = await contract();
    const older = documents.find(({ name }) => name === 'contrat.txt');
    const { body } = await upload(`${contractText}\n\nAvenant.`, 'contrat-v2.txt', {
      supersedesId: older?.id ?? '',
    });
    expect(body.items.map(({ name, superseded }) => [name, superseded])).toEqual(
      expect.arrayContaining([
        ['contrat-v2.txt', false],
        ['contrat.txt', true],
      ]),
    );
    expect(await upload('Autre.', 'contrat-v3.txt', { supersedesId: older?.id ?? '' })).toBeProblem(
      'stale-revision',
    );
    const content = await all.acme.auditor
      .start('get', `${path}/documents/${older?.id ?? ''}/content`)
      .buffer();
    expect(content.status).toBe(200);
    expect(content.headers['content-disposition']).toContain('contrat.txt');
  });

  test('what is no contract document is refused and leaves its event', async () => {
    expect(await upload('a;b\n1;2', 'liste.csv')).toBeProblem('file-type-refused');
    expect(await upload('', 'vide.txt')).toBeProblem('file-empty');
    expect((await contract()).documents.map(({ name }) => name)).not.toContain('liste.csv');
  });

  test.each(['docx', 'pdf'] as const)(
    'the redline is let out as %s, in the language asked for',
    async (format) => {
      const printed = await all.acme.auditor
        .start('get', `${path}/redline?format=${format}&language=en`)
        .buffer()
        .parse((response, done) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => done(null, Buffer.concat(chunks)));
        });
      expect(printed.status).toBe(200);
      expect(printed.headers['content-disposition']).toMatch(new RegExp(`redline-.*\\.${format}`));
      expect((printed.body as Buffer).subarray(0, 2).toString()).toBe(format === 'docx' ? 'PK' : '%P');
      expect(await all.globex.auditor.get(`${path}/redline`)).toBeProblem('not-found');
    },
  );

  test('an archived engagement keeps its contract and takes no more', async () => {
    await all.sql('UPDATE engagements SET archived_at = now() WHERE id = $1', [given.engagementId]);
    expect(await upload(contractText, 'tard.txt')).toBeProblem('archived');
    expect(await assess('CL-01', { status: 'absent', passage: null, note: '', revision: 0 })).toBeProblem(
      'archived',
    );
    expect((await contract()).terms?.number).toBe(2);
  });
});
