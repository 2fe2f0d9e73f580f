import { addsPiece, aStep, givenNotice } from '../../../test/harness/given-notice.js';
import { givenSubmission } from '../../../test/harness/given-submission.js';
import { givenEngagement } from '../../../test/harness/given-supplier.js';
import { world, type World } from '../../../test/harness/world.js';
import type { NoticeResponse } from './notices.dto.js';

describe('the e-mail about a letter that was posted', () => {
  let all: World;
  beforeAll(async () => {
    all = await world();
  });
  afterAll(() => all.close());

  const letters = async (noticeId: string) =>
    (await all.mailbox()).filter(({ body_text: text }) => text.includes(noticeId));
  const steps = async (id: string, step: object) => {
    const { revision } = (await all.acme.auditor.get<NoticeResponse>(`/api/notices/${id}`)).body;
    const reply = await all.acme.buyer.post<NoticeResponse>(`/api/notices/${id}/steps`, {
      ...step,
      revision,
    });
    expect([reply.status, reply.status === 200 ? '' : reply.body]).toEqual([200, '']);
  };

  test('goes to the workspace that sees it, leads there, and says that it is not that letter', async () => {
    const { engagementId } = await givenSubmission(all);
    const { noticeId } = await givenNotice(all, engagementId);
    const [letter, ...more] = await letters(noticeId);
    expect(more).toEqual([]);
    expect(letter).toMatchObject({ to_address: 'supplier-admin@cadran.example', template: 'notice-posted' });
    expect(letter?.body_text).toContain(`/follow-up/notices/${noticeId}`);
    expect(letter?.body_text).toContain('ne remplace pas cette lettre');
    expect(letter?.body_text).not.toContain('mises à jour');
  });

  test('leaves for each posting, and not for what follows', async () => {
    const { engagementId } = await givenSubmission(all);
    const { noticeId } = await givenNotice(all, engagementId);
    await steps(noticeId, aStep('miss', { on: '2018-05-04' }));
    await steps(
      noticeId,
      aStep('send-again', { on: '2018-05-07', reference: '1B', counsel: 'Me Perrin', note: 'Autre adresse' }),
    );
    expect(await letters(noticeId)).toHaveLength(2);
    await addsPiece(all.acme.buyer, `/api/notices/${noticeId}/pieces`, { role: 'receipt' }, 'avis.txt');
    await steps(noticeId, aStep('receive', { on: '2018-05-09' }));
    expect(await letters(noticeId)).toHaveLength(2);
  });

  test('goes to nobody while no workspace is linked', async () => {
    const alone = await givenEngagement(all.acme.buyer);
    const { noticeId } = await givenNotice(all, alone.id);
    expect(await letters(noticeId)).toEqual([]);
  });
});
