import { Inject, Injectable } from '@nestjs/common';
import { warningAddress } from '@probant/shared/addresses';
import type { WarningDecision } from '@probant/shared/warnings/warning';
import type { Scope } from '../../platform/access/scope.js';
import { CONFIG, type ServeConfig } from '../../platform/config/config-token.js';
import type { Tx } from '../../platform/database/work.js';
import { AssessmentEntity } from '../assessments/assessments.public.js';
import { Correspondents } from '../clarifications/clarifications.public.js';
import { decidedLetter, givenLetter } from './warnings.letters.js';
import type { WarningEntity } from './warnings.entity.js';

/** Tells the other side; a letter names the entry and quotes nothing of it. */
@Injectable()
export class WarningLetters {
  constructor(
    private readonly correspondents: Correspondents,
    @Inject(CONFIG) private readonly config: ServeConfig,
  ) {}

  async tellGiven(
    tx: Tx,
    scope: Scope,
    assessment: AssessmentEntity,
    { id, subject, decideBy }: WarningEntity,
  ): Promise<void> {
    const address = `${this.config.publicUrl}${warningAddress(id)}`;
    const words = { supplier: scope.organisationName, title: assessment.title, decideBy, address };
    await this.correspondents.tellBuyer(tx, scope, assessment, {
      template: 'warning-given',
      compose: (language, _address, toMember) =>
        givenLetter(language, { ...words, subject: toMember ? subject : '' }),
    });
  }

  async tellDecided(
    tx: Tx,
    { id, assessmentId, buyerId, supplierOrganisationId }: WarningEntity,
    told: { readonly decision: WarningDecision; readonly organisation: string },
  ): Promise<void> {
    if (assessmentId === null || supplierOrganisationId === null) return;
    const assessment = await tx.find(AssessmentEntity, { buyerId, id: assessmentId, supplierOrganisationId });
    if (assessment === null) return;
    const { decision, organisation } = told;
    const words = {
      decision,
      organisation,
      title: assessment.title,
      address: `${this.config.publicUrl}${warningAddress(id)}`,
    };
    await this.correspondents.tellSupplier(tx, assessment, {
      template: 'warning-answered',
      compose: (language) => decidedLetter(language, words),
    });
  }
}
