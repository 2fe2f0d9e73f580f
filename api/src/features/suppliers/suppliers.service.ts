import { Injectable } from '@nestjs/common';
import { changedFields, fieldChanges, type FieldChange } from '@probant/shared/audit/field-changes';
import type { SupplierId } from '@probant/shared/ids';
import { validateSupplier, type Supplier } from '@probant/shared/suppliers/supplier';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { sqlState, Work, type Tx } from '../../platform/database/work.js';
import { accepted, fail, found } from '../../platform/http/problem.js';
import { Standings } from '../portfolio/portfolio.public.js';
import { SupplierEntity } from './supplier.entity.js';
import { readSupplier } from './read-supplier.js';
import type { ChangeSupplierRequest, SupplierRequest, SupplierResponse } from './suppliers.dto.js';

type Columns = Pick<SupplierEntity, 'name' | 'siren' | 'country' | 'website' | 'domains' | 'notes'>;

/** The companies that a buyer buys from, or may. */
@Injectable()
export class Suppliers {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly standings: Standings,
  ) {}

  get(scope: Scope, id: SupplierId): Promise<SupplierResponse> {
    return this.work.run(scope, (tx) => readSupplier(tx, scope, id));
  }

  create(scope: Scope, request: SupplierRequest): Promise<SupplierResponse> {
    const { value } = accepted(validateSupplier(plain(request)));
    const now = this.clock.now();
    const supplier = Object.assign(new SupplierEntity(), columnsOf(value), {
      organisationId: scope.organisationId,
      id: newId<SupplierId>(),
      archivedAt: null,
      revision: 1,
      createdAt: now,
      updatedAt: now,
    });
    return onceBySiren(() =>
      this.work.run(scope, async (tx) => {
        await refuseTakenSiren(tx, supplier);
        await tx.insert(supplier, {
          kind: 'supplier-created',
          supplierId: supplier.id,
          name: supplier.name,
          ...(supplier.siren === null ? {} : { siren: supplier.siren }),
        });
        return readSupplier(tx, scope, supplier.id);
      }),
    );
  }

  change(scope: Scope, id: SupplierId, request: ChangeSupplierRequest): Promise<SupplierResponse> {
    const { revision, ...facts } = request;
    const { value } = accepted(validateSupplier(plain(facts)));
    return onceBySiren(() =>
      this.work.run(scope, async (tx) => {
        const supplier = await lockActiveSupplier(tx, scope, id);
        if (supplier.revision !== revision) fail('stale-revision');
        const next = columnsOf(value);
        const changes = fieldChanges(pick(supplier), next);
        if (changes.length === 0) return readSupplier(tx, scope, id);
        Object.assign(supplier, next);
        await refuseTakenSiren(tx, supplier);
        await this.save(tx, supplier, { kind: 'supplier-changed', fields: changedFields(changes), changes });
        return readSupplier(tx, scope, id);
      }),
    );
  }

  /** Out of every list, with its engagements; nothing is deleted. Waits until no assessment of it is under way. */
  archive(scope: Scope, id: SupplierId): Promise<SupplierResponse> {
    return this.work.run(scope, async (tx) => {
      const supplier = await tx.lock(SupplierEntity, { organisationId: scope.organisationId, id });
      if (supplier.archivedAt === null) {
        const [running] = await tx.query(
          `SELECT 1 FROM assessments a JOIN engagements e ON e.organisation_id = a.buyer_id AND e.id = a.engagement_id
           WHERE a.buyer_id = $1 AND e.supplier_id = $2 AND a.status NOT IN ('decided', 'cancelled') LIMIT 1`,
          [scope.organisationId, id],
        );
        if (running) fail('in-use');
        supplier.archivedAt = this.clock.now();
        await this.save(tx, supplier, { kind: 'supplier-archived' });
      }
      return readSupplier(tx, scope, id);
    });
  }

  restore(scope: Scope, id: SupplierId): Promise<SupplierResponse> {
    return onceBySiren(() =>
      this.work.run(scope, async (tx) => {
        const supplier = await tx.lock(SupplierEntity, { organisationId: scope.organisationId, id });
        if (supplier.archivedAt !== null) {
          await refuseTakenSiren(tx, supplier);
          supplier.archivedAt = null;
          await this.save(tx, supplier, { kind: 'supplier-restored' });
        }
        return readSupplier(tx, scope, id);
      }),
    );
  }

  private async save(tx: Tx, supplier: SupplierEntity, event: SupplierEvent): Promise<void> {
    supplier.revision += 1;
    supplier.updatedAt = this.clock.now();
    await tx.save(supplier, { ...event, supplierId: supplier.id, name: supplier.name });
    await this.standings.describeSuppliers(tx, [supplier.id]);
  }
}

type SupplierEvent =
  | {
      readonly kind: 'supplier-changed';
      readonly fields: readonly string[];
      readonly changes: readonly FieldChange[];
    }
  | { readonly kind: 'supplier-archived' | 'supplier-restored' };

/** The supplier, locked; an archived one is restored before it changes. */
export async function lockActiveSupplier(tx: Tx, scope: Scope, id: SupplierId): Promise<SupplierEntity> {
  const supplier = found(await tx.lock(SupplierEntity, { organisationId: scope.organisationId, id }));
  return supplier.archivedAt === null ? supplier : fail('archived');
}

function pick({ name, siren, country, website, domains, notes }: SupplierEntity): Columns {
  return { name, siren, country, website, domains, notes };
}

function columnsOf(supplier: Supplier): Columns {
  return { ...supplier, siren: supplier.siren ?? null, domains: [...supplier.domains] };
}

/** The validation pipe makes instances; rules read plain values, a null SIREN being none. */
function plain({ siren, ...facts }: SupplierRequest): object {
  return { ...facts, ...(siren === null || siren === undefined ? {} : { siren }) };
}

const takenSiren = { errors: [{ pointer: '/siren', code: 'duplicate' }] } as const;

async function refuseTakenSiren(tx: Tx, { organisationId, id, siren }: SupplierEntity): Promise<void> {
  if (siren === null) return;
  const [other] = await tx.query(
    'SELECT 1 FROM suppliers WHERE organisation_id = $1 AND siren = $2 AND id <> $3 AND archived_at IS NULL',
    [organisationId, siren, id],
  );
  if (other) fail('already-exists', takenSiren);
}

/** Two requests at once may both find the SIREN free; the index lets one in. */
async function onceBySiren<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (sqlState(error) === '23505') fail('already-exists', takenSiren);
    throw error;
  }
}
