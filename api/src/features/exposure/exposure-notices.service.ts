import { Injectable } from '@nestjs/common';
import { exposureNotice } from '@probant/shared/exposure/notice';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { fail } from '../../platform/http/problem.js';
import type { ExposureNoticeResponse } from './exposure.dto.js';
import { ExposureNoticeEntity } from './exposure.entity.js';

/** Amounts show to whoever accepted once that they are indicative. */
@Injectable()
export class ExposureNotices {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  async read(
    tx: Tx,
    { organisationId, accountId }: Pick<Scope, 'organisationId' | 'accountId'>,
  ): Promise<ExposureNoticeResponse> {
    const { number, text } = exposureNotice;
    const accepted = await tx.find(ExposureNoticeEntity, { organisationId, accountId, number });
    return { number, text: [...text], acceptedAt: accepted?.acceptedAt.toISOString() ?? null };
  }

  /** Once: a second click is no second event. */
  accept(scope: Scope, number: number): Promise<ExposureNoticeResponse> {
    if (number !== exposureNotice.number) {
      fail('invalid-input', { errors: [{ pointer: '/number', code: 'not-a-choice' }] });
    }
    return this.work.run(scope, async (tx) => {
      const { organisationId, accountId } = scope;
      const added = await tx.query(
        `INSERT INTO exposure_notices (organisation_id, account_id, number, accepted_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING RETURNING number`,
        [organisationId, accountId, number, this.clock.now()],
      );
      if (added.length > 0) await tx.record({ kind: 'exposure-notice-accepted', number });
      return this.read(tx, scope);
    });
  }
}
