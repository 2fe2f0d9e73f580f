import type { OrganisationId, QuestionnaireId } from '@probant/shared/ids';

import type { Tx, Work } from './work.js';

/** The buyer organisation of a name or an id; nothing where there is none, or more than one of the name. */
export async function findBuyer(work: Work, named: string): Promise<OrganisationId | undefined> {
  const rows = await work.serve('identity', (tx) =>
    tx.query<{ id: OrganisationId }>(
      "SELECT id FROM organisations WHERE kind = 'buyer' AND (id::text = $1 OR lower(name) = lower($1)) LIMIT 2",
      [named],
    ),
  );
  const [found, other] = rows;
  return other === undefined ? found?.id : undefined;
}

/** A questionnaire of the organisation, by its code or its id. */
export async function findQuestionnaire(
  tx: Tx,
  organisationId: OrganisationId,
  named: string,
): Promise<QuestionnaireId | undefined> {
  const [row] = await tx.query<{ id: QuestionnaireId }>(
    'SELECT id FROM questionnaires WHERE organisation_id = $1 AND (id::text = $2 OR code = $2)',
    [organisationId, named],
  );
  return row?.id;
}
