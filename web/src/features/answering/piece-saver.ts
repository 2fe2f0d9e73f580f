import { checkPieceDates } from '@probant/shared/evidence/check-dates';
import type { FieldRefusal } from '@probant/shared/decision';

import { isProblem } from '../../platform/api/problem.js';
import { today } from '../../platform/today.js';
import { pieceName, textsOf, type KeptFields } from './kept-fields.js';
import type { PieceChange } from './use-pieces.js';
import type { SheetPiece } from './use-sheet.js';

export interface PieceFields {
  readonly kind: string;
  /** Empty where no date is given. */
  readonly datedOn: string;
  readonly expiresOn: string;
}

type KnownPiece = Pick<SheetPiece, 'evidenceId' | 'kind' | 'datedOn' | 'expiresOn' | 'revision'>;
type ChangedFields = Omit<KnownPiece, 'evidenceId'>;
interface Stored extends PieceFields {
  readonly revision: number;
}

export interface PieceSaverState {
  readonly fields: PieceFields;
  readonly stored: Stored;
  readonly isSaving: boolean;
  /** Found wrong when the field was left; gone as soon as it changes. */
  readonly refusals: readonly FieldRefusal[];
  readonly problem: unknown;
}

/**
 * Kind and dates of a piece on their way to the server, one save at a time. What is not there yet is kept in the browser, and
 * what is typed while a save is under way goes out after it, on the revision that it made.
 */
export class PieceSaver {
  private state: PieceSaverState;
  private readonly listeners = new Set<() => void>();
  private readonly name: string;

  constructor(
    piece: KnownPiece,
    private readonly kept: KeptFields,
    private readonly send: (change: PieceChange) => Promise<ChangedFields>,
  ) {
    this.name = pieceName(piece.evidenceId);
    const stored = toStored(piece);
    const fields = readKept(kept, this.name) ?? toPlain(stored);
    this.state = { fields, stored, isSaving: false, refusals: [], problem: null };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = (): PieceSaverState => this.state;

  readonly set = (name: keyof PieceFields, value: string): void => {
    const refusals = this.state.refusals.filter(({ pointer }) => pointer !== `/${name}`);
    const problem = isStale(this.state) ? this.state.problem : null;
    this.change({ fields: { ...this.state.fields, [name]: value }, refusals, problem });
  };

  /** Leaving a field, or the card. Over somebody else's change only `keepMine` saves. */
  readonly save = (): void => {
    if (!isStale(this.state)) void this.run();
  };

  readonly keepMine = (): void => {
    void this.run();
  };

  readonly revert = (): void => {
    this.change({ fields: toPlain(this.state.stored), refusals: [], problem: null });
  };

  /** What the server has now; fields that nobody touched follow it. */
  readonly adopt = (piece: KnownPiece): void => {
    if (piece.revision <= this.state.stored.revision) return;
    const stored = toStored(piece);
    this.change({ stored, ...(isUnsaved(this.state) ? {} : { fields: toPlain(stored) }) });
  };

  private async run(): Promise<void> {
    if (this.state.isSaving || !isUnsaved(this.state)) return;
    const { fields: sent, stored } = this.state;
    const refusals = checkPieceDates(sent, today());
    this.change({ refusals });
    if (refusals.length > 0) return;
    this.change({ isSaving: true });
    try {
      const changed = await this.send(toChange(sent, stored.revision));
      this.change({ stored: toStored(changed), isSaving: false, problem: null });
    } catch (problem) {
      this.change({ isSaving: false, problem });
      return;
    }
    if (!isSame(this.state.fields, sent)) await this.run();
  }

  private change(to: Partial<PieceSaverState>): void {
    this.state = { ...this.state, ...to };
    this.kept.keep(this.name, isUnsaved(this.state) ? this.state.fields : undefined);
    for (const listener of this.listeners) listener();
  }
}

/** Typed, and not on the server. */
export function isUnsaved({ fields, stored }: PieceSaverState): boolean {
  return !isSame(fields, stored);
}

/** Somebody else changed the piece meanwhile. */
export function isStale({ problem }: PieceSaverState): boolean {
  return isProblem(problem, 'stale-revision');
}

function toChange({ kind, datedOn, expiresOn }: PieceFields, revision: number): PieceChange {
  return {
    // One of the options of the field, and the API checks it again.
    kind: kind as PieceChange['kind'],
    datedOn: datedOn === '' ? null : datedOn,
    expiresOn: expiresOn === '' ? null : expiresOn,
    revision,
  };
}

function toStored({ kind, datedOn, expiresOn, revision }: ChangedFields): Stored {
  return { kind, datedOn: datedOn ?? '', expiresOn: expiresOn ?? '', revision };
}

function toPlain({ kind, datedOn, expiresOn }: PieceFields): PieceFields {
  return { kind, datedOn, expiresOn };
}

function isSame(one: PieceFields, other: PieceFields): boolean {
  return one.kind === other.kind && one.datedOn === other.datedOn && one.expiresOn === other.expiresOn;
}

function readKept(kept: KeptFields, name: string): PieceFields | undefined {
  const texts = textsOf(kept, name);
  const [kind, datedOn, expiresOn] = [texts?.['kind'], texts?.['datedOn'], texts?.['expiresOn']];
  if (kind === undefined || datedOn === undefined || expiresOn === undefined) return undefined;
  return { kind, datedOn, expiresOn };
}
