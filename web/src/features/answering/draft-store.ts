import { kept, keysUnder, type KeptDatabase } from '../../platform/kept/kept-database.js';
import { nameOf, partsOf, type KeptOwner } from '../../platform/kept/kept-owner.js';
import { following } from '../../platform/kept/keeping.js';
import { keepSaved } from '../../platform/kept/kept-sheets.js';
import type { Draft, SavedAnswer } from './draft.js';

/** What of one question has not been acknowledged: under way when the page was left, and typed since. */
export interface KeptDrafts {
  readonly sent?: Draft;
  readonly draft?: Draft;
}

/** Keeps unsaved answers over a reload or a closed browser. */
export interface DraftStore {
  readonly load: () => ReadonlyMap<string, KeptDrafts>;
  readonly keep: (questionId: string, drafts: KeptDrafts) => void;
  /** What the server has acknowledged, for a page that is opened without a network. */
  readonly keepSaved: (questionId: string, saved: SavedAnswer) => void;
}

type Role = 'sent' | 'draft';
interface Row {
  readonly questionId: string;
  readonly role: Role;
  readonly draft: Draft;
}

/**
 * One row for each word that was typed and not acknowledged, under the key that it travels by: a tab takes away the words
 * that it knows of, and never one that another tab has kept meanwhile.
 */
export class KeptDraftStore implements DraftStore {
  private loaded: ReadonlyMap<string, KeptDrafts> = new Map();
  private readonly rows = new Map<string, ReadonlyMap<string, Role>>();

  constructor(
    private readonly owner: KeptOwner,
    private readonly database: KeptDatabase = kept,
  ) {}

  readonly load = (): ReadonlyMap<string, KeptDrafts> => this.loaded;

  /** Reads what is kept now, other tabs' words included. */
  async recall(): Promise<ReadonlyMap<string, KeptDrafts>> {
    const range = keysUnder(...partsOf(this.owner));
    const found: readonly unknown[] = await this.database.read('drafts', (store) => store.getAll(range));
    const byQuestion = new Map<string, Row[]>();
    for (const row of found.filter(isRow)) {
      byQuestion.set(row.questionId, [...(byQuestion.get(row.questionId) ?? []), row]);
    }
    for (const [questionId, rows] of byQuestion) {
      this.rows.set(questionId, new Map(rows.map(({ draft, role }) => [draft.clientKey, role])));
    }
    const questions = [...byQuestion].map(([questionId, rows]) => ({ questionId, drafts: joined(rows) }));
    const typedAt = ({ draft, sent }: KeptDrafts): number => sent?.at ?? draft?.at ?? 0;
    questions.sort((one, other) => typedAt(one.drafts) - typedAt(other.drafts));
    this.loaded = new Map(questions.map(({ questionId, drafts }) => [questionId, drafts]));
    return this.loaded;
  }

  readonly keep = (questionId: string, { sent, draft }: KeptDrafts): void => {
    const before = this.rows.get(questionId) ?? new Map<string, Role>();
    const words: readonly Row[] = [
      ...(sent ? [{ questionId, role: 'sent' as const, draft: sent }] : []),
      ...(draft ? [{ questionId, role: 'draft' as const, draft }] : []),
    ];
    const after = new Map(words.map((row) => [row.draft.clientKey, row.role]));
    if (before.size === 0 && after.size === 0) return;
    this.rows.set(questionId, after);
    const keyOf = (clientKey: string): string[] => [...partsOf(this.owner), questionId, clientKey];
    const write = this.database.write('drafts', (transaction) => {
      const store = transaction.objectStore('drafts');
      for (const clientKey of before.keys()) if (!after.has(clientKey)) store.delete(keyOf(clientKey));
      for (const row of words) store.put(row, keyOf(row.draft.clientKey));
    });
    void following(`drafts/${nameOf(this.owner)}/${questionId}`, write);
  };

  readonly keepSaved = (questionId: string, saved: SavedAnswer): void => {
    // Without it a page that is opened offline shows the answer before: nothing that waits is lost.
    void keepSaved(this.owner, { ...saved, questionId }, this.database).catch(() => undefined);
  };
}

/** Of several words that wait on one question the latest counts; one that was under way goes first, as it was. */
function joined(rows: readonly Row[]): KeptDrafts {
  const last = (role: Role): Draft | undefined =>
    rows
      .filter((row) => row.role === role)
      .map(({ draft }) => draft)
      .sort((one, other) => one.at - other.at)
      .at(-1);
  const [sent, draft] = [last('sent'), last('draft')];
  return { ...(sent ? { sent } : {}), ...(draft ? { draft } : {}) };
}

function isRow(value: unknown): value is Row {
  if (typeof value !== 'object' || value === null) return false;
  const { questionId, draft } = value as Partial<Row>;
  if (typeof questionId !== 'string' || typeof draft !== 'object') return false;
  const { answer, revision, clientKey, at } = draft as Partial<Draft>;
  const isWhole = typeof revision === 'number' && typeof clientKey === 'string' && typeof at === 'number';
  return typeof answer === 'object' && isWhole;
}
