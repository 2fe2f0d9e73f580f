import { Injectable } from '@nestjs/common';
import { decideOutcome } from '@probant/shared/assessments/decide-outcome';
import { isClosed } from '@probant/shared/assessments/lifecycle';
import { findSharedGrade } from '@probant/shared/assessments/supplier-view';
import {
  decideDeparture,
  departsFrom,
  judgeRule,
  type JudgedRule,
} from '@probant/shared/decision-rules/judge-rule';
import type { AssessmentId } from '@probant/shared/ids';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { accepted, fail, found } from '../../platform/http/problem.js';
import { AssessmentEntity, moveAssessment } from '../assessments/assessments.public.js';
import { Correspondents } from '../clarifications/clarifications.public.js';
import { FourEyes } from '../four-eyes/four-eyes.public.js';
import { ReviewNotices } from '../reviews/reviews.public.js';
import { Scoring, type Scored } from '../scoring/scoring.public.js';
import type { JudgedRuleResponse } from './decision-rules.dto.js';
import type { DecideRequest, DecisionsResponse } from './decisions.dto.js';
import { DecisionEntity, DecisionNoticeEntity } from './decisions.entity.js';
import { decidedLetter } from './decisions.letters.js';
import { findRuleInForce, ruleOf, toRecordedRule, type RuleRow } from './read-decision-rules.js';
import { readDecisions } from './read-decisions.js';

/** Sign, sign under conditions or refuse: on a score that is kept, with a reason, and told to the supplier. */
@Injectable()
export class Decisions {
  constructor(
    private readonly work: Work,
    private readonly scoring: Scoring,
    private readonly notices: ReviewNotices,
    private readonly fourEyes: FourEyes,
    private readonly correspondents: Correspondents,
    private readonly clock: Clock,
  ) {}

  decide(scope: Scope, id: AssessmentId, request: DecideRequest): Promise<DecisionsResponse> {
    return this.work.run(scope, async (tx) => {
      const assessment = await tx.lock(AssessmentEntity, { buyerId: scope.organisationId, id });
      const wish = accepted(decideOutcome(request));
      moveAssessment(assessment, 'decide', this.clock, wish.reason);
      await tx.manager.save(assessment);
      const { scored, snapshot } = found(await this.scoring.keep(tx, scope.organisationId, id, 'decided'));
      await this.fourEyes.require(tx, assessment, scored.facts);
      const judged = await this.judge(tx, scope, id, scored);
      const met = judged?.met ?? null;
      const departure = accepted(decideDeparture(met, wish.outcome, request.departure ?? ''));
      const decision = Object.assign(new DecisionEntity(), {
        organisationId: scope.organisationId,
        id: newId(),
        assessmentId: id,
        outcome: wish.outcome,
        reason: wish.reason,
        snapshotId: snapshot.id,
        decidedBy: scope.accountId,
        decidedByName: scope.accountName,
        ruleId: judged?.rule.id ?? null,
        ruleMet: met,
        ruleConditions: judged?.conditions ?? null,
        departure,
        at: this.clock.now(),
      });
      await tx.insert(decision, {
        kind: 'decided',
        assessmentId: id,
        outcome: wish.outcome,
        reason: wish.reason,
        gradeShared: request.shareGrade,
        snapshotId: snapshot.id,
        ...(judged === undefined ? {} : { ruleId: judged.rule.id }),
        ...(met === null ? {} : { ruleMet: met }),
        ...(departure === '' ? {} : { departure }),
      });
      await this.tell(
        tx,
        { scope, assessment, decision, scored },
        { ...wish, shareGrade: request.shareGrade },
      );
      return { items: await readDecisions(tx, scope.organisationId, id), rule: null };
    });
  }

  list(scope: Scope, id: AssessmentId): Promise<DecisionsResponse> {
    return this.work.run(scope, async (tx) => {
      const { status } = found(await tx.find(AssessmentEntity, { buyerId: scope.organisationId, id }));
      const items = await readDecisions(tx, scope.organisationId, id);
      return { items, rule: isClosed(status) ? null : await this.readRule(tx, scope, id) };
    });
  }

  private async readRule(tx: Tx, scope: Scope, id: AssessmentId): Promise<JudgedRuleResponse | null> {
    const scored = await this.scoring.findLive(tx, scope.organisationId, id);
    const judged = scored === undefined ? undefined : await this.judge(tx, scope, id, scored);
    if (judged === undefined) return null;
    return {
      recorded: toRecordedRule(judged.rule),
      met: judged.met,
      departs: departsFrom(judged.met, 'sign'),
      conditions: judged.conditions.map((met) => ({ met })),
      departure: '',
    };
  }

  private async judge(
    tx: Tx,
    scope: Scope,
    id: AssessmentId,
    { version, range, answers }: Scored,
  ): Promise<(JudgedRule & { readonly rule: RuleRow }) | undefined> {
    const rule = await findRuleInForce(tx, scope.organisationId, id);
    if (rule === undefined) return undefined;
    const { score, grade, knockouts } = range.score;
    const facts = { score, grade, knockouts: knockouts.map((one) => one.id), answers };
    return { rule, ...judgeRule(version.document, ruleOf(rule), facts) };
  }

  /** The supplier's copy is made here, once, by allow-list; the reason stays with the buyer. */
  private async tell(
    tx: Tx,
    decided: { scope: Scope; assessment: AssessmentEntity; decision: DecisionEntity; scored: Scored },
    wish: DecideRequest,
  ): Promise<void> {
    const { scope, assessment, decision, scored } = decided;
    const { supplierOrganisationId, status, id: assessmentId, buyerName, title } = assessment;
    if (supplierOrganisationId === null) return fail('transition-refused', { params: { status } });
    await this.notices.share(tx, assessment, scored);
    const shared = findSharedGrade(scored.version.document, scored.range.score, wish.shareGrade);
    const { outcome, conditions, message } = wish;
    const told = {
      outcome,
      conditions,
      message,
      grade: shared?.grade ?? null,
      knockoutReasons: shared?.reasons ?? null,
    };
    const notice = Object.assign(new DecisionNoticeEntity(), {
      ...told,
      buyerId: assessment.buyerId,
      supplierOrganisationId,
      decisionId: decision.id,
      assessmentId,
      at: decision.at,
    });
    await tx.manager.insert(DecisionNoticeEntity, notice);
    await tx.recordForBoth({
      kind: 'decision-told',
      assessmentId,
      outcome,
      gradeShared: shared !== undefined,
      noticeSha256: sha256(canonicalJson(told)),
    });
    await this.correspondents.tellSupplier(tx, assessment, {
      template: 'decided',
      compose: (language, address) =>
        decidedLetter(language, {
          buyerName,
          sender: scope.accountName,
          title,
          outcome,
          conditions,
          message,
          address,
        }),
    });
  }
}
