import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { cast, type CastKey } from './cast.js';
import { decide, review, type Buyers } from './play-buyer.js';
import { acceptRequest, answer, openLink, type Request } from './play-supplier.js';
import { inOrder, type Play } from './in-order.js';
import type { Stage } from './stage.js';
import type { DemoCampaign, Reviewing, Story } from './story.js';
import type { KnownSupplier } from './suppliers.js';
import type { Visitor } from './visitor.js';

export interface Scene {
  readonly stage: Stage;
  readonly buyers: Buyers;
  /** Of the one supplier whose workspace is signed in to. */
  readonly lea: Visitor;
  readonly bank: QuestionnaireDocument;
  readonly versionId: string;
  readonly suppliers: ReadonlyMap<CastKey, KnownSupplier>;
}

/** Sends a campaign and plays what became of each of its requests. */
export async function* playCampaign(scene: Scene, campaign: DemoCampaign): Play {
  const { stage, buyers, versionId } = scene;
  const { name, message, sentOn, dueOn, remindsOn, rule, stories } = campaign;
  yield sentOn;
  const { id } = await buyers.claire.post<{ id: string }>('/api/campaigns', {
    name,
    message,
    versionId,
    dueOn: stage.day(dueOn),
    items: stories.map((story) => {
      const { engagementIds, contactIds } = knownOf(scene, story);
      return { engagementId: engagementIds[story.engagement ?? 0], contactId: contactIds[0] };
    }),
  });
  await buyers.ines.post(`/api/campaigns/${id}/decision-rules`, rule);
  const sent = await buyers.claire.get<{ items: readonly { id: string; engagementId: string }[] }>(
    `/api/assessments?campaignId=${id}&limit=100`,
  );
  const plays = stories.map((story) => {
    const engagementId = knownOf(scene, story).engagementIds[story.engagement ?? 0];
    return playStory(scene, story, sent.items.find((item) => item.engagementId === engagementId)?.id ?? '');
  });
  yield* inOrder(remindsOn === undefined ? plays : [...plays, remind(buyers, id, remindsOn)]);
}

async function* remind({ claire }: Buyers, campaignId: string, on: number): Play {
  yield on;
  await claire.post(`/api/campaigns/${campaignId}/remind`);
}

async function* playStory(scene: Scene, story: Story, assessmentId: string): Play {
  const { stage, buyers } = scene;
  if (story.cancels) {
    yield story.cancels.on;
    await buyers.claire.post(`/api/assessments/${assessmentId}/cancel`, { reason: story.cancels.reason });
    return;
  }
  if (story.opensOn === undefined) return;
  yield story.opensOn;
  const request = requestOf(story, assessmentId);
  const visitor = await openLink(stage, request);
  if (!story.answers) return;
  await acceptRequest(visitor, request, nameOf(story));
  const told = { assessmentId, supplier: nameOf(story), bank: scene.bank };
  yield* answer(stage, visitor, { ...told, answering: story.answers });
  if (story.review) yield* reviewAndHear(scene, visitor, assessmentId, story.review);
  if (story.again) {
    const only = new Set(Object.keys(story.again.sayings ?? {}));
    yield* answer(stage, visitor, { ...told, answering: story.again, only });
  }
  if (story.secondReview) yield* reviewAndHear(scene, visitor, assessmentId, story.secondReview);
  if (story.replies) {
    yield story.replies.on;
    const { body } = story.replies;
    await visitor.post(`/api/requests/${assessmentId}/clarifications`, { questionId: '', body });
  }
  if (story.decision) yield* decide(buyers, assessmentId, story.decision);
}

/** The supplier answers what it was asked the day after. */
async function* reviewAndHear(
  { buyers }: Scene,
  supplier: Visitor,
  assessmentId: string,
  told: Reviewing,
): Play {
  yield* review(buyers, assessmentId, told);
  for (const [questionId, { replied }] of Object.entries(told.asks ?? {})) {
    if (replied === undefined) continue;
    yield (told.finishesOn ?? told.on) - 1;
    await supplier.post(`/api/requests/${assessmentId}/clarifications`, { questionId, body: replied });
  }
}

function knownOf({ suppliers }: Scene, { supplier }: Story): KnownSupplier {
  const known = suppliers.get(supplier);
  if (known === undefined) throw new Error(`the cast has no ${supplier}`);
  return known;
}

function requestOf(story: Story, assessmentId: string): Request {
  const { contacts, engagements } = castOf(story);
  return {
    assessmentId,
    email: contacts[0]?.email ?? '',
    title: engagements[story.engagement ?? 0]?.name ?? '',
  };
}

function nameOf(story: Story): string {
  return castOf(story).name;
}

function castOf({ supplier }: Story): (typeof cast)[number] {
  const found = cast.find(({ key }) => key === supplier);
  if (found === undefined) throw new Error(`the cast has no ${supplier}`);
  return found;
}
