import type { Schema } from '../api/client.js';
import { kept, keysUnder, type KeptDatabase } from './kept-database.js';
import { partsOf, type KeptOwner } from './kept-owner.js';

type SheetReply = Schema<'SheetResponse'>;
type SheetAnswer = SheetReply['sheet']['answers'][number];

/** A request as the server gave it last, with what it has acknowledged since. */
export async function readSheet(
  owner: KeptOwner,
  database: KeptDatabase = kept,
): Promise<SheetReply | undefined> {
  const range = keysUnder(...partsOf(owner));
  // Both stores are written by the functions below alone.
  const [reply, saved] = await Promise.all([
    database.read('sheets', (store) => store.get(partsOf(owner))) as Promise<SheetReply | undefined>,
    database.read('saved', (store) => store.getAll(range)) as Promise<SheetAnswer[]>,
  ]);
  if (reply === undefined) return undefined;
  const answers = new Map(reply.sheet.answers.map((answer) => [answer.questionId, answer]));
  for (const answer of saved) {
    if ((answers.get(answer.questionId)?.revision ?? 0) < answer.revision) {
      answers.set(answer.questionId, answer);
    }
  }
  return { ...reply, sheet: { ...reply.sheet, answers: [...answers.values()] } };
}

export async function keepSheet(
  owner: KeptOwner,
  reply: SheetReply,
  database: KeptDatabase = kept,
): Promise<void> {
  const range = keysUnder(...partsOf(owner));
  const saved = (await database.read('saved', (store) => store.getAll(range))) as SheetAnswer[];
  const revisions = new Map(reply.sheet.answers.map(({ questionId, revision }) => [questionId, revision]));
  await database.write(['sheets', 'saved'], (transaction) => {
    transaction.objectStore('sheets').put(reply, partsOf(owner));
    for (const { questionId, revision } of saved) {
      if ((revisions.get(questionId) ?? 0) >= revision) {
        transaction.objectStore('saved').delete([...partsOf(owner), questionId]);
      }
    }
  });
}

/** The server has acknowledged it after the sheet was read. */
export async function keepSaved(
  owner: KeptOwner,
  answer: Pick<SheetAnswer, 'questionId' | 'revision'>,
  database: KeptDatabase = kept,
): Promise<void> {
  await database.write('saved', (transaction) => {
    transaction.objectStore('saved').put(answer, [...partsOf(owner), answer.questionId]);
  });
}

/** Out of reach for this person now. */
export async function forgetSheet(owner: KeptOwner, database: KeptDatabase = kept): Promise<void> {
  await database.write(['sheets', 'saved'], (transaction) => {
    transaction.objectStore('sheets').delete(partsOf(owner));
    transaction.objectStore('saved').delete(keysUnder(...partsOf(owner)));
  });
}

export interface KeptRequest {
  readonly assessmentId: string;
  readonly title: string;
  readonly buyerName: string;
  readonly dueOn: string;
}

/** The requests that open without a network. */
export async function listKeptRequests(
  { accountId, organisationId }: Omit<KeptOwner, 'assessmentId'>,
  database: KeptDatabase = kept,
): Promise<readonly KeptRequest[]> {
  const range = keysUnder(accountId, organisationId);
  const replies = (await database.read('sheets', (store) => store.getAll(range))) as SheetReply[];
  return replies.map(({ sheet: { assessmentId, title, buyerName, dueOn } }) => ({
    assessmentId,
    title,
    buyerName,
    dueOn,
  }));
}
