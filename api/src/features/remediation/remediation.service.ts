import { Injectable } from '@nestjs/common';
import type { FindingSide } from '@probant/shared/findings/finding';
import type { FindingAct } from '@probant/shared/findings/lifecycle';
import type { FindingId } from '@probant/shared/ids';
import type { Scope } from '../../platform/access/scope.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { fail } from '../../platform/http/problem.js';
import { authorOf } from '../findings/findings.public.js';
import { FindingMoves } from './finding-moves.service.js';
import { FindingReader } from './finding-reader.service.js';
import { getFinding, holdFinding, type HeldFinding } from './held-finding.js';
import type {
  FindingFileResponse,
  FollowedFileResponse,
  ProposePlanRequest,
  FindingReasonRequest,
} from './remediation.dto.js';
import { FindingPieceEntity } from './remediation.entity.js';
import { Verifications } from './verifications.service.js';

/** What each side gets of a finding that it acted on. */
export interface FileOf {
  readonly buyer: FindingFileResponse;
  readonly supplier: FollowedFileResponse;
}

/** The acts of both sides on a finding, but for those that only one of them has. */
@Injectable()
export class Remediation {
  constructor(
    private readonly work: Work,
    private readonly moves: FindingMoves,
    private readonly verifications: Verifications,
    private readonly reader: FindingReader,
  ) {}

  read<S extends FindingSide>(scope: Scope, side: S, id: FindingId): Promise<FileOf[S]> {
    return this.work.run(scope, async (tx) =>
      this.fileOf(tx, scope, side, await getFinding(tx, scope, side, id)),
    );
  }

  propose<S extends FindingSide>(
    scope: Scope,
    side: S,
    id: FindingId,
    { revision, ...plan }: ProposePlanRequest,
  ): Promise<FileOf[S]> {
    return this.act(scope, side, { id, revision }, (tx, held) =>
      this.moves.move(tx, held, { ...by(scope, side), act: 'propose', reason: '', plan }),
    );
  }

  agree<S extends FindingSide>(
    scope: Scope,
    side: S,
    id: FindingId,
    { revision }: { readonly revision: number },
  ): Promise<FileOf[S]> {
    return this.act(scope, side, { id, revision }, (tx, held) =>
      this.moves.move(tx, held, { ...by(scope, side), act: 'agree', reason: '' }),
    );
  }

  comment<S extends FindingSide>(scope: Scope, side: S, id: FindingId, body: string): Promise<FileOf[S]> {
    return this.act(scope, side, { id }, async (tx, held) => {
      // Nobody would read it.
      if (held.finding.sharedAt === null) fail('no-counterpart');
      await this.moves.move(tx, held, { ...by(scope, side), act: 'comment', reason: body });
    });
  }

  /** The acts that need nothing but their reason. */
  giveReason<S extends FindingSide>(
    scope: Scope,
    side: S,
    act: Extract<FindingAct, 'decline' | 'deliver' | 'refuse-proof' | 'close' | 'reopen'>,
    id: FindingId,
    { reason, revision }: FindingReasonRequest,
  ): Promise<FileOf[S]> {
    return this.act(scope, side, { id, revision }, async (tx, held) => {
      if (act === 'deliver') await this.checkProof(tx, held);
      const { status } = held.finding;
      await this.moves.move(tx, held, { ...by(scope, side), act, reason });
      if (act === 'reopen' && status === 'verified') await this.verifications.end(tx, held);
    });
  }

  private async checkProof(tx: Tx, { finding: { buyerId, id } }: HeldFinding): Promise<void> {
    const pieces = await tx.manager.countBy(FindingPieceEntity, { buyerId, findingId: id });
    if (pieces === 0) fail('proof-required');
  }

  private act<S extends FindingSide>(
    scope: Scope,
    side: S,
    { id, revision }: { readonly id: FindingId; readonly revision?: number },
    move: (tx: Tx, held: HeldFinding) => Promise<unknown>,
  ): Promise<FileOf[S]> {
    return this.work.run(scope, async (tx) => {
      await move(tx, await holdFinding(tx, scope, side, id, revision));
      return this.fileOf(tx, scope, side, await getFinding(tx, scope, side, id));
    });
  }

  private async fileOf<S extends FindingSide>(
    tx: Tx,
    scope: Scope,
    side: S,
    held: HeldFinding,
  ): Promise<FileOf[S]> {
    const read: { readonly [K in FindingSide]: () => Promise<FileOf[K]> } = {
      buyer: () => this.reader.readFile(tx, scope, held),
      supplier: () => this.reader.readFollowed(tx, scope, held),
    };
    return read[side]();
  }
}

export function by(scope: Scope, side: FindingSide) {
  return { by: side, author: authorOf(scope), organisationName: scope.organisationName };
}
