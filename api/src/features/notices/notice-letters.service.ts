import { Injectable } from '@nestjs/common';
import { receivedNoticeAddress } from '@probant/shared/addresses';
import type { Scope } from '../../platform/access/scope.js';
import type { Tx } from '../../platform/database/work.js';
import { AssessmentEntity } from '../assessments/assessments.public.js';
import { Correspondents } from '../clarifications/clarifications.public.js';
import type { NoticeEntity } from './notices.entity.js';
import { postedLetter, type PostedWords } from './notices.letters.js';

/** Tells the workspace that sees a notice that a letter was posted to it. */
@Injectable()
export class NoticeLetters {
  constructor(private readonly correspondents: Correspondents) {}

  /** Nobody is told while no workspace is linked, nor once another took its place. */
  async tellPosted(
    tx: Tx,
    scope: Scope,
    notice: NoticeEntity,
    posted: Pick<PostedWords, 'letter' | 'postedOn'>,
  ): Promise<void> {
    const { assessmentId, supplierOrganisationId, organisationId, id, draft } = notice;
    if (assessmentId === null || supplierOrganisationId === null) return;
    const assessment = await tx.find(AssessmentEntity, {
      buyerId: organisationId,
      id: assessmentId,
      supplierOrganisationId,
    });
    if (assessment === null) return;
    const words = {
      ...posted,
      buyer: scope.organisationName,
      title: assessment.title,
      // A termination is a second letter of the same kind.
      channel: draft.channel,
    };
    await this.correspondents.tellSupplier(tx, assessment, {
      template: 'notice-posted',
      path: receivedNoticeAddress(id),
      compose: (language, address) => postedLetter(language, { ...words, address }),
    });
  }
}
