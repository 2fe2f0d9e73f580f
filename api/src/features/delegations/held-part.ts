import type { AssessmentId, DelegationId, OrganisationId } from '@probant/shared/ids';
import type { Language } from '@probant/shared/questionnaires/document';
import { Tx } from '../../platform/database/work.js';
import { fail } from '../../platform/http/problem.js';

export interface HeldPart {
  readonly id: DelegationId;
  readonly organisation_id: OrganisationId;
  readonly assessment_id: AssessmentId;
  readonly buyer_id: OrganisationId;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly expires_at: Date;
  readonly opened_at: Date | null;
}

interface FoundPart extends HeldPart {
  readonly revoked_at: Date | null;
}

const select = `SELECT d.id, d.supplier_organisation_id AS organisation_id, d.assessment_id, a.buyer_id, d.name, d.email, d.language,
    d.expires_at, d.opened_at, d.revoked_at
  FROM delegations d JOIN assessments a ON a.id = d.assessment_id AND a.supplier_organisation_id = d.supplier_organisation_id
  WHERE a.status <> 'cancelled' AND d.expires_at > $2`;

/** What the secret opens; a wrong or expired one is refused alike, and one that was taken back says when. */
export async function findBySecret(tx: Tx, secretHash: Buffer, now: Date): Promise<HeldPart> {
  const [row] = await tx.query<FoundPart>(`${select} AND d.token_hash = $1`, [secretHash, now]);
  return stillHeld(row);
}

/** The same row, kept still until the transaction ends: a part taken back meanwhile opens no session. */
export async function lockPart(tx: Tx, { id }: HeldPart, now: Date): Promise<HeldPart> {
  await tx.query('SELECT 1 FROM delegations WHERE id = $1 FOR UPDATE', [id]);
  const [row] = await tx.query<FoundPart>(`${select} AND d.id = $1`, [id, now]);
  return stillHeld(row);
}

function stillHeld(row: FoundPart | undefined): HeldPart {
  if (row === undefined) return fail('link-refused');
  if (row.revoked_at === null) return row;
  return fail('part-taken-back', { params: { at: row.revoked_at.toISOString() } });
}

/** Speaks for the workspace's chain in the name of whoever holds the link; back to nobody's with `speakForLink`. */
export async function speakAsColleague(
  tx: Tx,
  { organisation_id: organisationId, id }: HeldPart,
  accountId?: string,
): Promise<Tx> {
  await tx.query("SELECT speak($1, NULL, 'link')", [organisationId]);
  return new Tx(
    tx.manager,
    accountId === undefined ? `recipient:${id}` : `account:${accountId}`,
    organisationId,
  );
}

export async function speakForLink(tx: Tx): Promise<void> {
  await tx.query("SELECT speak(NULL, NULL, 'link')");
}
