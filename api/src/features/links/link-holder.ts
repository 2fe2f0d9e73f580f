import type { AssessmentStatus } from '@probant/shared/assessments/lifecycle';
import type { AssessmentId, OrganisationId } from '@probant/shared/ids';
import type { Language } from '@probant/shared/questionnaires/document';
import { Tx } from '../../platform/database/work.js';
import { fail } from '../../platform/http/problem.js';

export interface HeldLink {
  readonly recipient_id: string;
  readonly buyer_id: OrganisationId;
  readonly assessment_id: AssessmentId;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly expires_at: Date;
  readonly opened_at: Date | null;
  readonly status: AssessmentStatus;
  readonly submissions: number;
  readonly title: string;
  readonly buyer_contact: string;
  readonly supplier_organisation_id: OrganisationId | null;
}

const columns = `r.id AS recipient_id, r.buyer_id, r.assessment_id, r.name, r.email, r.language, r.expires_at, r.opened_at,
  a.status, a.submissions, a.title, a.buyer_contact, a.supplier_organisation_id`;
const source = 'FROM recipients r JOIN assessments a ON a.buyer_id = r.buyer_id AND a.id = r.assessment_id';
const open = "r.revoked_at IS NULL AND a.status NOT IN ('prepared', 'cancelled')";

/** What the secret opens; a wrong, revoked or expired one and one of a cancelled request are refused alike. */
export async function findBySecret(tx: Tx, secretHash: Buffer, now: Date): Promise<HeldLink> {
  const [row] = await tx.query<HeldLink>(
    `SELECT ${columns} ${source} WHERE r.token_hash = $1 AND r.expires_at > $2 AND ${open}`,
    [secretHash, now],
  );
  return row ?? fail('link-refused');
}

/** The same row, kept still until the transaction ends: a link revoked meanwhile opens no session. */
export async function lockLink(tx: Tx, found: HeldLink, now: Date): Promise<HeldLink> {
  // The assessment first, as the buyer's own acts do, so that the two never wait for each other.
  await tx.query('SELECT 1 FROM assessments WHERE buyer_id = $1 AND id = $2 FOR UPDATE', [
    found.buyer_id,
    found.assessment_id,
  ]);
  await tx.query('SELECT 1 FROM recipients WHERE buyer_id = $1 AND id = $2 FOR UPDATE', [
    found.buyer_id,
    found.recipient_id,
  ]);
  const [row] = await tx.query<HeldLink>(
    `SELECT ${columns} ${source} WHERE r.id = $1 AND r.expires_at > $2 AND ${open}`,
    [found.recipient_id, now],
  );
  return row ?? fail('link-refused');
}

/** The link behind a session that passed the code. */
export async function findHeld(tx: Tx, recipientId: string, assessmentId: string): Promise<HeldLink> {
  const [row] = await tx.query<HeldLink>(
    `SELECT ${columns} ${source} WHERE r.id = $1 AND r.assessment_id = $2 AND r.revoked_at IS NULL`,
    [recipientId, assessmentId],
  );
  return row ?? fail('not-found');
}

/** Speaks for one side's chain in the name of the holder of the link; back to nobody's with `speakForLink`. */
export async function speakAsRecipient(tx: Tx, organisationId: string, recipientId: string): Promise<Tx> {
  await tx.query("SELECT speak($1, NULL, 'link')", [organisationId]);
  return new Tx(tx.manager, `recipient:${recipientId}`, organisationId);
}

export async function speakForLink(tx: Tx): Promise<void> {
  await tx.query("SELECT speak(NULL, NULL, 'link')");
}

/** Someone of the buyer's own organisation never answers its request, whatever the address they used. */
export async function refuseBuyerMember(tx: Tx, link: HeldLink): Promise<void> {
  if (await isMemberOfBuyer(tx, link)) fail('recipient-is-buyer');
}

export async function isMemberOfBuyer(tx: Tx, link: HeldLink): Promise<boolean> {
  const [member] = await tx.query(
    'SELECT 1 FROM memberships m JOIN accounts a ON a.id = m.account_id WHERE m.organisation_id = $1 AND a.email = $2',
    [link.buyer_id, link.email],
  );
  return member !== undefined;
}
