import type { QuestionnaireId, VersionId } from '@probant/shared/ids';
import type { BuyerPeople } from './world.js';

export interface GivenVersion {
  readonly questionnaireId: QuestionnaireId;
  readonly versionId: VersionId;
  readonly number: number;
  readonly sha256: string;
}

/** A questionnaire as its page reads it, as far as tests of other features look at it. */
export interface ReadQuestionnaire {
  readonly id: QuestionnaireId;
  readonly revision: number;
  readonly versions: readonly { id: VersionId; number: number; sha256: string }[];
}

/** A copy of the library, published: the question bank as the organisation sends it. */
export async function givenPublishedVersion(buyer: BuyerPeople): Promise<GivenVersion> {
  const created = await buyer.buyer.post<ReadQuestionnaire>('/api/questionnaires', { fromLibrary: true });
  if (created.status !== 201) throw new Error(`no questionnaire: ${JSON.stringify(created.body)}`);
  const { id, revision } = created.body;
  const published = await buyer['risk-manager'].post<ReadQuestionnaire>(
    `/api/questionnaires/${id}/versions`,
    {
      revision,
    },
  );
  const [version] = published.body.versions;
  if (published.status !== 201 || version === undefined) {
    throw new Error(`no version: ${JSON.stringify(published.body)}`);
  }
  return { questionnaireId: id, versionId: version.id, number: version.number, sha256: version.sha256 };
}
