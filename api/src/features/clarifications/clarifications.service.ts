import { Injectable } from '@nestjs/common';
import { findQuestion } from '@probant/shared/answers/visibility';
import { decideMessage, type Party } from '@probant/shared/assessments/clarification';
import type { AssessmentId, ClarificationId } from '@probant/shared/ids';
import { reaches, type Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { accepted, fail, found } from '../../platform/http/problem.js';
import { AssessmentEntity, readSupplierDocument } from '../assessments/assessments.public.js';
import type { PostClarificationRequest, ThreadsResponse } from './clarifications.dto.js';
import { ClarificationEntity } from './clarifications.entity.js';
import { messageLetter } from './clarifications.letters.js';
import { Correspondents, type LetterTo } from './correspondents.service.js';
import { partyOf, readMessages, readThreads } from './threads.js';

/** Threads between the two sides of an assessment, per question and for the request as a whole. */
@Injectable()
export class Clarifications {
  constructor(
    private readonly work: Work,
    private readonly correspondents: Correspondents,
    private readonly clock: Clock,
  ) {}

  read(scope: Scope, party: Party, id: AssessmentId): Promise<ThreadsResponse> {
    return this.work.run(scope, async (tx) => {
      const assessment = found(await tx.find(AssessmentEntity, sideOf(scope, party, id)));
      return readAll(tx, assessment, party);
    });
  }

  post(
    scope: Scope,
    party: Party,
    id: AssessmentId,
    { questionId, body }: PostClarificationRequest,
  ): Promise<ThreadsResponse> {
    if (!reaches(scope, questionId)) return fail('not-found');
    return this.work.run(scope, async (tx) => {
      const assessment = await tx.lock(AssessmentEntity, sideOf(scope, party, id));
      if (
        questionId !== '' &&
        findQuestion(await readSupplierDocument(tx, assessment), questionId) === undefined
      ) {
        fail('invalid-input', { errors: [{ pointer: '/questionId', code: 'unknown-question' }] });
      }
      await this.write(tx, scope, assessment, { party, questionId, body });
      return readAll(tx, assessment, party);
    });
  }

  /** The locked assessment gains a message; `told` says that another letter tells of it already. */
  async write(
    tx: Tx,
    scope: Scope,
    assessment: AssessmentEntity,
    message: {
      readonly party: Party;
      readonly questionId: string;
      readonly body: string;
      readonly told?: true;
    },
  ): Promise<ClarificationId> {
    const { party, questionId, body } = message;
    const { status, supplierOrganisationId, id: assessmentId, buyerId, title } = assessment;
    const at = this.clock.now();
    const thread = (await readMessages(tx, assessment, assessmentId))
      .filter((one) => one.questionId === questionId)
      .map((one) => ({ party: partyOf(one), toldAt: one.toldAt.getTime() }));
    const stage = { status, accepted: supplierOrganisationId !== null };
    const { act, toldAt, letter } = accepted(decideMessage(stage, thread, { party, at: at.getTime() }));
    if (supplierOrganisationId === null) return fail('transition-refused');
    const row = Object.assign(new ClarificationEntity(), {
      buyerId,
      supplierOrganisationId,
      id: newId<ClarificationId>(),
      assessmentId,
      questionId,
      authorOrganisationId: scope.organisationId,
      authorId: scope.accountId,
      authorName: scope.accountName,
      body,
      at,
      toldAt: message.told === true ? at : new Date(toldAt),
    });
    await tx.manager.insert(ClarificationEntity, row);
    await tx.recordForBoth({
      kind: act === 'asked' ? 'clarification-asked' : 'clarification-answered',
      assessmentId,
      questionId,
      clarificationId: row.id,
      messageSha256: sha256(body),
    });
    if (!letter || message.told === true) return row.id;
    const { accountName: author, organisationName: organisation } = scope;
    const words = { act, author, organisation, title, questionId };
    const telling: LetterTo = {
      template: act === 'asked' ? 'clarification-asked' : 'clarification-answered',
      questionId,
      compose: (language, address, toMember) =>
        messageLetter(language, { ...words, body: toMember ? body : '', address }),
      ...(toldAt > at.getTime() ? { notBefore: new Date(toldAt) } : {}),
    };
    if (party === 'buyer') await this.correspondents.tellSupplier(tx, assessment, telling);
    else await this.correspondents.tellBuyer(tx, scope, assessment, telling);
    return row.id;
  }
}

/** A row that both sides may read: each route asks for its own side of it. */
function sideOf({ organisationId }: Scope, party: Party, id: AssessmentId) {
  return party === 'buyer' ? { id, buyerId: organisationId } : { id, supplierOrganisationId: organisationId };
}

async function readAll(tx: Tx, assessment: AssessmentEntity, party: Party): Promise<ThreadsResponse> {
  const threads = await readThreads(tx, assessment, assessment.id, party);
  const about = threads.flatMap(({ questionId }) => (questionId === '' ? [] : [questionId]));
  if (about.length === 0) return { threads, questions: [] };
  const document = await readSupplierDocument(tx, assessment);
  const questions = about.flatMap((id) => {
    const text = findQuestion(document, id)?.text;
    return text === undefined ? [] : [{ id, text: { ...text } }];
  });
  return { threads, questions };
}
