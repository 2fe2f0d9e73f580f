import { Injectable } from '@nestjs/common';
import { checkText, tidyText } from '@probant/shared/plain-text';
import type { NoticeId, NoticePieceId } from '@probant/shared/ids';
import { maxLengths } from '@probant/shared/limits';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work } from '../../platform/database/work.js';
import { fail, found } from '../../platform/http/problem.js';
import { lockEngagement } from '../contracts/contracts.public.js';
import { Library } from '../library/library.public.js';
import type { GradePieceRequest, NoticeResponse } from './notices.dto.js';
import { NoticeGradingEntity, NoticePieceEntity } from './notice-pieces.entity.js';
import { tell } from './notice-tell.js';
import { getNotice, holdNotice, toNotice } from './read-notice.js';

/** What the buyer makes of each piece by which the supplier says that it has mended; every earlier grading stays. */
@Injectable()
export class NoticeGradings {
  constructor(
    private readonly work: Work,
    private readonly library: Library,
    private readonly clock: Clock,
  ) {}

  grade(
    scope: Scope,
    { noticeId, pieceId }: { noticeId: NoticeId; pieceId: NoticePieceId },
    request: GradePieceRequest,
  ): Promise<NoticeResponse> {
    return this.work.run(scope, async (tx) => {
      const buyerId = scope.organisationId;
      const notice = await getNotice(tx, scope, noticeId);
      const engagement = await lockEngagement(tx, scope, notice.engagementId);
      const piece = found(await tx.find(NoticePieceEntity, { buyerId, noticeId, id: pieceId }));
      if (piece.role !== 'cure') fail('notice-piece-refused');
      const errors = checkText('/reason', request.reason, {
        max: maxLengths.longText,
        multiline: true,
        optional: request.level !== null,
      });
      if (errors.length > 0) fail('invalid-input', { errors });
      const count = await tx.manager.countBy(NoticeGradingEntity, { buyerId, pieceId });
      if (count !== request.number) fail('stale-revision');
      const grading = Object.assign(new NoticeGradingEntity(), {
        buyerId,
        pieceId,
        number: count + 1,
        noticeId,
        supplierOrganisationId: piece.supplierOrganisationId,
        level: request.level,
        reason: tidyText(request.reason),
        gradedBy: scope.accountId,
        gradedByName: scope.accountName,
        gradedAt: this.clock.now(),
      });
      await tx.manager.insert(NoticeGradingEntity, grading);
      await tell(tx, notice, {
        kind: 'notice-piece-graded',
        engagementId: notice.engagementId,
        engagementName: engagement.engagementName,
        noticeId,
        pieceId,
        name: piece.name,
        number: grading.number,
        level: grading.level,
        reason: grading.reason,
      });
      return toNotice(tx, scope, await holdNotice(tx, this.library, notice));
    });
  }
}
