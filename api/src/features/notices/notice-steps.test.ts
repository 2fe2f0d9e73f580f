import { canonicalJson } from '@probant/shared/proof/canonical-json';
import { addsPiece, aStep, givenNotice } from '../../../test/harness/given-notice.js';
import { givenSubmission } from '../../../test/harness/given-submission.js';
import { world, type World } from '../../../test/harness/world.js';
import { sha256 } from '../../platform/hash/sha256.js';

let all: World;
beforeAll(async () => {
  all = await world();
});
afterAll(() => all.close());

test('a step tells the supplier nothing that it could try until the hash is the same', async () => {
  const { engagementId } = await givenSubmission(all);
  const { noticeId } = await givenNotice(all, engagementId);
  const path = `/api/notices/${noticeId}`;
  await addsPiece(all.acme.buyer, `${path}/pieces`, { role: 'receipt' }, 'avis.txt');
  const { revision } = (await all.acme.buyer.get<{ revision: number }>(path)).body;
  await all.acme.buyer.post(`${path}/steps`, { ...aStep('receive', { on: '2018-04-18' }), revision });
  const [told] = await all.sql<{ text: string; content: object }>(
    `SELECT e.text, jsonb_build_object('step', s.step, 'from', s.from_state, 'to', s.to_state, 'on', s.happened_on,
       'note', s.note, 'reference', s.reference, 'counsel', s.counsel, 'effectiveOn', s.effective_on,
       'remaining', to_jsonb(s.remaining)) AS content
     FROM notice_steps s JOIN events e ON e.organisation_id = s.supplier_organisation_id
       AND e.kind = 'notice-moved' AND e.text LIKE '%"step":"receive"%'
     WHERE s.notice_id = $1 AND s.step = 'receive'`,
    [noticeId],
  );
  const event = JSON.parse(told?.text ?? '{}') as Record<string, unknown>;
  expect(event).not.toHaveProperty('from');
  expect(event['stepSha256']).toMatch(/^[0-9a-f]{64}$/);
  expect(event['stepSha256']).not.toBe(sha256(canonicalJson(told?.content)));
});
