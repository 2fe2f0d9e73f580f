import { Injectable } from '@nestjs/common';
import { findQuestion } from '@probant/shared/answers/visibility';
import { decideMessage, type Party } from '@probant/shared/assessments/clarification';
import { isClosed } from '@probant/shared/assessments/lifecycle';
import type { AssessmentId, ClarificationId } from '@probant/shared/ids';
import { reaches, type Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { Work, type Tx } from '../../platform/database/work.js';
import type { TakenFile } from '../../platform/files/files.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { accepted, fail, found } from '../../platform/http/problem.js';
import { AssessmentEntity, readSupplierDocument } from '../assessments/assessments.public.js';
import type { PostClarificationRequest, ThreadsResponse } from './clarifications.dto.js';
import { ClarificationEntity } from './clarifications.entity.js';
import { mentionLetter, messageLetter } from './clarifications.letters.js';
import { Correspondents, type LetterTo } from './correspondents.service.js';
import { findMentioned, keepFile, keepMentions } from './message-extras.js';
import { sideOf } from './side-of.js';
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
      return readAll(tx, scope, assessment, party);
    });
  }

  /** Refuses before the first byte of a file that no thread could take. */
  async admit(scope: Scope, party: Party, id: AssessmentId): Promise<void> {
    await this.work.run(scope, async (tx) => {
      const { status } = found(await tx.find(AssessmentEntity, sideOf(scope, party, id)));
      if (isClosed(status)) fail('assessment-closed', { params: { status } });
    });
  }

  post(
    scope: Scope,
    party: Party,
    id: AssessmentId,
    { questionId, body, mentions = [] }: PostClarificationRequest,
    file?: TakenFile,
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
      await this.write(tx, scope, assessment, {
        party,
        questionId,
        body,
        mentions,
        ...(file === undefined ? {} : { file }),
      });
      return readAll(tx, scope, assessment, party);
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
      readonly mentions?: readonly string[];
      readonly file?: TakenFile;
    },
  ): Promise<ClarificationId> {
    const { party, questionId, body, file } = message;
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
    if (file !== undefined) await keepFile(tx, row, file);
    await tx.recordForBoth({
      kind: act === 'asked' ? 'clarification-asked' : 'clarification-answered',
      assessmentId,
      questionId,
      clarificationId: row.id,
      messageSha256: sha256(body),
      ...(file === undefined ? {} : { file: { name: file.fileName, sha256: file.received.sha256 } }),
    });
    await this.tellMentioned(tx, scope, assessment, row, message.mentions ?? []);
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

  /** Colleagues are told at once, each in their language; nothing of it reaches the other side. */
  private async tellMentioned(
    tx: Tx,
    scope: Scope,
    assessment: AssessmentEntity,
    message: ClarificationEntity,
    accountIds: readonly string[],
  ): Promise<void> {
    const mentioned = await findMentioned(tx, scope, accountIds);
    await keepMentions(tx, scope, message, mentioned);
    const words = { author: scope.accountName, title: assessment.title, body: message.body };
    for (const person of mentioned) {
      await this.correspondents.tellColleague(tx, scope, assessment, {
        person,
        questionId: message.questionId,
        compose: (language, address) =>
          mentionLetter(language, { ...words, questionId: message.questionId, address }),
      });
    }
  }
}

async function readAll(
  tx: Tx,
  { organisationId, accountId }: Scope,
  assessment: AssessmentEntity,
  party: Party,
): Promise<ThreadsResponse> {
  const reader = { party, organisationId, accountId };
  const threads = await readThreads(tx, assessment, assessment.id, reader);
  const about = threads.flatMap(({ questionId }) => (questionId === '' ? [] : [questionId]));
  if (about.length === 0) return { threads, questions: [] };
  const document = await readSupplierDocument(tx, assessment);
  const questions = about.flatMap((id) => {
    const text = findQuestion(document, id)?.text;
    return text === undefined ? [] : [{ id, text: { ...text } }];
  });
  return { threads, questions };
}
