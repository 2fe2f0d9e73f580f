import { media } from '@probant/shared/evidence/media';
import type { AccountId } from '@probant/shared/ids';
import type { Scope } from '../../platform/access/scope.js';
import { newId } from '../../platform/database/new-id.js';
import type { Tx } from '../../platform/database/work.js';
import type { TakenFile } from '../../platform/files/files.js';
import { fail } from '../../platform/http/problem.js';
import type { ClarificationEntity } from './clarifications.entity.js';

export interface Mentioned {
  readonly id: AccountId;
  readonly name: string;
  readonly email: string;
  readonly language: 'fr' | 'en';
}

/** Colleagues by their accounts; one who is no member is no choice, whoever else they are. */
export async function findMentioned(
  tx: Tx,
  { organisationId, delegation }: Scope,
  accountIds: readonly string[],
): Promise<Mentioned[]> {
  if (accountIds.length === 0) return [];
  // Whoever holds a part knows no list of members to choose from.
  const rows =
    delegation === null
      ? await tx.query<Mentioned>(
          `SELECT a.id, a.name, a.email, a.language FROM memberships m JOIN accounts a ON a.id = m.account_id
           WHERE m.organisation_id = $1 AND a.id = ANY ($2::uuid[]) ORDER BY a.name, a.id`,
          [organisationId, accountIds],
        )
      : [];
  const known = new Set<string>(rows.map(({ id }) => id));
  const errors = accountIds.flatMap((id, index) =>
    known.has(id) ? [] : [{ pointer: `/mentions/${index}`, code: 'not-a-choice' as const }],
  );
  if (errors.length > 0) fail('invalid-input', { errors });
  return rows;
}

export async function keepMentions(
  tx: Tx,
  { organisationId }: Scope,
  { id, assessmentId }: ClarificationEntity,
  mentioned: readonly Mentioned[],
): Promise<void> {
  for (const person of mentioned) {
    await tx.query(
      `INSERT INTO clarification_mentions (organisation_id, clarification_id, account_id, assessment_id, name)
       VALUES ($1, $2, $3, $4, $5)`,
      [organisationId, id, person.id, assessmentId, person.name],
    );
  }
}

/** The file is on disk before the row that names it; once sent, both only stay. */
export async function keepFile(tx: Tx, message: ClarificationEntity, taken: TakenFile): Promise<void> {
  const { received, scan, kind, fileName } = taken;
  await tx.query(
    `INSERT INTO clarification_files (buyer_id, supplier_organisation_id, id, clarification_id, assessment_id, question_key,
       author_organisation_id, sha256, name, media_type, bytes, scan_engine, scan_partial)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      message.buyerId,
      message.supplierOrganisationId,
      newId(),
      message.id,
      message.assessmentId,
      message.questionId,
      message.authorOrganisationId,
      received.sha256,
      fileName,
      media[kind].mime,
      received.size,
      scan.engine,
      scan.partial,
    ],
  );
}
