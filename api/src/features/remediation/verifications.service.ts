import { Injectable } from '@nestjs/common';
import { validateAnswer } from '@probant/shared/answers/validate-answer';
import { findQuestion } from '@probant/shared/answers/visibility';
import { judgedText } from '@probant/shared/assessments/judgement';
import { decideLevel } from '@probant/shared/findings/verification';
import type { FindingId } from '@probant/shared/ids';
import type { AnswerValue } from '@probant/shared/questionnaires/document';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { accepted, fail, found } from '../../platform/http/problem.js';
import { readSupplierDocument } from '../assessments/assessments.public.js';
import { endVerification } from '../findings/findings.public.js';
import { FindingMoves } from './finding-moves.service.js';
import { FindingReader } from './finding-reader.service.js';
import { getFinding, holdFinding, type HeldFinding } from './held-finding.js';
import type { FindingFileResponse, VerifyFindingRequest } from './remediation.dto.js';
import { FindingVerificationEntity } from './remediation.entity.js';
import { VerifiedScores } from './verified-scores.service.js';

/** The score moves once the buyer has seen a correction for itself, and moves back when that no longer holds. */
@Injectable()
export class Verifications {
  constructor(
    private readonly work: Work,
    private readonly moves: FindingMoves,
    private readonly scores: VerifiedScores,
    private readonly reader: FindingReader,
    private readonly clock: Clock,
  ) {}

  verify(scope: Scope, id: FindingId, request: VerifyFindingRequest): Promise<FindingFileResponse> {
    return this.work.run(scope, async (tx) => {
      const held = await holdFinding(tx, scope, 'buyer', id, request.revision);
      const { organisationId, accountId, accountName } = scope;
      const { assessmentId, questionId } = held.finding;
      const level = accepted(decideLevel(request.level));
      if (request.datedOn > this.clock.today())
        fail('invalid-input', { errors: [{ pointer: '/datedOn', code: 'date-in-future' }] });
      const { facts, question } = await this.scores.questionOf(tx, organisationId, held);
      const value = await this.checkedValue(tx, held, request.value);
      const { number } = await this.moves.move(tx, held, {
        act: 'verify',
        by: 'buyer',
        author: { organisationId, accountId, name: accountName },
        organisationName: scope.organisationName,
        reason: request.reason,
      });
      const at = this.clock.now();
      const verification = Object.assign(new FindingVerificationEntity(), {
        organisationId,
        findingId: id,
        number,
        assessmentId,
        questionId,
        value,
        level,
        datedOn: request.datedOn,
        onAnswerSha256: sha256(judgedText(facts.answers, questionId)),
        verifiedBy: accountId,
        verifiedByName: accountName,
        at,
        endedAt: null,
      });
      await tx.manager.insert(FindingVerificationEntity, verification);
      await this.scores.keepVerified(tx, held, question, verification);
      return this.reader.readFile(tx, scope, await getFinding(tx, scope, 'buyer', id));
    });
  }

  /** What was verified no longer counts: the score goes back to what was answered. */
  async end(tx: Tx, held: HeldFinding): Promise<void> {
    const ended = await endVerification(tx, held.finding, this.clock.now());
    if (ended) await this.scores.keepEnded(tx, held);
  }

  private async checkedValue(
    tx: Tx,
    { finding, assessment }: HeldFinding,
    value: unknown,
  ): Promise<AnswerValue> {
    const document = await readSupplierDocument(tx, assessment);
    const question = found(findQuestion(document, finding.questionId));
    const given = accepted(
      validateAnswer(question, { state: 'answered', value }, this.clock.now().toISOString()),
    );
    return given.state === 'answered' ? given.value : fail('invalid-input');
  }
}
