import { media } from '@probant/shared/evidence/media';
import type { Scope } from '../../platform/access/scope.js';
import type { Tx } from '../../platform/database/work.js';
import type { TakenFile } from '../../platform/files/files.js';

/** Notes what was scanned, once per workspace and content. */
export async function keepFile(
  tx: Tx,
  { organisationId }: Pick<Scope, 'organisationId'>,
  { received, kind, scan }: TakenFile,
  at: Date,
): Promise<void> {
  await tx.query(
    `INSERT INTO evidence_files (organisation_id, sha256, bytes, media_type, scan_engine, scan_partial, scanned_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
    [organisationId, received.sha256, received.size, media[kind].mime, scan.engine, scan.partial, at],
  );
}
