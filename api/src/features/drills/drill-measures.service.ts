import { Injectable } from '@nestjs/common';
import { lastDay, measuredAnswers } from '@probant/shared/drills/measured-answers';
import { levelOfRecord } from '@probant/shared/drills/record';
import type { AssessmentId, DrillRecordId } from '@probant/shared/ids';
import type { Scope } from '../../platform/access/scope.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { fail, found } from '../../platform/http/problem.js';
import { AssessmentEntity } from '../assessments/assessments.public.js';
import { MeasuredProofs, type Measure } from '../reviews/reviews.public.js';
import { readReplies } from './drill-book.js';
import { toRecordText } from './drill-records.service.js';
import type { ConfirmMeasureRequest, MeasuresResponse } from './drills.dto.js';

interface DrillMeasure extends Measure {
  readonly drillName: string;
}

/** What the last drill of an engagement says to the questions under review: a proposal until a reviewer confirms it. */
@Injectable()
export class DrillMeasures {
  constructor(
    private readonly work: Work,
    private readonly proofs: MeasuredProofs,
  ) {}

  read(scope: Scope, id: AssessmentId): Promise<MeasuresResponse> {
    return this.work.run(scope, async (tx) => {
      const assessment = found(await tx.find(AssessmentEntity, { buyerId: scope.organisationId, id }));
      return this.describe(tx, scope, assessment);
    });
  }

  /** The measure is the record's own: the reviewer says for which question it counts, and from when it no longer does. */
  confirm(
    scope: Scope,
    id: AssessmentId,
    questionId: string,
    { recordId, confirmed }: ConfirmMeasureRequest,
  ): Promise<MeasuresResponse> {
    return this.work.run(scope, async (tx) => {
      const assessment = found(await tx.find(AssessmentEntity, { buyerId: scope.organisationId, id }));
      if (confirmed) {
        const measures = await readMeasures(tx, scope, assessment);
        const measure = measures.find((one) => one.questionId === questionId && one.sourceId === recordId);
        if (measure === undefined) return fail('not-found');
        await this.proofs.confirm(tx, scope, id, measure);
      } else {
        const sourceId = recordId as DrillRecordId;
        await this.proofs.withdraw(tx, scope, id, { questionId, sourceId });
      }
      return this.describe(tx, scope, assessment);
    });
  }

  private async describe(tx: Tx, scope: Scope, assessment: AssessmentEntity): Promise<MeasuresResponse> {
    const measures = await readMeasures(tx, scope, assessment);
    const standings = await this.proofs.stand(tx, scope, assessment.id, measures);
    return {
      items: standings.map(({ measure, agrees, confirmed }) => ({
        questionId: measure.questionId,
        recordId: measure.sourceId,
        drillName: measure.drillName,
        value: measure.value,
        measuredOn: measure.measuredOn,
        level: measure.level,
        agrees,
        confirmedLevel: confirmed?.level ?? null,
        confirmedByName: confirmed?.confirmedByName ?? null,
      })),
    };
  }
}

/** Of the drill that was carried out last, by its last record; a drill that is being corrected measures nothing meanwhile. */
async function readMeasures(
  tx: Tx,
  { organisationId }: Scope,
  { engagementId }: AssessmentEntity,
): Promise<DrillMeasure[]> {
  const rows = await tx.query<{ id: DrillRecordId; text: string }>(
    `SELECT DISTINCT ON (r.drill_id) r.id, r.record_text AS text FROM drill_records r
       JOIN drills d ON d.organisation_id = r.buyer_id AND d.id = r.drill_id AND d.recorded
      WHERE r.buyer_id = $1 AND r.engagement_id = $2 ORDER BY r.drill_id, r.number DESC`,
    [organisationId, engagementId],
  );
  const records = rows.map(({ id, text }) => ({ id, drill: toRecordText(text).drill }));
  const [last] = records.sort((a, b) => lastDay(b.drill).localeCompare(lastDay(a.drill)));
  if (last === undefined) return [];
  const { id, drill } = last;
  const stances = ((await readReplies(tx, [id])).get(id) ?? []).map(({ stance }) => stance);
  return measuredAnswers(drill).map(({ questionId, value }) => ({
    questionId,
    value,
    sourceId: id,
    level: levelOfRecord(stances),
    measuredOn: lastDay(drill),
    drillName: drill.name,
  }));
}
