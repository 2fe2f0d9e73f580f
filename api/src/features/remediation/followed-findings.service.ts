import { Injectable } from '@nestjs/common';
import { pendingStatuses } from '@probant/shared/findings/finding';
import { In } from 'typeorm';
import type { Scope } from '../../platform/access/scope.js';
import { Work } from '../../platform/database/work.js';
import { found } from '../../platform/http/problem.js';
import {
  Conditions,
  containing,
  cursorColumns,
  orderOf,
  pageClause,
  toPage,
  type CursorRow,
} from '../../platform/http/page.js';
import { FindingEntity, findingOrders } from '../findings/findings.public.js';
import { FindingReader } from './finding-reader.service.js';
import type { FollowedFindingsQuery, FollowedFindingsResponse } from './remediation.dto.js';

const orders = { dueOn: findingOrders.dueOn, severity: findingOrders.severity } as const;

const tables = `FROM findings f JOIN assessments a ON a.buyer_id = f.buyer_id AND a.id = f.assessment_id`;

interface Row extends CursorRow {
  readonly id: FindingEntity['id'];
  readonly buyer_name: string;
  readonly title: string;
}

/** The findings that a supplier was shown, over all of its customers. */
@Injectable()
export class FollowedFindings {
  constructor(
    private readonly work: Work,
    private readonly reader: FindingReader,
  ) {}

  list(scope: Scope, query: FollowedFindingsQuery): Promise<FollowedFindingsResponse> {
    return this.work.run(scope, async (tx) => {
      const counted = conditionsOf(scope, query);
      const { total } = await tx.get<{ total: number }>(
        `SELECT count(*)::int AS total ${tables} WHERE ${counted.toString()}`,
        counted.parameters,
      );
      const order = orderOf(query.sort, 'dueOn', orders);
      const conditions = conditionsOf(scope, query);
      const clause = pageClause(conditions, order, query);
      const rows = await tx.query<Row>(
        `SELECT f.id, a.buyer_name, a.title, ${cursorColumns(order)} ${tables} ${clause}`,
        conditions.parameters,
      );
      const findings = await tx.manager.findBy(FindingEntity, {
        supplierOrganisationId: scope.organisationId,
        id: In(rows.map(({ id }) => id)),
      });
      const byId = new Map(findings.map((finding) => [finding.id, finding]));
      const page = toPage(rows, query, ({ id, buyer_name, title }) =>
        this.reader.toFollowed(found(byId.get(id)), { buyerName: buyer_name, title }),
      );
      return { ...page, total };
    });
  }
}

function conditionsOf({ organisationId }: Scope, { search, status }: FollowedFindingsQuery): Conditions {
  const conditions = new Conditions().add(
    'f.supplier_organisation_id = ? AND f.shared_at IS NOT NULL',
    organisationId,
  );
  if (search) {
    const like = containing(search.toLowerCase());
    conditions.add(
      'lower(a.buyer_name) LIKE ? OR lower(a.title) LIKE ? OR lower(f.question_key) LIKE ?',
      ...[like, like, like],
    );
  }
  if (status) conditions.add('f.status = ANY (?)', status === 'pending' ? pendingStatuses : [status]);
  return conditions;
}
