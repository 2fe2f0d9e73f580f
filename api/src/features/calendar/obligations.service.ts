import { Injectable } from '@nestjs/common';
import type { EngagementId, ObligationId } from '@probant/shared/ids';
import { decideMark, stateOf, type NewMark } from '@probant/shared/obligations/marks';
import type { ObligationEvent } from '@probant/shared/audit/obligation-events';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { accepted, fail, found } from '../../platform/http/problem.js';
import type { MarkObligationRequest, MarkResponse, ObligationDetailResponse } from './calendar.dto.js';
import { ObligationMarkEntity } from './calendar.entity.js';
import { Calendar } from './calendar.service.js';
import { obligationColumns, toObligation, type ObligationRow } from './calendar-list.js';
import { ObligationLedger } from './obligation-ledger.service.js';
import { RegulationQuestions } from './regulation-questions.service.js';

/** One obligation: what it is, and what people said of it. */
@Injectable()
export class Obligations {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly calendar: Calendar,
    private readonly ledger: ObligationLedger,
    private readonly questions: RegulationQuestions,
  ) {}

  async read(scope: Scope, id: ObligationId): Promise<ObligationDetailResponse> {
    const row = await this.find(scope, id);
    return this.work.run(scope, async (tx) => ({
      ...toObligation(row, this.clock.today()),
      history: await readHistory(tx, scope, row),
      regulation: await this.questions.describe(tx, scope, row),
    }));
  }

  async mark(
    scope: Scope,
    id: ObligationId,
    request: MarkObligationRequest,
  ): Promise<ObligationDetailResponse> {
    const { organisationId } = scope;
    await this.find(scope, id);
    const { marks, ...input } = request;
    await this.work.run(scope, async (tx) => {
      const row = found(await lockObligation(tx, organisationId, id));
      const history = await readHistory(tx, scope, row);
      if (history.length !== marks) fail('stale-revision', { conflicts: history.slice(0, 1) });
      const standing = { ...row, state: stateOf(row, this.clock.today()), last: history[0] ?? null };
      const mark = accepted(decideMark(standing, input, { at: this.clock.now().toISOString() }));
      await tx.insert(
        Object.assign(new ObligationMarkEntity(), {
          organisationId,
          engagementId: row.engagementId,
          key: row.key,
          number: marks + 1,
          ...mark,
          dueOn: row.dueOn,
          byId: scope.accountId,
          byName: scope.accountName,
          at: this.clock.now(),
        }),
        toEvent(row, mark),
      );
    });
    await this.ledger.follow(organisationId);
    return this.read(scope, id);
  }

  async find(scope: Scope, id: ObligationId): Promise<ObligationRow> {
    const { rows } = await this.calendar.ask<[ObligationRow]>(scope, {
      text: `SELECT ${obligationColumns} FROM obligations o WHERE o.organisation_id = $1 AND o.id = $2`,
      parameters: [scope.organisationId, id],
    });
    return found(rows[0][0]);
  }
}

/** Held until the transaction ends, so that two people mark one after the other. */
async function lockObligation(
  tx: Tx,
  organisationId: Scope['organisationId'],
  id: ObligationId,
): Promise<ObligationRow | undefined> {
  const [row] = await tx.query<ObligationRow>(
    `SELECT ${obligationColumns} FROM obligations o WHERE o.organisation_id = $1 AND o.id = $2 FOR UPDATE`,
    [organisationId, id],
  );
  return row;
}

async function readHistory(
  tx: Tx,
  { organisationId }: Pick<Scope, 'organisationId'>,
  { engagementId, key }: ObligationRow,
): Promise<MarkResponse[]> {
  const marks = await tx.manager.find(ObligationMarkEntity, {
    where: { organisationId, engagementId: engagementId as EngagementId, key },
    order: { number: 'DESC' },
  });
  return marks.map(({ number, act, dueOn, on, note, byName, at }) => ({
    ...{ number, act, dueOn, on, note, byName },
    at: at.toISOString(),
  }));
}

export function ofObligation(row: ObligationRow) {
  return {
    engagementId: row.engagementId as EngagementId,
    engagementName: row.engagementName,
    supplierName: row.supplierName,
    obligation: row.kind,
    obligationKey: row.key,
    dueOn: row.dueOn,
  };
}

function toEvent(row: ObligationRow, { act, on, note }: NewMark): ObligationEvent {
  switch (act) {
    case 'done':
      return { kind: 'obligation-done', ...ofObligation(row), doneOn: on ?? '', note };
    case 'postponed':
      return { kind: 'obligation-postponed', ...ofObligation(row), until: on ?? '', reason: note };
    case 'reopened':
      return { kind: 'obligation-reopened', ...ofObligation(row), reason: note };
  }
}
