import { Injectable } from '@nestjs/common';
import type { AssessmentId } from '@probant/shared/ids';
import type { Scope } from '../../platform/access/scope.js';
import { Work } from '../../platform/database/work.js';
import { found } from '../../platform/http/problem.js';
import { AssessmentEntity } from '../assessments/assessments.public.js';
import type { DecisionNoticeResponse } from './decisions.dto.js';
import { DecisionNoticeEntity } from './decisions.entity.js';
import { toNotice } from './read-decisions.js';

/** The decision as the supplier was told it; what was told stays told, also when the assessment is opened again. */
@Injectable()
export class DecisionNotices {
  constructor(private readonly work: Work) {}

  find(scope: Scope, assessmentId: AssessmentId): Promise<DecisionNoticeResponse | null> {
    return this.work.run(scope, async (tx) => {
      const { organisationId: supplierOrganisationId } = scope;
      found(await tx.find(AssessmentEntity, { id: assessmentId, supplierOrganisationId }));
      const notice = await tx.manager.findOne(DecisionNoticeEntity, {
        where: { supplierOrganisationId, assessmentId },
        order: { at: 'DESC', decisionId: 'DESC' },
      });
      return notice === null ? null : toNotice(notice);
    });
  }
}
