import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { cast, type CastKey } from './cast.js';
import { decide, review, type Buyers } from './play-buyer.js';
import { acceptRequest, answer, openLink, type Request } from './play-supplier.js';
import type { Stage } from './stage.js';
import type { DemoCampaign, Reviewing, Story } from './story.js';
import type { KnownSupplier } from './suppliers.js';
import type { Visitor } from './visitor.js';

export interface Scene {
  readonly stage: Stage;
  readonly buyers: Buyers;
  readonly bank: QuestionnaireDocument;
  readonly versionId: string;
  readonly suppliers: ReadonlyMap<CastKey, KnownSupplier>;
}

/** Sends a campaign and plays what became of each of its requests. */
export async function playCampaign(scene: Scene, campaign: DemoCampaign): Promise<void> {
  const { stage, buyers, versionId } = scene;
  const { name, message, sentOn, dueOn, remindsOn, stories } = campaign;
  stage.on(sentOn);
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
  const sent = await buyers.claire.get<{ items: readonly { id: string; engagementId: string }[] }>(
    `/api/assessments?campaignId=${id}&limit=100`,
  );
  for (const story of stories) {
    const engagementId = knownOf(scene, story).engagementIds[story.engagement ?? 0];
    const assessmentId = sent.items.find((item) => item.engagementId === engagementId)?.id ?? '';
    await playStory(scene, story, assessmentId);
  }
  if (remindsOn === undefined) return;
  stage.on(remindsOn);
  await buyers.claire.post(`/api/campaigns/${id}/remind`);
}

async function playStory(scene: Scene, story: Story, assessmentId: string): Promise<void> {
  const { stage, buyers } = scene;
  if (story.cancels) {
    stage.on(story.cancels.on);
    await buyers.claire.post(`/api/assessments/${assessmentId}/cancel`, { reason: story.cancels.reason });
    return;
  }
  if (story.opensOn === undefined) return;
  stage.on(story.opensOn);
  const request = requestOf(story, assessmentId);
  const visitor = await openLink(stage, request);
  if (!story.answers) return;
  await acceptRequest(visitor, request, nameOf(story));
  const told = { assessmentId, supplier: nameOf(story), bank: scene.bank };
  await answer(stage, visitor, { ...told, answering: story.answers });
  if (story.review) await reviewAndHear(scene, visitor, assessmentId, story.review);
  if (story.again) {
    const only = new Set(Object.keys(story.again.sayings ?? {}));
    await answer(stage, visitor, { ...told, answering: story.again, only });
  }
  if (story.secondReview) await reviewAndHear(scene, visitor, assessmentId, story.secondReview);
  if (story.decision) await decide(stage, buyers, assessmentId, story.decision);
}

/** The supplier answers what it was asked once it has the request back. */
async function reviewAndHear(
  { stage, buyers }: Scene,
  supplier: Visitor,
  assessmentId: string,
  told: Reviewing,
): Promise<void> {
  await review(stage, buyers, assessmentId, told);
  for (const [questionId, { replied }] of Object.entries(told.asks ?? {})) {
    if (replied === undefined) continue;
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
