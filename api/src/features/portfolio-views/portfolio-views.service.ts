import { Injectable } from '@nestjs/common';
import { fieldRefusal } from '@probant/shared/decision';
import type { PortfolioViewId } from '@probant/shared/ids';
import { maxCounts } from '@probant/shared/limits';
import type { Scope } from '../../platform/access/scope.js';
import { newId } from '../../platform/database/new-id.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { fail, found } from '../../platform/http/problem.js';
import type { PortfolioViewsResponse, SaveViewRequest } from './portfolio-views.dto.js';
import { PortfolioViewEntity } from './portfolio-views.entity.js';

/** Views that people keep: each is its author's to change, and every member's to open where it is shared. */
@Injectable()
export class PortfolioViews {
  constructor(private readonly work: Work) {}

  list(scope: Scope): Promise<PortfolioViewsResponse> {
    return this.work.run(scope, (tx) => read(tx, scope));
  }

  add(scope: Scope, request: SaveViewRequest): Promise<PortfolioViewsResponse> {
    return this.work.run(scope, async (tx) => {
      const { organisationId, accountId, accountName } = scope;
      const others = await own(tx, scope);
      refuseSameName(others, request.name);
      const max = maxCounts.viewsPerPerson;
      if (others.length >= max)
        fail('invalid-input', { errors: [fieldRefusal('/name', 'too-many', { max })] });
      const id = newId<PortfolioViewId>();
      const made = { organisationId, id, accountId, accountName, ...toColumns(request) };
      await tx.insert(Object.assign(new PortfolioViewEntity(), made), {
        kind: 'portfolio-view-saved',
        viewId: id,
        name: request.name,
        shared: request.shared,
      });
      return read(tx, scope);
    });
  }

  change(scope: Scope, id: PortfolioViewId, request: SaveViewRequest): Promise<PortfolioViewsResponse> {
    return this.work.run(scope, async (tx) => {
      const others = await own(tx, scope);
      const view = found(others.find((one) => one.id === id));
      refuseSameName(
        others.filter((one) => one !== view),
        request.name,
      );
      await tx.save(Object.assign(view, toColumns(request)), {
        kind: 'portfolio-view-saved',
        viewId: id,
        name: request.name,
        shared: request.shared,
      });
      return read(tx, scope);
    });
  }

  remove(scope: Scope, id: PortfolioViewId): Promise<PortfolioViewsResponse> {
    return this.work.run(scope, async (tx) => {
      const view = found((await own(tx, scope)).find((one) => one.id === id));
      const { organisationId, name } = view;
      await tx.query('DELETE FROM portfolio_views WHERE organisation_id = $1 AND id = $2', [
        organisationId,
        id,
      ]);
      await tx.record({ kind: 'portfolio-view-removed', viewId: id, name });
      return read(tx, scope);
    });
  }
}

/** Held until the transaction ends, and one person's views one after the other. */
async function own(tx: Tx, { organisationId, accountId }: Scope): Promise<PortfolioViewEntity[]> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `portfolio_views/${organisationId}/${accountId}`,
  ]);
  return tx.manager.find(PortfolioViewEntity, { where: { organisationId, accountId } });
}

function refuseSameName(others: readonly PortfolioViewEntity[], name: string): void {
  if (others.some((one) => one.name === name))
    fail('invalid-input', { errors: [fieldRefusal('/name', 'duplicate')] });
}

function toColumns({ name, filters, shared }: SaveViewRequest) {
  return { name, filters: { ...filters }, shared };
}

async function read(tx: Tx, { organisationId, accountId }: Scope): Promise<PortfolioViewsResponse> {
  const rows = await tx.manager.find(PortfolioViewEntity, {
    where: [
      { organisationId, shared: true },
      { organisationId, accountId },
    ],
  });
  const mineFirst = (row: PortfolioViewEntity) => (row.accountId === accountId ? 0 : 1);
  return {
    items: rows
      .toSorted((a, b) => mineFirst(a) - mineFirst(b) || a.name.localeCompare(b.name, 'fr'))
      .map((row) => ({
        id: row.id,
        name: row.name,
        filters: row.filters,
        shared: row.shared,
        mine: row.accountId === accountId,
        byName: row.accountName,
      })),
  };
}
