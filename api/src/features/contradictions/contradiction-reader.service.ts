import { Injectable } from '@nestjs/common';
import { isClosed } from '@probant/shared/assessments/lifecycle';
import { factsText, findContradictions } from '@probant/shared/contradictions/find-contradictions';
import { standingOf } from '@probant/shared/contradictions/standing';
import type { EngagementId } from '@probant/shared/ids';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { found } from '../../platform/http/problem.js';
import { Library } from '../library/library.public.js';
import { Versions } from '../questionnaires/questionnaires.public.js';
import { composeFacts } from './compose-facts.js';
import type { EngagementContradictionsResponse } from './contradictions.dto.js';
import {
  factStatements,
  readRows,
  type FactRows,
  type ReadRows,
  type SituationRow,
} from './fact-statements.js';
import { toItems, type CurrentContradiction, type Reading } from './to-contradictions.js';

/** Contradictions as the facts are now, with what was done about them; nothing of it is kept, and no score reads it. */
@Injectable()
export class ContradictionReader {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly library: Library,
    private readonly versions: Versions,
  ) {}

  async read(scope: Scope, id: EngagementId): Promise<EngagementContradictionsResponse> {
    const rows: ReadRows = await this.work.ask<FactRows>(scope, ...factStatements(scope.organisationId, id));
    const row = found(rows[0][0]);
    const document =
      this.versions.findKept(row.version_sha256) ??
      (await this.work.run(scope, (tx) => this.documentOf(tx, scope, row)));
    return describe(this.confront(scope, rows, row, document), scope);
  }

  /** Inside a transaction that goes on to act. */
  async readIn(tx: Tx, scope: Scope, id: EngagementId): Promise<Reading> {
    const rows = await readRows(tx, factStatements(scope.organisationId, id));
    const row = found(rows[0][0]);
    return this.confront(scope, rows, row, await this.documentOf(tx, scope, row));
  }

  private async documentOf(tx: Tx, { organisationId }: Scope, { version_id }: SituationRow) {
    if (version_id === null) return this.library.questionBank();
    return (await this.versions.get(tx, organisationId, version_id)).document;
  }

  private confront(
    scope: Scope,
    rows: ReadRows,
    row: SituationRow,
    document: ReturnType<Library['questionBank']>,
  ): Reading {
    const frame = {
      document,
      clauses: this.library.clauses(),
      buyerName: scope.organisationName,
      now: this.clock.now(),
    };
    const acts = rows[14];
    const current = findContradictions(composeFacts(rows, row, frame)).map((one): CurrentContradiction => {
      const fingerprint = sha256(factsText(one));
      const own = acts.filter(({ key }) => key === one.key);
      return { ...one, fingerprint, acts: own, standing: standingOf(fingerprint, own) };
    });
    return { situation: row, current, acts };
  }
}

export function describe(reading: Reading, scope: Scope): EngagementContradictionsResponse {
  const { assessment_id, status, accepted } = reading.situation;
  const asking =
    assessment_id === null || status === null || accepted !== true
      ? 'nobody'
      : isClosed(status)
        ? 'closed'
        : 'possible';
  return { assessmentId: assessment_id, asking, items: toItems(reading, scope, asking === 'possible') };
}
