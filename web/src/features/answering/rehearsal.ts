import type { GivenAnswers } from '@probant/shared/answers/given-answer';
import type { SupplierQuestionnaire } from '@probant/shared/questionnaires/supplier-questionnaire';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';

import { KeptDatabase } from '../../platform/kept/kept-database.js';
import { today } from '../../platform/today.js';
import { checkAnswer, hiddenIn } from './answer-queues.js';
import { Desk } from './desk.js';
import type { SavedAnswer } from './draft.js';
import type { SaveItem } from './entry-steps.js';
import { useKeptEntries } from './kept-fields.js';
import { createStanding } from './live-completion.js';
import type { SaveReply } from './queue-ports.js';
import { SaveQueue } from './save-queue.js';
import type { Answering } from './use-answering.js';
import type { Sheet } from './use-sheet.js';

const nowhere = '00000000-0000-0000-0000-000000000000';

/** Where nothing is kept, on purpose: no trouble to tell of. */
class NoDatabase extends KeptDatabase {
  constructor() {
    super(() => indexedDB);
  }

  override open(): Promise<void> {
    return Promise.resolve();
  }

  override write(): Promise<void> {
    return Promise.resolve();
  }
}

interface RehearsalOf {
  readonly title: string;
  /** Answers to begin with; others put a new rehearsal in place of this one. */
  readonly filled: GivenAnswers;
  readonly onGiven: (given: GivenAnswers) => void;
}

/** Answering without a request: the same queue and the same rules, and nothing of it leaves this page or stays in it. */
export function useRehearsal(
  document: SupplierQuestionnaire,
  { title, filled, onGiven }: RehearsalOf,
): Answering {
  const sheet = useMemo(() => sheetOf(document, title), [document, title]);
  const [first] = useState(document);
  const { queue, follow } = useMemo(() => rehearse(first, filled), [first, filled]);
  useEffect(() => {
    follow(document);
  }, [follow, document]);
  const [desk] = useState(() => new Desk(nobody(), new NoDatabase()));
  const state = useSyncExternalStore(queue.subscribe, queue.read);
  const uploads = useSyncExternalStore(desk.uploads.subscribe, desk.uploads.readStages);
  const kept = desk.fields;
  const typed = useKeptEntries(kept);
  const [derive] = useState(createStanding);
  const { completion, given } = useMemo(() => derive(sheet, state.entries), [derive, sheet, state.entries]);
  useEffect(() => {
    onGiven(given);
  }, [given, onGiven]);
  return {
    sheet,
    desk,
    queue,
    state,
    given,
    completion,
    uploads,
    kept,
    typed,
    toReconfirm: [],
    carried: [],
    online: true,
    rehearsal: true,
  };
}

interface Rehearsed {
  readonly queue: SaveQueue;
  /** The author goes on while answers are tried. */
  readonly follow: (document: SupplierQuestionnaire) => void;
}

function rehearse(first: SupplierQuestionnaire, filled: GivenAnswers): Rehearsed {
  let document = first;
  const queue = new SaveQueue({
    send: (items) => Promise.resolve(replyTo(items)),
    drafts: { load: () => new Map(), keep: () => undefined, keepSaved: () => undefined },
    check: (questionId, answer) => checkAnswer(document, questionId, answer),
    isHidden: (questionId, entries) => hiddenIn(document, entries).has(questionId),
    newKey: () => crypto.randomUUID(),
    savedBy: '',
    tabs: { isActing: () => true, ask: () => undefined, tell: () => undefined, tellState: () => undefined },
  });
  const answers = Object.entries(filled).map(
    ([questionId, answer]): SavedAnswer & { questionId: string } => ({
      questionId,
      state: answer.state,
      value: answer.state === 'answered' ? answer.value : null,
      comment: '',
      justification: '',
      revision: 1,
      savedBy: '',
      savedAt: new Date().toISOString(),
    }),
  );
  queue.adopt({ revision: 1, lastSavedAt: null, answers });
  return {
    queue,
    follow: (next) => {
      document = next;
    },
  };
}

function replyTo(items: readonly SaveItem[]): SaveReply {
  const savedAt = new Date().toISOString();
  const results = items.map(({ questionId, revision }) => ({
    key: questionId,
    revision: revision + 1,
    savedAt,
  }));
  return { sheetRevision: Date.now(), results };
}

function sheetOf(document: SupplierQuestionnaire, title: string): Sheet {
  return {
    document,
    isCopy: false,
    state: {
      assessmentId: nowhere,
      status: 'in-progress',
      dueOn: today(),
      title,
      buyerName: '',
      buyerContact: '',
      message: '',
      versionNumber: 0,
      versionSha256: '',
      submissions: 0,
      revision: 1,
      lastSavedAt: null,
      answers: [],
      pieces: [],
      threads: [],
      part: null,
    },
  };
}

/** Of no request: two previews know nothing of each other. */
function nobody() {
  return { accountId: nowhere, organisationId: nowhere, assessmentId: crypto.randomUUID() };
}
