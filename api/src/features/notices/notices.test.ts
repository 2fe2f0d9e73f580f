import { emptyTerms } from '@probant/shared/contracts/terms';
import pg from 'pg';
import { addsPiece, aNoticeDraft, aStep, givenNotice } from '../../../test/harness/given-notice.js';
import { givenSubmission, type GivenSubmission } from '../../../test/harness/given-submission.js';
import { world, type World } from '../../../test/harness/world.js';
import { eicarBytes } from '../../platform/scan/eicar.js';
import { verifyChains } from '../audit/verify-chains.js';
import type { NoticesResponse, ReceivedNoticeResponse, ReceivedNoticesResponse } from './endings.dto.js';
import type { NoticeResponse } from './notices.dto.js';

const wording =
  'en cas de manquement […] non réparé dans un délai de 30 jours à compter de la réception d’une mise en demeure';

describe('a formal notice', () => {
  let all: World;
  let given: GivenSubmission;
  beforeAll(async () => {
    all = await world();
    given = await givenSubmission(all);
  });
  afterAll(() => all.close());

  const begins = async (engagementId: string = given.engagementId) =>
    (await all.acme.buyer.post<NoticeResponse>(`/api/engagements/${engagementId}/notices`)).body;
  const reads = async (id: string) => (await all.acme.auditor.get<NoticeResponse>(`/api/notices/${id}`)).body;
  const steps = async (id: string, step: object, actor = all.acme.buyer) =>
    actor.post<NoticeResponse>(`/api/notices/${id}/steps`, { ...step, revision: (await reads(id)).revision });
  const receives = async (id: string, on = '2018-04-18') => {
    await addsPiece(all.acme.buyer, `/api/notices/${id}/pieces`, { role: 'receipt' }, 'avis.txt');
    return steps(id, aStep('receive', { on }));
  };
  const listed = async (engagementId: string = given.engagementId) =>
    (await all.acme.auditor.get<NoticesResponse>(`/api/engagements/${engagementId}/notices`)).body;
  const supplierReads = (id: string, actor = all.cadran.contributor) =>
    actor.get<ReceivedNoticeResponse>(`/api/received-notices/${id}`);

  test('begins from the contract’s file, and a draft is kept however little of it is there', async () => {
    const contract = `/api/engagements/${given.engagementId}/contract`;
    const cure = { kind: 'clause', days: 30, article: '13.1', wording } as const;
    await all.acme.buyer.put(`${contract}/terms`, {
      terms: { ...emptyTerms('Contrat d’hébergement'), signedOn: '2016-07-26', cure },
      reason: '',
      number: 0,
    });
    const notice = await begins();
    expect(notice).toMatchObject({
      state: 'draft',
      draft: {
        contractTitle: 'Contrat d’hébergement',
        clauseArticle: '13.1',
        clauseWording: wording,
        cureDays: 30,
      },
      supplierSees: true,
    });
    const saved = await all.acme.buyer.put<NoticeResponse>(`/api/notices/${notice.id}/draft`, {
      draft: { ...notice.draft, place: ' Nantes ' },
      revision: 1,
    });
    expect(saved.body).toMatchObject({ revision: 2, draft: { place: 'Nantes' } });
    expect(
      await all.acme.buyer.put(`/api/notices/${notice.id}/draft`, { draft: notice.draft, revision: 1 }),
    ).toBeProblem('stale-revision');
    expect((await reads(notice.id)).gates.filter(({ open }) => !open).map(({ key }) => key)).toEqual([
      'obligation',
      'proof',
      'channel',
      'breaches',
    ]);
  });

  test('does not leave while a gate is shut, and is not told to the supplier', async () => {
    const notice = await begins();
    await steps(notice.id, aStep('ask-counsel'));
    expect(
      await steps(notice.id, aStep('send', { on: '2018-04-16', reference: '1A', counsel: 'Me Perrin' })),
    ).toBeProblem('notice-gates-shut');
    expect(
      await all.acme.buyer.put(`/api/notices/${notice.id}/draft`, { draft: notice.draft, revision: 2 }),
    ).toBeProblem('notice-frozen');
    expect(await supplierReads(notice.id)).toBeProblem('not-found');
    expect(await steps(notice.id, aStep('take-back', { note: 'À compléter' }), all.acme.auditor)).toBeProblem(
      'not-permitted',
    );
  });

  test('a piece that is not of this notice, or a clause in other words, is refused', async () => {
    const notice = await begins();
    const put = (draft: object) =>
      all.acme.buyer.put<NoticeResponse>(`/api/notices/${notice.id}/draft`, { draft, revision: 1 });
    expect(await put(aNoticeDraft([given.submissionId]))).toBeProblem('invalid-input', [
      '/draft/breaches/0/pieceIds/0',
    ]);
    const endless = await put({ ...aNoticeDraft([]), cureDays: 0 });
    expect(endless).toBeProblem('invalid-input', ['/draft/cureDays']);
    expect(endless.body).toMatchObject({ errors: [{ params: { min: 1, max: 365 } }] });
    const { body } = await put({ ...aNoticeDraft([]), clauseWording: 'sous trente jours' });
    expect(body.gates.find(({ key }) => key === 'basis')).toMatchObject({
      open: false,
      faults: [{ code: 'clause-not-verbatim' }],
    });
  });

  test('of the Douai contract, received on 18 April 2018, lets the second letter leave from 19 May', async () => {
    const { noticeId } = await givenNotice(all, given.engagementId);
    expect(await steps(noticeId, aStep('receive', { on: '2018-04-18' }))).toBeProblem(
      'notice-receipt-missing',
    );
    expect((await receives(noticeId)).body.clock).toMatchObject({
      receivedOn: '2018-04-18',
      deadlineOn: '2018-05-18',
      firstSafeOn: '2018-05-19',
    });
    expect(await steps(noticeId, aStep('fail', { on: '2018-05-18', note: 'Rien' }))).toBeProblem(
      'notice-clock-running',
    );
    expect((await steps(noticeId, aStep('fail', { on: '2018-05-19', note: 'Rien' }))).body.state).toBe(
      'not-cured',
    );
    const terminated = await steps(
      noticeId,
      aStep('terminate', {
        on: '2018-05-25',
        effectiveOn: '2018-06-30',
        reference: '2A',
        counsel: 'Me Perrin',
        remaining: [1],
      }),
    );
    expect(terminated.body.letters.map(({ letter }) => letter.kind)).toEqual([
      'formal-notice',
      'termination',
    ]);
    const pdf = await all.acme.buyer.get(`/api/notices/${noticeId}/letters/termination`);
    expect(pdf.status).toBe(200);
    await steps(noticeId, aStep('take-effect', { on: '2018-06-30' }));
    expect((await steps(noticeId, aStep('return-data', { on: '2018-07-15' }))).body.state).toBe(
      'data-returned',
    );
  });

  test('is kept word for word: what is typed later changes nothing of it', async () => {
    const { noticeId } = await givenNotice(all, given.engagementId);
    const { letters } = await reads(noticeId);
    await all.sql("UPDATE notices SET draft = jsonb_set(draft, '{demand}', '\"autre\"') WHERE id = $1", [
      noticeId,
    ]);
    expect((await reads(noticeId)).letters).toEqual(letters);
    expect(JSON.stringify(letters)).toContain('Appliquer toutes les mises à jour publiées.');
    const [event] = await all.sql<{ text: string }>(
      "SELECT text FROM events WHERE kind = 'notice-letter-sent' AND position($1 IN text) > 0",
      [noticeId],
    );
    expect(event?.text).toContain(letters[0]?.sha256);
  });

  test('not collected, starts no clock until counsel has it posted again, with a receipt of its own', async () => {
    const { noticeId } = await givenNotice(all, given.engagementId);
    await addsPiece(
      all.acme.buyer,
      `/api/notices/${noticeId}/pieces`,
      { role: 'receipt' },
      'non-reclame.txt',
    );
    expect((await steps(noticeId, aStep('miss', { on: '2018-05-04' }))).body).toMatchObject({
      state: 'not-collected',
      clock: null,
    });
    expect(await steps(noticeId, aStep('fail', { on: '2018-06-20', note: 'x' }))).toBeProblem(
      'notice-step-refused',
    );
    const again = { on: '2018-05-07', note: 'Faire signifier', counsel: 'Me Perrin', reference: 'Acte 7' };
    await steps(noticeId, aStep('send-again', again));
    expect(await steps(noticeId, aStep('receive', { on: '2018-05-09' }))).toBeProblem(
      'notice-receipt-missing',
    );
    expect((await receives(noticeId, '2018-05-09')).body.clock).toMatchObject({ deadlineOn: '2018-06-08' });
  });

  test('is seen by the supplier once it has left, without counsel or what was noted for the buyer', async () => {
    const { noticeId, pieceId } = await givenNotice(all, given.engagementId);
    await steps(noticeId, aStep('miss', { on: '2018-05-04', note: 'Adresse à vérifier' }));
    const { items } = (await all.cadran.contributor.get<ReceivedNoticesResponse>('/api/received-notices'))
      .body;
    expect(items.find(({ id }) => id === noticeId)).toMatchObject({
      state: 'not-collected',
      postedOn: '2018-04-16',
    });
    const { body } = await supplierReads(noticeId);
    expect(body.letters).toHaveLength(1);
    expect(body.pieces.map(({ id, level }) => [id, level])).toEqual([[pieceId, null]]);
    expect(JSON.stringify(body.steps)).not.toMatch(/Perrin|Adresse/);
    const piece = await all.cadran.contributor.get(
      `/api/received-notices/${noticeId}/pieces/${pieceId}/content`,
    );
    expect(piece.status).toBe(200);
    expect(await supplierReads(noticeId, all.talweg.contributor)).toBeProblem('not-found');
    expect(await all.globex.buyer.get(`/api/notices/${noticeId}`)).toBeProblem('not-found');
  });

  test('is answered by the supplier with proof that the buyer grades', async () => {
    const { noticeId } = await givenNotice(all, given.engagementId);
    await receives(noticeId);
    const path = `/api/received-notices/${noticeId}`;
    expect(await all.cadran.contributor.post(`${path}/replies`, { kind: 'cures', body: ' ' })).toBeProblem(
      'invalid-input',
      ['/body'],
    );
    await all.cadran.contributor.post(`${path}/replies`, { kind: 'cures', body: 'Mises à jour faites.' });
    await addsPiece(all.cadran.contributor, `${path}/pieces`, { datedOn: '2018-05-02' }, 'relevé.txt');
    const seen = await reads(noticeId);
    expect(seen.replies).toMatchObject([{ kind: 'cures', body: 'Mises à jour faites.' }]);
    const cure = seen.pieces.find(({ role }) => role === 'cure');
    expect(cure).toMatchObject({ side: 'supplier', level: null, grading: 0 });
    const grading = `/api/notices/${noticeId}/pieces/${cure?.id ?? ''}/grading`;
    const grade = (body: object, actor = all.acme.buyer) => actor.put<NoticeResponse>(grading, body);
    expect(await grade({ level: null, reason: '', number: 0 })).toBeProblem('invalid-input', ['/reason']);
    expect((await grade({ level: 'E2', reason: '', number: 0 })).status).toBe(200);
    expect(await grade({ level: 'E3', reason: '', number: 0 })).toBeProblem('stale-revision');
    const shown = (await supplierReads(noticeId)).body.pieces.find(({ role }) => role === 'cure');
    expect(shown).toMatchObject({ level: 'E2', grading: 1 });
    expect(
      (await all.acme.buyer.get(`/api/notices/${noticeId}/pieces/${cure?.id ?? ''}/content`)).status,
    ).toBe(200);
    expect((await steps(noticeId, aStep('cure', { on: '2018-05-04' }))).body.state).toBe('cured');
  });

  test('pieces have their moment, and a file that is refused leaves its event', async () => {
    const { noticeId } = await givenNotice(all, given.engagementId);
    const path = `/api/notices/${noticeId}/pieces`;
    expect(await addsPiece(all.acme.buyer, path, { role: 'breach', level: 'E4' })).toBeProblem(
      'notice-piece-refused',
    );
    expect(await addsPiece(all.acme.buyer, path, { role: 'receipt', datedOn: '2999-01-01' })).toBeProblem(
      'invalid-input',
      ['/datedOn'],
    );
    const virus = all.acme.buyer.finish(
      await all.acme.buyer
        .start('post', path)
        .field('role', 'posting')
        .attach('file', eicarBytes(), 'depot.txt'),
    );
    expect(virus).toBeProblem('file-infected');
    expect(await all.sql("SELECT 1 FROM events WHERE kind = 'notice-piece-refused'")).toHaveLength(1);
  });

  test('a contract ended for breach without one shows what Douai says, and stays recorded', async () => {
    const other = await givenSubmission(all);
    const path = `/api/engagements/${other.engagementId}/contract/endings`;
    const ending = { ground: 'breach', toldOn: '2018-05-25', effectiveOn: '2018-06-30', note: '', number: 0 };
    expect(await all.acme.auditor.post(path, ending)).toBeProblem('not-permitted');
    const { body } = await all.acme.buyer.post<NoticesResponse>(path, ending);
    expect(body.endings).toMatchObject([{ number: 1, alert: 'no-notice' }]);
    expect(await all.acme.buyer.post(path, ending)).toBeProblem('stale-revision');
    await all.acme.buyer.post(path, { ...ending, ground: 'agreement', number: 1 });
    expect((await listed(other.engagementId)).endings.map(({ alert }) => alert)).toEqual([null, 'no-notice']);
  });

  test('a contract ended after its notice had run out shows nothing', async () => {
    const other = await givenSubmission(all);
    const { noticeId } = await givenNotice(all, other.engagementId);
    await receives(noticeId);
    const { body } = await all.acme.buyer.post<NoticesResponse>(
      `/api/engagements/${other.engagementId}/contract/endings`,
      { ground: 'breach', toldOn: '2018-05-25', effectiveOn: '2018-06-30', note: '', number: 0 },
    );
    expect(body.endings[0]?.alert).toBe(null);
    expect(body.items[0]).toMatchObject({ state: 'received', clock: { firstSafeOn: '2018-05-19' } });
  });

  test('everything of it is told in the chains as it stands in its rows', async () => {
    const client = new pg.Client({ connectionString: all.database.ownerUrl });
    await client.connect();
    const changed = await all.sql<{ notice_id: string }>(
      `UPDATE notice_letters SET letter_text = replace(letter_text, 'jours', 'mois')
        WHERE ctid = (SELECT ctid FROM notice_letters LIMIT 1) RETURNING notice_id`,
    );
    const { faults } = await verifyChains(client);
    await client.end();
    expect(
      faults.filter((fault) => 'document' in fault && fault.document.startsWith('notice')),
    ).toMatchObject([
      { fault: 'document-differs', document: 'notice draft' },
      {
        fault: 'document-differs',
        document: 'notice letter',
        documentId: `${changed[0]?.notice_id ?? ''}/formal-notice`,
      },
    ]);
  });
});
