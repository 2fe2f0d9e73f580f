import type { GivenAnswer, GivenAnswers } from '@probant/shared/answers/given-answer';
import { validateAnswer } from '@probant/shared/answers/validate-answer';
import { deriveHidden, findQuestion } from '@probant/shared/answers/visibility';
import { parisDay } from '@probant/shared/calendar';
import { fieldDetail } from '@probant/shared/problems';
import type { SupplierQuestionnaire } from '@probant/shared/questionnaires/supplier-questionnaire';

import { request } from '../../platform/api/request.js';
import { currentLanguage } from '../../platform/i18n/language.js';
import { sameAnswer, type DraftAnswer, type FieldTrouble } from './draft.js';
import { createDraftStore } from './draft-store.js';
import { isWaiting, saidOf, type Entry } from './queue-state.js';
import { SaveQueue, type SaveItem, type SaveReply } from './save-queue.js';

export interface QueueOwner {
  readonly accountId: string;
  readonly accountName: string;
  readonly organisationId: string;
  readonly assessmentId: string;
  readonly document: SupplierQuestionnaire;
}

const queues = new Map<string, { readonly queue: SaveQueue; document: SupplierQuestionnaire }>();
const answerWithinMs = 20_000;

/** The queue of one person for one request. It outlives the screen, so that leaving it loses nothing that is under way. */
export function queueFor(owner: QueueOwner): SaveQueue {
  const name = `${owner.accountId}/${owner.organisationId}/${owner.assessmentId}`;
  const known = queues.get(name);
  if (known !== undefined) {
    // The buyer may have moved the request to another version since.
    known.document = owner.document;
    return known.queue;
  }
  const own = { document: owner.document };
  const queue = new SaveQueue({
    send: (items) => sendAnswers(owner.assessmentId, items),
    drafts: createDraftStore(() => localStorage, name),
    check: (questionId, answer) => checkAnswer(own.document, questionId, answer),
    isHidden: (questionId, entries) => hiddenIn(own.document, entries).has(questionId),
    newKey: () => crypto.randomUUID(),
    savedBy: owner.accountName,
  });
  queues.set(name, Object.assign(own, { queue }));
  return queue;
}

/** True while an answer of any request has not been acknowledged. */
export function anythingUnsaved(): boolean {
  return [...queues.values()].some(({ queue }) => [...queue.read().entries.values()].some(isWaiting));
}

/** What has been said so far, as the rules of shared take it. */
export function givenIn(entries: ReadonlyMap<string, Entry>): GivenAnswers {
  return Object.fromEntries(
    [...entries].flatMap(([questionId, entry]): [string, GivenAnswer][] => {
      const said = saidOf(entry);
      // Saved by the server or about to be checked: the value is one of its question.
      return said === undefined ? [] : [[questionId, said as GivenAnswer]];
    }),
  );
}

export function hiddenIn(
  document: SupplierQuestionnaire,
  entries: ReadonlyMap<string, Entry>,
): ReadonlySet<string> {
  return deriveHidden(document, givenIn(entries), today());
}

export function today(): string {
  return parisDay(new Date().toISOString());
}

async function sendAnswers(assessmentId: string, items: readonly SaveItem[]): Promise<SaveReply> {
  const answers = items.map(({ questionId, revision, clientKey, answer }) => ({
    questionId,
    revision,
    clientKey,
    ...answer,
  }));
  // A value has the shape of its question's type, which openapi.json cannot say: this call goes below the typed client.
  const reply = await request('put', `/api/requests/${assessmentId}/answers`, {
    body: { answers },
    signal: AbortSignal.timeout(answerWithinMs),
  });
  return reply as SaveReply;
}

function checkAnswer(
  document: SupplierQuestionnaire,
  questionId: string,
  answer: DraftAnswer,
): readonly FieldTrouble[] {
  const question = findQuestion(document, questionId);
  if (question === undefined || sameAnswer(answer, { state: 'cleared' })) return [];
  const decision = validateAnswer(question, answer, new Date().toISOString());
  if (decision.accepted) return [];
  const language = currentLanguage();
  return (decision.refusal.errors ?? []).map(({ pointer, code, params }) => ({
    pointer,
    message: fieldDetail({ code, params }, language),
  }));
}
