import { Injectable } from '@nestjs/common';
import { decideAct, type ContradictionActKind } from '@probant/shared/contradictions/standing';
import type { ClarificationId, ContradictionActId, EngagementId } from '@probant/shared/ids';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import type { AuditEvent } from '@probant/shared/audit/events';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { accepted, fail } from '../../platform/http/problem.js';
import { AssessmentEntity } from '../assessments/assessments.public.js';
import { Clarifications } from '../clarifications/clarifications.public.js';
import { lockEngagement } from '../contracts/contracts.public.js';
import { ContradictionReader, describe } from './contradiction-reader.service.js';
import type { EngagementContradictionsResponse } from './contradictions.dto.js';
import { ContradictionActEntity } from './contradictions.entity.js';
import type { CurrentContradiction, KeptContradiction } from './to-contradictions.js';

interface Asked {
  readonly act: ContradictionActKind;
  readonly key: string;
  readonly fingerprint: string;
  readonly words: string;
}

/** What a person does about a contradiction, on the facts that were read: a question, a reason, never a score. */
@Injectable()
export class ContradictionActs {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly reader: ContradictionReader,
    private readonly clarifications: Clarifications,
  ) {}

  async act(scope: Scope, id: EngagementId, asked: Asked): Promise<EngagementContradictionsResponse> {
    return this.work.run(scope, async (tx) => {
      // Two who act at once come one after the other.
      await lockEngagement(tx, scope, id);
      const { situation, current } = await this.reader.readIn(tx, scope, id);
      const one = current.find(({ key }) => key === asked.key) ?? null;
      const words = accepted(decideAct(asked.act, one, asked));
      if (one === null || situation.assessment_id === null) return fail('contradiction-changed');
      const buyerId = scope.organisationId;
      const assessment = await tx.lock(AssessmentEntity, { buyerId, id: situation.assessment_id });
      const clarificationId =
        asked.act === 'asked'
          ? await this.clarifications.write(tx, scope, assessment, {
              party: 'buyer',
              questionId: one.questionId,
              body: words,
            })
          : null;
      await this.keep(tx, scope, { id, assessment, one, act: asked.act, words, clarificationId });
      return describe(await this.reader.readIn(tx, scope, id), scope);
    });
  }

  private async keep(tx: Tx, scope: Scope, kept: Act): Promise<void> {
    const { id: engagementId, assessment, one, act, words, clarificationId } = kept;
    const text = canonicalJson(toKept(one, act, words));
    const row = Object.assign(new ContradictionActEntity(), {
      organisationId: scope.organisationId,
      id: newId<ContradictionActId>(),
      engagementId,
      assessmentId: assessment.id,
      ...{ key: one.key, act, fingerprint: one.fingerprint, text, clarificationId },
      actedBy: scope.accountId,
      actedByName: scope.accountName,
      actedAt: this.clock.now(),
    });
    await tx.insert(row, eventOf(row, one.questionId, words));
  }
}

interface Act {
  readonly id: EngagementId;
  readonly assessment: AssessmentEntity;
  readonly one: CurrentContradiction;
  readonly act: ContradictionActKind;
  readonly words: string;
  readonly clarificationId: ClarificationId | null;
}

function toKept(one: CurrentContradiction, act: ContradictionActKind, words: string): KeptContradiction {
  const { key, rule, questionId, title, why, said, found } = one;
  return { format: 1, act, words, key, rule, questionId, title, why, said, found };
}

function eventOf(row: ContradictionActEntity, questionId: string, reason: string): AuditEvent {
  const { assessmentId, id: actId, key: contradiction, fingerprint, act, clarificationId } = row;
  const about = { assessmentId, questionId, actId, contradiction, fingerprint, actSha256: sha256(row.text) };
  if (clarificationId !== null) return { kind: 'contradiction-asked', ...about, clarificationId };
  return act === 'reopened'
    ? { kind: 'contradiction-reopened', ...about, reason }
    : { kind: 'contradiction-set-aside', ...about, reason };
}
