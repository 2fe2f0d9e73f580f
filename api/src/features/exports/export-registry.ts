import { Injectable } from '@nestjs/common';
import type { ListName } from '@probant/shared/audit/organisation-events';
import { pointer } from '@probant/shared/decision';
import type { Action } from '@probant/shared/permissions';
import type { Language } from '@probant/shared/questionnaires/document';
import type { Scope } from '../../platform/access/scope.js';
import type { Tx } from '../../platform/database/work.js';
import { fail } from '../../platform/http/problem.js';
import { createValidationPipe } from '../../platform/http/validation.js';
import type { PagedTable } from '../../platform/tables/paged-table.js';

/** What is asked beside the list's own filters. */
export interface ExportOptions {
  readonly language: Language;
  /** One row more than may be exported, so that too many are noticed. */
  readonly maxRows: number;
}

/** A list that a feature lets out, under the filters that its screen has. */
export interface ExportableList<Q extends object> {
  readonly name: ListName;
  /** Who may read the list on its screen may export it. */
  readonly action: Action;
  /** The query class of the list; what it does not know is refused. null: a list that its screen shows whole. */
  readonly query: (new () => Q) | null;
  readonly read: (tx: Tx, scope: Scope, query: Q, options: ExportOptions) => PagedTable | Promise<PagedTable>;
}

export interface RegisteredList {
  readonly name: ListName;
  readonly action: Action;
  readonly check: (
    filters: object,
  ) => Promise<(tx: Tx, scope: Scope, options: ExportOptions) => PagedTable | Promise<PagedTable>>;
}

const validation = createValidationPipe();

function refuseFilters(filters: object): object {
  const unknown = Object.keys(filters);
  if (unknown.length === 0) return {};
  return fail('invalid-input', {
    errors: unknown.map((name) => ({ pointer: pointer(name), code: 'unknown-field' })),
  });
}

/** Features register their lists here when their module starts. */
@Injectable()
export class ExportRegistry {
  private readonly lists = new Map<string, RegisteredList>();

  add<Q extends object>({ name, action, query: metatype, read }: ExportableList<Q>): void {
    if (this.lists.has(name)) throw new Error(`the list ${name} is registered twice`);
    this.lists.set(name, {
      name,
      action,
      check: async (filters) => {
        const query = (
          metatype === null
            ? refuseFilters(filters)
            : await validation.transform(filters, { type: 'query', metatype })
        ) as Q;
        return (tx, scope, options) => read(tx, scope, query, options);
      },
    });
  }

  find(name: string): RegisteredList | undefined {
    return this.lists.get(name);
  }
}
