import { Injectable, type OnModuleInit } from '@nestjs/common';
import { fieldRefusal } from '@probant/shared/decision';
import type { Scope } from '../../platform/access/scope.js';
import type { Tx } from '../../platform/database/work.js';
import { fail } from '../../platform/http/problem.js';
import { ExportRegistry } from '../exports/exports.public.js';
import { toTable } from './comparison-table.js';
import { ComparisonFileQuery, type ComparisonResponse } from './comparisons.dto.js';
import { Comparisons } from './comparisons.service.js';

/** A comparison as a file, with the questions that its screen has in view. */
@Injectable()
export class ComparisonExports implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly comparisons: Comparisons,
  ) {}

  onModuleInit(): void {
    this.registry.add({
      name: 'comparison',
      action: 'scores:read',
      query: ComparisonFileQuery,
      read: async (tx, scope, query, { language }) =>
        toTable(await this.compare(tx, scope, query), query.show ?? 'said', language),
    });
  }

  private compare(
    tx: Tx,
    scope: Scope,
    { engagements, engagement, at, and }: ComparisonFileQuery,
  ): Promise<ComparisonResponse> {
    if (engagements !== undefined) return this.comparisons.engagementsWithin(tx, scope, engagements);
    if (engagement === undefined) {
      return fail('invalid-input', { errors: [fieldRefusal('/engagements', 'required')] });
    }
    const days = { ...(at === undefined ? {} : { at }), ...(and === undefined ? {} : { and }) };
    return this.comparisons.daysWithin(tx, scope, engagement, days);
  }
}
