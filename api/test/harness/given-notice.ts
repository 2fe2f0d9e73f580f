import type { NoticeDraft } from '@probant/shared/notices/draft';
import type { NoticeStep } from '@probant/shared/notices/lifecycle';
import type { NoticeResponse } from '../../src/features/notices/notices.dto.js';
import type { Actor, Reply } from './actor.js';
import type { World } from './world.js';

export interface GivenNotice {
  readonly noticeId: string;
  readonly pieceId: string;
}

/** Complete: every gate is open once its piece is there. */
export function aNoticeDraft(pieceIds: string[], more: Partial<NoticeDraft> = {}): NoticeDraft {
  return {
    senderAddress: '1 rue du Port\n44000 Nantes',
    signatory: 'Claire Martin, directrice',
    recipientName: 'Cadran',
    recipientAddress: '2 quai des Lices\n35000 Rennes',
    place: 'Nantes',
    contractTitle: 'Contrat d’infogérance',
    contractSignedOn: '2016-07-26',
    basis: 'clause',
    clauseArticle: '13.1',
    clauseWording:
      'en cas de manquement […] non réparé dans un délai de 30 jours à compter de la réception d’une mise en demeure',
    breaches: [
      {
        obligation: 'Appliquer les mises à jour de sécurité',
        article: '4.2',
        substance: 'argued',
        gravity: 'Le service en dépend.',
        on: '2018-04-13',
        facts: 'Les mises à jour ne sont plus appliquées.',
        pieceIds,
      },
    ],
    demand: 'Appliquer toutes les mises à jour publiées.',
    cureDays: 30,
    channel: 'registered',
    ...more,
  };
}

export function aStep(step: NoticeStep, more: object = {}) {
  return {
    step,
    on: null,
    note: '',
    reference: '',
    counsel: '',
    effectiveOn: null,
    remaining: [],
    ...more,
  };
}

export async function addsPiece(
  actor: Actor,
  path: string,
  fields: Readonly<Record<string, string>>,
  name = 'constat.txt',
): Promise<Reply<NoticeResponse>> {
  let call = actor.start('post', path);
  for (const [field, value] of Object.entries(fields)) call = call.field(field, value);
  return actor.finish<NoticeResponse>(await call.attach('file', Buffer.from(`${name} ${path}`), name));
}

/** One that was posted on the day given, with a piece of level E3. */
export async function givenNotice(
  all: World,
  engagementId: string,
  postedOn = '2018-04-16',
): Promise<GivenNotice> {
  const { buyer } = all.acme;
  const begun = await buyer.post<NoticeResponse>(`/api/engagements/${engagementId}/notices`);
  const noticeId = begun.body.id;
  const path = `/api/notices/${noticeId}`;
  const added = await addsPiece(buyer, `${path}/pieces`, {
    role: 'breach',
    datedOn: '2018-04-13',
    level: 'E3',
  });
  const pieceId = added.body.pieces[0]?.id ?? '';
  const { body } = await buyer.put<NoticeResponse>(`${path}/draft`, {
    draft: aNoticeDraft([pieceId]),
    revision: begun.body.revision,
  });
  const asked = await buyer.post<NoticeResponse>(`${path}/steps`, {
    ...aStep('ask-counsel'),
    revision: body.revision,
  });
  const sent = await buyer.post<NoticeResponse>(`${path}/steps`, {
    ...aStep('send', { on: postedOn, reference: '1A 000 000 0000 0', counsel: 'Me Perrin' }),
    revision: asked.body.revision,
  });
  if (sent.body.state !== 'sent') throw new Error(JSON.stringify(sent.body));
  return { noticeId, pieceId };
}
