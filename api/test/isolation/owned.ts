import { givenAssessment } from '../harness/given-assessment.js';
import type { World } from '../harness/world.js';

/** Ids of rows of one buyer (acme) and one supplier (cadran), by the name that addresses use for them. */
export interface Owned {
  readonly organisationId: string;
  readonly accountId: string;
  readonly supplierId: string;
  readonly contactId: string;
  readonly engagementId: string;
  readonly questionnaireId: string;
  readonly versionId: string;
  readonly profileId: string;
  readonly lessonId: string;
  readonly campaignId: string;
  readonly assessmentId: string;
  readonly recipientId: string;
  readonly questionId: string;
}

export async function ownedRows(all: World): Promise<Owned> {
  const given = await givenAssessment(all);
  const [member] = await all.sql<{ account_id: string }>(
    "SELECT account_id FROM memberships WHERE organisation_id = $1 AND roles = '{auditor}'",
    [all.acme.id],
  );
  const profiles = await all.acme.auditor.get<{ defaultProfileId: string }>('/api/profiles');
  return {
    organisationId: all.acme.id,
    accountId: member?.account_id ?? '',
    supplierId: given.supplierId,
    contactId: given.contactId,
    engagementId: given.engagementId,
    questionnaireId: given.questionnaireId,
    versionId: given.versionId,
    profileId: profiles.body.defaultProfileId,
    lessonId: 'R-03',
    campaignId: given.campaignId,
    assessmentId: given.assessmentId,
    recipientId: given.recipientId,
    questionId: 'BKP-04',
  };
}
