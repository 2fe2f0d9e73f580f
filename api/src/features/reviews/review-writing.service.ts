import { Injectable } from '@nestjs/common';
import type { Scope } from '../../platform/access/scope.js';
import type { Tx } from '../../platform/database/work.js';
import type { AssessmentEntity } from '../assessments/assessments.public.js';
import { Clarifications, Correspondents } from '../clarifications/clarifications.public.js';
import { returnedLetter } from './reviews.letters.js';

/** What a return says to the supplier: a message in the thread of the whole request, and a letter with a link of their own. */
@Injectable()
export class ReviewWriting {
  constructor(
    private readonly clarifications: Clarifications,
    private readonly correspondents: Correspondents,
  ) {}

  async tellReturned(tx: Tx, scope: Scope, assessment: AssessmentEntity, reason: string): Promise<void> {
    await this.clarifications.write(tx, scope, assessment, {
      party: 'buyer',
      questionId: '',
      body: reason,
      told: true,
    });
    const { buyerName, title } = assessment;
    await this.correspondents.tellSupplier(tx, assessment, {
      template: 'returned',
      newLink: true,
      compose: (language, address) =>
        returnedLetter(language, { buyerName, sender: scope.accountName, title, reason, address }),
    });
  }
}
