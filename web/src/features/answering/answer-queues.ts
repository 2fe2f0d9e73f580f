import type { GivenAnswer, GivenAnswers } from '@probant/shared/answers/given-answer';
import { validateAnswer } from '@probant/shared/answers/validate-answer';
import { deriveHidden, findQuestion } from '@probant/shared/answers/visibility';
import { fieldDetail } from '@probant/shared/problems';
import type { SupplierQuestionnaire } from '@probant/shared/questionnaires/supplier-questionnaire';

import { today } from '../../platform/today.js';
import { accountHeader, request } from '../../platform/api/request.js';
import { currentLanguage } from '../../platform/i18n/language.js';
import type { KeptOwner } from '../../platform/kept/kept-owner.js';
import type { Desk } from './desk.js';
import { sameAnswer, type DraftAnswer, type FieldTrouble } from './draft.js';
import type { SaveItem } from './entry-steps.js';
import { saidOf, type Entry } from './queue-state.js';
import type { SaveReply, SheetAnswers } from './queue-ports.js';
import { SaveQueue } from './save-queue.js';
import type { Sheet } from './use-sheet.js';

interface QueueOf {
  readonly desk: Desk;
  readonly accountName: string;
  readonly document: SupplierQuestionnaire;
}

const answerWithinMs = 20_000;

/** The queue of one person for one request. It outlives the screen, so that leaving it loses nothing that is under way. */
export function queueFor({ desk, accountName, document }: QueueOf): SaveQueue {
  // The buyer may have moved the request to another version since.
  desk.document = document;
  const current = (): SupplierQuestionnaire => desk.document ?? document;
  desk.queue ??= new SaveQueue({
    send: (items) => sendAnswers(desk.owner, items),
    drafts: desk.drafts,
    check: (questionId, answer) => checkAnswer(current(), questionId, answer),
    isHidden: (questionId, entries) => hiddenIn(current(), entries).has(questionId),
    newKey: () => crypto.randomUUID(),
    savedBy: accountName,
    tabs: desk.tabs,
  });
  return desk.queue;
}

/** What the server has, under what is typed here. */
export function adopt(queue: SaveQueue, { state }: Sheet): void {
  // The boundary: openapi.json calls former answers objects, and the API sends what it was given.
  const answers = state.answers as unknown as SheetAnswers['answers'];
  queue.adopt({ revision: state.revision, lastSavedAt: state.lastSavedAt, answers });
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

async function sendAnswers(
  { accountId, assessmentId }: KeptOwner,
  items: readonly SaveItem[],
): Promise<SaveReply> {
  const answers = items.map(({ questionId, revision, clientKey, answer }) => ({
    questionId,
    revision,
    clientKey,
    ...answer,
  }));
  // A value has the shape of its question's type, which openapi.json cannot say: this call goes below the typed client.
  const reply = await request('put', `/api/requests/${assessmentId}/answers`, {
    body: { answers },
    headers: { [accountHeader]: accountId },
    signal: AbortSignal.timeout(answerWithinMs),
  });
  return reply as SaveReply;
}

export function checkAnswer(
  document: SupplierQuestionnaire,
  questionId: string,
  answer: DraftAnswer,
): readonly FieldTrouble[] {
  const question = findQuestion(document, questionId);
  if (question === undefined || sameAnswer(answer, { state: 'cleared' })) return [];
  const decision = validateAnswer(question, withoutMark(answer), new Date().toISOString());
  if (decision.accepted) return [];
  const language = currentLanguage();
  return (decision.refusal.errors ?? []).map(({ pointer, code, params }) => ({
    pointer,
    message: fieldDetail({ code, params }, language),
  }));
}

/** That it is an earlier answer is for the API to check; the rules for answers know nothing of it. */
function withoutMark(answer: DraftAnswer): DraftAnswer {
  const { state, value, comment, justification } = answer;
  return {
    state,
    ...(value === undefined ? {} : { value }),
    ...(comment === undefined ? {} : { comment }),
    ...(justification === undefined ? {} : { justification }),
  };
}
