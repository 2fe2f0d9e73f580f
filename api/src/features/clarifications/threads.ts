import { isResolved, type Party } from '@probant/shared/assessments/clarification';
import type { AccountId, AssessmentId, OrganisationId } from '@probant/shared/ids';
import type { Tx } from '../../platform/database/work.js';
import type {
  ClarificationFileResponse,
  ClarificationResponse,
  ThreadResponse,
} from './clarifications.dto.js';
import { ClarificationEntity } from './clarifications.entity.js';

/** The two parties of the thread: a workspace that was replaced keeps its messages, the next one does not read them. */
export interface Parties {
  readonly buyerId: OrganisationId;
  readonly supplierOrganisationId: OrganisationId | null;
}

/** Whose eyes: what is unread, and which colleagues were mentioned, hangs on them. */
export interface Reader {
  readonly party: Party;
  readonly organisationId: OrganisationId;
  readonly accountId: AccountId;
}

export async function readMessages(
  tx: Tx,
  { buyerId, supplierOrganisationId }: Parties,
  assessmentId: AssessmentId,
): Promise<ClarificationEntity[]> {
  if (supplierOrganisationId === null) return [];
  return tx.manager.find(ClarificationEntity, {
    where: { buyerId, supplierOrganisationId, assessmentId },
    order: { at: 'ASC', id: 'ASC' },
  });
}

export async function readThreads(
  tx: Tx,
  parties: Parties,
  assessmentId: AssessmentId,
  reader: Reader,
): Promise<ThreadResponse[]> {
  const threads = new Map<string, ClarificationEntity[]>();
  for (const message of await readMessages(tx, parties, assessmentId)) {
    const { questionId } = message;
    // Put last whenever it is written in.
    const before = threads.get(questionId) ?? [];
    threads.delete(questionId);
    threads.set(questionId, [...before, message]);
  }
  if (threads.size === 0) return [];
  const marks = await readMarks(tx, parties, assessmentId, reader);
  return [...threads].map((thread) => toThread(thread, reader, marks)).toReversed();
}

function toThread(
  [questionId, messages]: readonly [string, readonly ClarificationEntity[]],
  { party, accountId }: Reader,
  { settled, readAt, files, mentions }: Marks,
): ThreadResponse {
  const last = messages.at(-1);
  const resolved = isResolved(settled.get(questionId), last?.at.getTime() ?? 0);
  const seen = readAt.get(questionId);
  return {
    questionId,
    resolved,
    awaiting: !resolved && last !== undefined && partyOf(last) !== party,
    asked: messages[0] !== undefined && partyOf(messages[0]) === party,
    unread: messages.filter(({ authorId, at }) => authorId !== accountId && (seen === undefined || at > seen))
      .length,
    messages: messages.map((message) => ({
      ...toMessage(message),
      files: files.get(message.id) ?? [],
      mentions: mentions.get(message.id) ?? [],
    })),
  };
}

export function partyOf({ authorOrganisationId, buyerId }: ClarificationEntity): Party {
  return authorOrganisationId === buyerId ? 'buyer' : 'supplier';
}

function toMessage(message: ClarificationEntity): Omit<ClarificationResponse, 'files' | 'mentions'> {
  const { id, authorName, body, at } = message;
  return { id, side: partyOf(message), authorName, body, at: at.toISOString() };
}

export type Settled = ReadonlyMap<string, { readonly resolved: boolean; readonly at: number }>;

interface Marks {
  readonly settled: Settled;
  readonly readAt: ReadonlyMap<string, Date>;
  readonly files: ReadonlyMap<string, ClarificationFileResponse[]>;
  readonly mentions: ReadonlyMap<string, string[]>;
}

/** The last mark of each thread that has one. */
export async function readSettled(
  tx: Tx,
  { buyerId, supplierOrganisationId }: Parties,
  assessmentId: AssessmentId,
): Promise<Settled> {
  const rows = await tx.query<{ question_key: string; resolved: boolean; at: Date }>(
    `SELECT DISTINCT ON (question_key) question_key, resolved, at FROM clarification_settlements
     WHERE buyer_id = $1 AND supplier_organisation_id = $2 AND assessment_id = $3
     ORDER BY question_key, at DESC, id DESC`,
    [buyerId, supplierOrganisationId, assessmentId],
  );
  return new Map(rows.map(({ question_key: key, resolved, at }) => [key, { resolved, at: at.getTime() }]));
}

async function readMarks(
  tx: Tx,
  parties: Parties,
  assessmentId: AssessmentId,
  { organisationId, accountId }: Reader,
): Promise<Marks> {
  const reads = await tx.query<{ question_key: string; read_at: Date }>(
    `SELECT question_key, read_at FROM clarification_reads
     WHERE organisation_id = $1 AND assessment_id = $2 AND account_id = $3`,
    [organisationId, assessmentId, accountId],
  );
  const files = await tx.query<{ clarification_id: string } & ClarificationFileResponse>(
    `SELECT clarification_id, id, name, media_type AS "mediaType", bytes::int, sha256, scan_partial AS "scanPartial"
     FROM clarification_files WHERE buyer_id = $1 AND supplier_organisation_id = $2 AND assessment_id = $3 ORDER BY id`,
    [parties.buyerId, parties.supplierOrganisationId, assessmentId],
  );
  const mentions = await tx.query<{ clarification_id: string; name: string }>(
    `SELECT clarification_id, name FROM clarification_mentions
     WHERE organisation_id = $1 AND assessment_id = $2 ORDER BY name`,
    [organisationId, assessmentId],
  );
  return {
    settled: await readSettled(tx, parties, assessmentId),
    readAt: new Map(reads.map(({ question_key: key, read_at }) => [key, read_at])),
    files: gather(files, ({ id, name, mediaType, bytes, sha256, scanPartial }) => ({
      id,
      name,
      mediaType,
      bytes,
      sha256,
      scanPartial,
    })),
    mentions: gather(mentions, ({ name }) => name),
  };
}

function gather<R extends { readonly clarification_id: string }, T>(
  rows: readonly R[],
  pick: (row: R) => T,
): ReadonlyMap<string, T[]> {
  const map = new Map<string, T[]>();
  for (const row of rows)
    map.set(row.clarification_id, [...(map.get(row.clarification_id) ?? []), pick(row)]);
  return map;
}
