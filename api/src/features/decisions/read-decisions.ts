import type { AssessmentId, OrganisationId } from '@probant/shared/ids';
import { In } from 'typeorm';
import type { Tx } from '../../platform/database/work.js';
import { found } from '../../platform/http/problem.js';
import { ScoreSnapshotEntity } from '../scoring/scoring.public.js';
import type { DecisionNoticeResponse, DecisionResponse } from './decisions.dto.js';
import { departsFrom } from '@probant/shared/decision-rules/judge-rule';
import { findRule, toRecordedRule } from './read-decision-rules.js';
import type { JudgedRuleResponse } from './decision-rules.dto.js';
import { DecisionEntity, DecisionNoticeEntity } from './decisions.entity.js';

/** Newest first, each with the score it was taken on and what the supplier was told. */
export async function readDecisions(
  tx: Tx,
  organisationId: OrganisationId,
  assessmentId: AssessmentId,
): Promise<DecisionResponse[]> {
  const decisions = await tx.manager.find(DecisionEntity, {
    where: { organisationId, assessmentId },
    order: { at: 'DESC', id: 'DESC' },
  });
  if (decisions.length === 0) return [];
  const notices = await tx.manager.findBy(DecisionNoticeEntity, { buyerId: organisationId, assessmentId });
  const snapshots = await tx.manager.find(ScoreSnapshotEntity, {
    select: { organisationId: true, id: true, score: true, grade: true },
    where: { organisationId, id: In(decisions.map(({ snapshotId }) => snapshotId)) },
  });
  const rules = new Map<string, JudgedRuleResponse>();
  for (const decision of decisions) {
    const rule = await readJudged(tx, decision);
    if (rule !== null) rules.set(decision.id, rule);
  }
  return decisions.map(({ id, outcome, reason, snapshotId, decidedByName, at }) => {
    const { score, grade } = found(snapshots.find((snapshot) => snapshot.id === snapshotId));
    const notice = found(notices.find(({ decisionId }) => decisionId === id));
    return {
      id,
      outcome,
      reason,
      snapshotId,
      score,
      grade,
      decidedByName,
      at: at.toISOString(),
      notice: toNotice(notice),
      rule: rules.get(id) ?? null,
    };
  });
}

async function readJudged(tx: Tx, decision: DecisionEntity): Promise<JudgedRuleResponse | null> {
  const { ruleId, ruleMet, ruleConditions, departure, outcome, organisationId } = decision;
  if (ruleId === null) return null;
  return {
    recorded: toRecordedRule(await findRule(tx, organisationId, ruleId)),
    met: ruleMet,
    departs: departsFrom(ruleMet, outcome),
    conditions: (ruleConditions ?? []).map((met) => ({ met })),
    departure,
  };
}

export function toNotice(notice: DecisionNoticeEntity): DecisionNoticeResponse {
  const { outcome, conditions, message, grade, knockoutReasons, at } = notice;
  return {
    outcome,
    conditions,
    message,
    grade,
    reasons: (knockoutReasons ?? []).map(({ fr, en }) => ({ fr, en })),
    at: at.toISOString(),
  };
}
