import { Injectable } from '@nestjs/common';
import type { Day } from '@probant/shared/calendar';
import { hasAcceptanceEnded } from '@probant/shared/findings/due';
import { decideApprover } from '@probant/shared/findings/lifecycle';
import type { FindingId, OrganisationId } from '@probant/shared/ids';
import { IsNull } from 'typeorm';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { accepted, fail } from '../../platform/http/problem.js';
import { AssessmentEntity } from '../assessments/assessments.public.js';
import { FindingEntity, product } from '../findings/findings.public.js';
import { listBuyers } from '../identity/identity.public.js';
import { FindingMoves } from './finding-moves.service.js';
import { FindingReader } from './finding-reader.service.js';
import { getFinding, holdFinding, type HeldFinding } from './held-finding.js';
import type {
  AskAcceptanceRequest,
  DecideAcceptanceRequest,
  FindingFileResponse,
} from './remediation.dto.js';
import { FindingAcceptanceEntity } from './remediation.entity.js';
import { by } from './remediation.service.js';

/** A risk is accepted by somebody else than who asks for it, with a reason and a last day, and is open again after it. */
@Injectable()
export class Acceptances {
  constructor(
    private readonly work: Work,
    private readonly moves: FindingMoves,
    private readonly reader: FindingReader,
    private readonly clock: Clock,
  ) {}

  ask(scope: Scope, id: FindingId, request: AskAcceptanceRequest): Promise<FindingFileResponse> {
    return this.act(scope, id, request.revision, async (tx, held) => {
      if ((await findAsked(tx, held)) !== null) fail('already-exists');
      const { until } = request;
      const act = await this.moves.move(tx, held, {
        ...by(scope, 'buyer'),
        act: 'ask-acceptance',
        reason: request.reason,
        until,
      });
      await tx.manager.insert(FindingAcceptanceEntity, {
        organisationId: scope.organisationId,
        findingId: id,
        number: act.number,
        reason: act.reason,
        until,
        askedBy: scope.accountId,
        askedByName: scope.accountName,
        askedAt: act.at,
        decision: null,
        decisionReason: '',
        decidedByName: null,
        decidedAt: null,
      });
    });
  }

  decide(scope: Scope, id: FindingId, request: DecideAcceptanceRequest): Promise<FindingFileResponse> {
    return this.act(scope, id, request.revision, async (tx, held) => {
      const asked = await findAsked(tx, held);
      if (asked === null) return fail('nothing-asked');
      accepted(decideApprover(asked.askedBy, scope.accountId));
      // Decided first: a move that settles the finding drops what is still waiting.
      await tx.manager.update(
        FindingAcceptanceEntity,
        { organisationId: scope.organisationId, findingId: id, number: asked.number },
        {
          decision: request.accepted ? 'accepted' : 'refused',
          decisionReason: request.reason.trim(),
          decidedByName: scope.accountName,
          decidedAt: this.clock.now(),
        },
      );
      await this.moves.move(tx, held, {
        ...by(scope, 'buyer'),
        act: request.accepted ? 'accept' : 'refuse-acceptance',
        reason: request.reason,
        until: asked.until,
      });
    });
  }

  /** Opens again what was accepted until yesterday or before; returns how many. Several processes may do so at once. */
  async endDue(signal?: AbortSignal): Promise<number> {
    const today = this.clock.today();
    const buyers = await listBuyers(this.work);
    let ended = 0;
    for (const { id } of buyers) {
      if (signal?.aborted === true) break;
      const due = await this.work.runFor(id, (tx) => findDue(tx, id, today));
      for (const findingId of due) {
        if (await this.work.runFor(id, (tx) => this.end(tx, id, findingId, today))) ended += 1;
      }
    }
    return ended;
  }

  private async end(tx: Tx, buyerId: OrganisationId, id: FindingId, today: Day): Promise<boolean> {
    const before = await tx.find(FindingEntity, { buyerId, id });
    if (before === null) return false;
    const assessment = await tx.lock(AssessmentEntity, { buyerId, id: before.assessmentId });
    const finding = await tx.find(FindingEntity, { buyerId, id });
    if (finding === null || !hasAcceptanceEnded(finding, today)) return false;
    await this.moves.move(
      tx,
      { side: 'buyer', finding, assessment },
      {
        act: 'acceptance-ended',
        by: 'product',
        author: product(buyerId),
        organisationName: assessment.buyerName,
        reason: '',
      },
    );
    return true;
  }

  private act(
    scope: Scope,
    id: FindingId,
    revision: number,
    move: (tx: Tx, held: HeldFinding) => Promise<unknown>,
  ): Promise<FindingFileResponse> {
    return this.work.run(scope, async (tx) => {
      await move(tx, await holdFinding(tx, scope, 'buyer', id, revision));
      return this.reader.readFile(tx, scope, await getFinding(tx, scope, 'buyer', id));
    });
  }
}

function findAsked(
  tx: Tx,
  { finding: { buyerId, id } }: HeldFinding,
): Promise<FindingAcceptanceEntity | null> {
  return tx.find(FindingAcceptanceEntity, { organisationId: buyerId, findingId: id, decision: IsNull() });
}

async function findDue(tx: Tx, buyerId: OrganisationId, today: Day): Promise<FindingId[]> {
  const rows = await tx.query<{ id: FindingId }>(
    `SELECT id FROM findings WHERE buyer_id = $1 AND status = 'accepted' AND accepted_until < $2 ORDER BY id`,
    [buyerId, today],
  );
  return rows.map(({ id }) => id);
}
