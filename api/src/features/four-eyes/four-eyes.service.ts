import { Injectable } from '@nestjs/common';
import {
  decideConfirmation,
  decideConfirmed,
  decideFourEyes,
  everyQuestionnaire,
  needsFourEyes,
} from '@probant/shared/assessments/four-eyes';
import { fieldRefusal } from '@probant/shared/decision';
import type { AssessmentId } from '@probant/shared/ids';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { accepted, fail, found } from '../../platform/http/problem.js';
import { AssessmentEntity } from '../assessments/assessments.public.js';
import { findFacts, type AssessedFacts } from '../scoring/scoring.public.js';
import type {
  ChangeFourEyesRequest,
  ConfirmationsResponse,
  ConfirmItemRequest,
  ConfirmRequest,
  FourEyesResponse,
} from './four-eyes.dto.js';
import {
  countConfirmers,
  readAcceptances,
  readFourEyesRules,
  type KeptAcceptance,
} from './read-acceptances.js';

/** What one reviewer accepted, another confirms before anything is decided. */
@Injectable()
export class FourEyes {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  readRules(scope: Scope): Promise<FourEyesResponse> {
    return this.work.run(scope, (tx) => readRules(tx, scope));
  }

  changeRule(scope: Scope, request: ChangeFourEyesRequest): Promise<FourEyesResponse> {
    return this.work.run(scope, async (tx) => {
      const { organisationId, accountId, accountName } = scope;
      const { questionnaireCode } = request;
      const known = await tx.query(
        'SELECT 1 FROM questionnaire_versions WHERE organisation_id = $1 AND code = $2 LIMIT 1',
        [organisationId, questionnaireCode],
      );
      if (questionnaireCode !== everyQuestionnaire && known.length === 0)
        fail('invalid-input', { errors: [fieldRefusal('/questionnaireCode', 'unknown-reference')] });
      const on = accepted(decideFourEyes(request.on, await countConfirmers(tx, organisationId)));
      const changed = await tx.query(
        on
          ? `INSERT INTO four_eyes_rules (organisation_id, questionnaire_code, set_by, set_by_name, at)
             VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING 1 AS one`
          : `WITH gone AS (DELETE FROM four_eyes_rules WHERE organisation_id = $1 AND questionnaire_code = $2 RETURNING 1 AS one)
             SELECT one FROM gone`,
        on
          ? [organisationId, questionnaireCode, accountId, accountName, this.clock.now()]
          : [organisationId, questionnaireCode],
      );
      if (changed.length > 0) await tx.record({ kind: 'four-eyes-changed', questionnaireCode, on });
      return readRules(tx, scope);
    });
  }

  read(scope: Scope, id: AssessmentId): Promise<ConfirmationsResponse> {
    return this.work.run(scope, async (tx) => {
      const assessment = found(await tx.find(AssessmentEntity, { buyerId: scope.organisationId, id }));
      return toResponse(tx, scope, assessment, await findFacts(tx, scope.organisationId, id));
    });
  }

  confirm(scope: Scope, id: AssessmentId, request: ConfirmRequest): Promise<ConfirmationsResponse> {
    return this.work.run(scope, async (tx) => {
      const assessment = await tx.lock(AssessmentEntity, { buyerId: scope.organisationId, id });
      const { status } = assessment;
      const facts = await findFacts(tx, scope.organisationId, id);
      if (facts === undefined) return fail('transition-refused', { params: { status } });
      const acceptances = await readAcceptances(tx, facts);
      for (const [index, item] of request.items.entries()) {
        const acceptance = findAcceptance(acceptances, item, index);
        if (accepted(decideConfirmation(status, acceptance, scope.accountId)) === 'confirm')
          await this.write(tx, scope, id, acceptance);
      }
      return toResponse(tx, scope, assessment, facts);
    });
  }

  /** Refuses a decision while four eyes are required and a second pair is missing. */
  async require(tx: Tx, assessment: AssessmentEntity, facts: AssessedFacts): Promise<void> {
    const rules = await readFourEyesRules(tx, assessment.buyerId);
    if (!needsFourEyes(rules, assessment.questionnaireCode)) return;
    accepted(decideConfirmed(await readAcceptances(tx, facts)));
  }

  private async write(
    tx: Tx,
    scope: Scope,
    assessmentId: AssessmentId,
    { questionId, evidenceId, name, acceptedByName }: KeptAcceptance,
  ): Promise<void> {
    const { organisationId, accountId, accountName } = scope;
    const by = [organisationId, assessmentId, questionId, accountId, accountName, this.clock.now()];
    await tx.query(
      evidenceId === null
        ? `UPDATE answer_reviews SET na_confirmed_by = $4, na_confirmed_by_name = $5, na_confirmed_at = $6
           WHERE organisation_id = $1 AND assessment_id = $2 AND question_key = $3`
        : `UPDATE evidence_reviews SET confirmed_by = $4, confirmed_by_name = $5, confirmed_at = $6
           WHERE organisation_id = $1 AND assessment_id = $2 AND question_key = $3 AND evidence_id = $7`,
      evidenceId === null ? by : [...by, evidenceId],
    );
    await tx.record({
      kind: 'acceptance-confirmed',
      ...{ assessmentId, questionId, acceptedBy: acceptedByName },
      ...(evidenceId === null || name === null ? {} : { evidenceId, name }),
    });
  }
}

/** As it was read: another verdict since then is another acceptance, also where the first was withdrawn and counts begin anew. */
function findAcceptance(
  acceptances: readonly KeptAcceptance[],
  { questionId, evidenceId, revision, acceptedAt }: ConfirmItemRequest,
  index: number,
): KeptAcceptance {
  const kept = acceptances.find((one) => one.questionId === questionId && one.evidenceId === evidenceId);
  if (kept === undefined)
    return fail('invalid-input', { errors: [fieldRefusal(`/items/${index}`, 'unknown-reference')] });
  if (kept.revision !== revision || kept.acceptedAt.getTime() !== Date.parse(acceptedAt))
    return fail('stale-revision', { conflicts: [{ questionId, evidenceId }] });
  return kept;
}

async function readRules(tx: Tx, { organisationId }: Scope): Promise<FourEyesResponse> {
  const rules = await readFourEyesRules(tx, organisationId);
  return {
    everywhere: rules.includes(everyQuestionnaire),
    questionnaires: rules.filter((code) => code !== everyQuestionnaire),
    confirmers: await countConfirmers(tx, organisationId),
  };
}

async function toResponse(
  tx: Tx,
  { organisationId, accountId }: Scope,
  { questionnaireCode }: AssessmentEntity,
  facts: AssessedFacts | undefined,
): Promise<ConfirmationsResponse> {
  const rules = await readFourEyesRules(tx, organisationId);
  const items = facts === undefined ? [] : await readAcceptances(tx, facts);
  return {
    required: needsFourEyes(rules, questionnaireCode),
    missing: items.filter(({ confirmedBy }) => confirmedBy === null).length,
    items: items.map((item) => ({
      questionId: item.questionId,
      evidenceId: item.evidenceId,
      name: item.name,
      level: item.level,
      acceptedByName: item.acceptedByName,
      acceptedAt: item.acceptedAt.toISOString(),
      own: item.acceptedBy === accountId,
      confirmedByName: item.confirmedByName,
      confirmedAt: item.confirmedAt?.toISOString() ?? null,
      revision: item.revision,
    })),
  };
}
