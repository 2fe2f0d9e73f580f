import type { OrganisationId } from '@probant/shared/ids';
import type { Tx } from '../../platform/database/work.js';

/** The code of what was copied, with the next free number behind it where the organisation has it already. */
export async function newCode(tx: Tx, organisationId: OrganisationId, origin: string): Promise<string> {
  const stem = origin.replace(/-\d+$/, '');
  const rows = await tx.query<{ code: string }>(
    'SELECT code FROM questionnaires WHERE organisation_id = $1 AND (code = $2 OR starts_with(code, $3))',
    [organisationId, stem, `${stem}-`],
  );
  const taken = new Set(rows.map(({ code }) => code));
  if (!taken.has(stem)) return stem;
  let number = 2;
  while (taken.has(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}
