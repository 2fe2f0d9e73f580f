import { Injectable } from '@nestjs/common';
import { maxCounts } from '@probant/shared/limits';
import type { Scope } from '../../platform/access/scope.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { fail } from '../../platform/http/problem.js';
import { SigningKey } from '../../platform/signing/signing-key.js';
import type { SignerResponse, SignersResponse, TrustSignerRequest } from './packs.dto.js';

interface SignerRow {
  readonly fingerprint: string;
  readonly name: string;
  readonly added_by_name: string;
  readonly added_at: Date;
}

/** Keys by the name under which the workspace knows them; a name says who signed, and nothing about what was signed. */
@Injectable()
export class TrustedSigners {
  constructor(
    private readonly work: Work,
    private readonly key: SigningKey,
  ) {}

  list(scope: Scope): Promise<SignersResponse> {
    return this.work.run(scope, (tx) => this.read(tx, scope));
  }

  trust(scope: Scope, { fingerprint, name }: TrustSignerRequest): Promise<SignersResponse> {
    return this.work.run(scope, async (tx) => {
      const { items } = await this.read(tx, scope);
      if (items.length >= maxCounts.trustedSigners) {
        const params = { max: maxCounts.trustedSigners };
        fail('invalid-input', { errors: [{ pointer: '/fingerprint', code: 'too-many', params }] });
      }
      if (fingerprint === this.key.fingerprint || items.some((one) => one.fingerprint === fingerprint))
        fail('invalid-input', { errors: [{ pointer: '/fingerprint', code: 'duplicate' }] });
      await tx.query(
        `INSERT INTO trusted_signers (organisation_id, fingerprint, name, added_by_name) VALUES ($1, $2, $3, $4)`,
        [scope.organisationId, fingerprint, name, scope.accountName],
      );
      await tx.record({ kind: 'signer-trusted', name, fingerprint });
      return this.read(tx, scope);
    });
  }

  distrust(scope: Scope, fingerprint: string): Promise<SignersResponse> {
    return this.work.run(scope, async (tx) => {
      const [gone] = await tx.query<{ name: string }>(
        `WITH gone AS (DELETE FROM trusted_signers WHERE organisation_id = $1 AND fingerprint = $2 RETURNING name)
         SELECT name FROM gone`,
        [scope.organisationId, fingerprint],
      );
      if (gone === undefined) return fail('not-found');
      await tx.record({ kind: 'signer-distrusted', name: gone.name, fingerprint });
      return this.read(tx, scope);
    });
  }

  /** Who signed, as far as this workspace knows. */
  async recognise(tx: Tx, scope: Scope, fingerprint: string): Promise<SignerResponse> {
    const own = fingerprint === this.key.fingerprint;
    const [known] = await tx.query<{ name: string }>(
      'SELECT name FROM trusted_signers WHERE organisation_id = $1 AND fingerprint = $2',
      [scope.organisationId, fingerprint],
    );
    return { fingerprint, own, name: known?.name ?? null };
  }

  private async read(tx: Tx, scope: Scope): Promise<SignersResponse> {
    const rows = await tx.query<SignerRow>(
      `SELECT fingerprint, name, added_by_name, added_at FROM trusted_signers WHERE organisation_id = $1 ORDER BY added_at, fingerprint`,
      [scope.organisationId],
    );
    return {
      ownFingerprint: this.key.fingerprint,
      items: rows.map((row) => ({
        fingerprint: row.fingerprint,
        name: row.name,
        addedBy: row.added_by_name,
        addedAt: row.added_at.toISOString(),
      })),
    };
  }
}
