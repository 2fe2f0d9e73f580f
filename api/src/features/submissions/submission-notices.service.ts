import { Inject, Injectable } from '@nestjs/common';
import { addresses } from '@probant/shared/addresses';
import type { Submission } from '@probant/shared/assessments/submit';
import type { Scope } from '../../platform/access/scope.js';
import { CONFIG, type ServeConfig } from '../../platform/config/config-token.js';
import type { Tx } from '../../platform/database/work.js';
import { Mail } from '../../platform/mail/mail.js';
import { readContact } from '../assessments/assessments.public.js';
import { findCorrespondent } from '../identity/identity.public.js';
import type { AssessmentRow } from './submission-rows.js';
import { receiptLetter, submittedLetter } from './submissions.letters.js';

interface Told {
  readonly assessment: AssessmentRow;
  readonly submission: Submission;
  readonly sha256: string;
}

/** The letters of a submission, one to each side. */
@Injectable()
export class SubmissionNotices {
  constructor(
    private readonly mail: Mail,
    @Inject(CONFIG) private readonly config: ServeConfig,
  ) {}

  async tell(tx: Tx, scope: Scope, told: Told): Promise<void> {
    await this.tellBuyer(tx, scope, told);
    await this.tellSupplier(tx, scope, told);
  }

  /** To the contact that the request names. */
  private async tellBuyer(tx: Tx, scope: Scope, { assessment, submission }: Told): Promise<void> {
    const contact = readContact(assessment.buyer_contact);
    if (contact === null) return;
    const { language } = await findCorrespondent(tx, contact.address, assessment.buyer_id);
    await this.mail.post(tx, {
      organisationId: scope.organisationId,
      assessmentId: submission.assessmentId,
      template: 'submitted',
      to: contact,
      language,
      ...submittedLetter(language, {
        supplier: scope.organisationName,
        title: assessment.title,
        number: submission.number,
        address: `${this.config.publicUrl}${addresses.assessment}/${submission.assessmentId}`,
      }),
    });
  }

  /** To whoever attested: a receipt of their own. */
  private async tellSupplier(tx: Tx, scope: Scope, { assessment, submission, sha256 }: Told): Promise<void> {
    await this.mail.post(tx, {
      organisationId: scope.organisationId,
      assessmentId: submission.assessmentId,
      template: 'submitted',
      to: { address: scope.email, name: scope.accountName },
      language: scope.language,
      ...receiptLetter(scope.language, {
        buyer: assessment.buyer_name,
        title: assessment.title,
        number: submission.number,
        submittedAt: submission.submittedAt,
        attestedBy: scope.accountName,
        sha256,
        address: `${this.config.publicUrl}${addresses.answering}/${submission.assessmentId}/receipt`,
      }),
    });
  }
}
