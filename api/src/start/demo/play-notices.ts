import { parisDay, type Day } from '@probant/shared/calendar';
import type { NoticeDraft } from '@probant/shared/notices/draft';
import type { NoticeStep } from '@probant/shared/notices/lifecycle';
import { demoPassword, demoSupplierPeople } from '../../features/instance/instance.public.js';
import type { CastKey } from './cast.js';
import type { Play } from './in-order.js';
import { counselName, stories, type NoticeStory } from './notices.js';
import type { Scene } from './play.js';
import { printTinyPdf } from './tiny-pdf.js';
import type { Visitor } from './visitor.js';

interface Kept {
  readonly id: string;
  readonly revision: number;
  readonly draft: NoticeDraft;
  readonly pieces: readonly { readonly id: string; readonly role: string }[];
}

/** Formal notices in the states that teach something: one each, and a contract that was ended without any. */
export function playNotices(scene: Scene): Play[] {
  return [...stories.map((story) => playNotice(scene, story)), answer(scene), endWithout(scene)];
}

async function* playNotice(scene: Scene, story: NoticeStory): Play {
  const { stage, buyers } = scene;
  yield story.on;
  const engagementId = engagementOf(scene, story.supplier);
  const writer = buyers[story.by];
  const begun = await writer.post<Kept>(`/api/engagements/${engagementId}/notices`);
  const path = `/api/notices/${begun.id}`;
  const { name, level, undated } = story.piece;
  const held = await add(writer, path, name, {
    role: 'breach',
    level,
    ...(undated ? {} : { datedOn: stage.day(story.breachOn) }),
  });
  const pieceIds = held.pieces.map(({ id }) => id);
  const breach = { ...story.breach, on: stage.day(story.breachOn), pieceIds };
  const draft = { ...begun.draft, ...story.draft, breaches: [breach] };
  let kept = await writer.put<Kept>(`${path}/draft`, { draft, revision: held.revision });
  for (const { on, step, proof, more = {} } of story.steps) {
    yield on;
    if (proof !== undefined) await add(writer, path, proof, { role: 'receipt' });
    const effectiveOn = step === 'terminate' ? stage.day(-30) : null;
    kept = await writer.post<Kept>(`${path}/steps`, {
      ...stepOf(step, parisDay(stage.now().toISOString()), kept.draft.channel),
      ...(step === 'terminate' ? { effectiveOn, remaining: [1] } : {}),
      ...more,
      revision: kept.revision,
    });
  }
}

function stepOf(step: NoticeStep, on: Day, channel: NoticeDraft['channel']) {
  const counsel = step === 'send' || step === 'terminate' ? counselName : '';
  const number = channel === 'bailiff' ? 'Acte de signification, étude Le Goff' : '1A 204 318 5566 2';
  const reference = counsel === '' ? '' : number;
  return { step, on, note: '', reference, counsel, effectiveOn: null, remaining: [] };
}

async function add(
  writer: Visitor,
  path: string,
  name: string,
  fields: Readonly<Record<string, string>>,
): Promise<Kept> {
  return writer.upload<Kept>(`${path}/pieces`, {
    name: `${name}.pdf`,
    mediaType: 'application/pdf',
    content: printTinyPdf([name, path]),
    fields: Object.entries(fields),
  });
}

/** The supplier that one can be in the demo answers with proof, and its customer grades it. */
async function* answer({ stage, buyers }: Scene): Play {
  yield 7;
  const lea = stage.visitor();
  await lea.post('/api/session', { email: demoSupplierPeople.lea.email, password: demoPassword });
  const { items } = await lea.get<{ items: readonly { id: string }[] }>('/api/received-notices');
  const id = items[0]?.id ?? '';
  const path = `/api/received-notices/${id}`;
  await lea.post(`${path}/replies`, {
    kind: 'cures',
    body: 'Les deux serveurs ont été remis à jour cette nuit. Le relevé est joint ; le troisième suit la semaine prochaine.',
  });
  await lea.upload(`${path}/pieces`, {
    name: 'Relevé des mises à jour.pdf',
    mediaType: 'application/pdf',
    content: printTinyPdf(['Relevé des mises à jour']),
    fields: [['datedOn', stage.day(10)]],
  });
  yield 3;
  const { pieces } = await buyers.claire.get<Kept>(`/api/notices/${id}`);
  const pieceId = pieces.find(({ role }) => role === 'cure')?.id ?? '';
  await buyers.claire.put(`/api/notices/${id}/pieces/${pieceId}/grading`, {
    level: 'E2',
    reason: 'Daté, mais établi par le prestataire ; un serveur reste à mettre à jour.',
    number: 0,
  });
}

async function* endWithout(scene: Scene): Play {
  yield 13;
  const engagementId = engagementOf(scene, 'corvette');
  await scene.buyers.claire.post(`/api/engagements/${engagementId}/contract/endings`, {
    ground: 'breach',
    toldOn: scene.stage.day(16),
    effectiveOn: scene.stage.day(-20),
    note: 'Courriel du responsable informatique après la troisième panne du mois, sans lettre préalable.',
    number: 0,
  });
}

function engagementOf({ suppliers }: Scene, supplier: CastKey): string {
  return suppliers.get(supplier)?.engagementIds[0] ?? '';
}
