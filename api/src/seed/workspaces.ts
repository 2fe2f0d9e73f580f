import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import type { AccountId, EvidenceId, OrganisationId } from '@probant/shared/ids';
import type { MemberRole, OrganisationKind } from '@probant/shared/permissions';
import { Accounts } from '../features/identity/identity.public.js';
import type { Scope } from '../platform/access/scope.js';
import { newId } from '../platform/database/new-id.js';
import { Work } from '../platform/database/work.js';
import { Files } from '../platform/files/files.js';
import { sha256 } from '../platform/hash/sha256.js';
import { insertRows } from './insert-rows.js';

export interface Workspace {
  /** Speaks as its founder, who holds every role of the organisation. */
  readonly scope: Scope;
  readonly password: string;
}

export interface SupplierWorkspace extends Workspace {
  readonly pieces: readonly Piece[];
}

export interface Piece {
  readonly id: EvidenceId;
  readonly name: string;
  readonly kind: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly datedOn: string;
}

const rolesOf: Readonly<Record<OrganisationKind, readonly MemberRole[]>> = {
  buyer: ['admin', 'buyer', 'risk-manager'],
  supplier: ['supplier-admin', 'contributor'],
};

const pieceNames = [
  ['politique_sauvegarde', 'Politique de sauvegarde.txt'],
  ['contrat', 'Contrat signé.txt'],
  ['exemple_rapport', 'Rapport mensuel.txt'],
  ['certificat_iso27001', 'Certificat ISO 27001.txt'],
] as const;

/** An organisation of its own with one account, made by the product's own services. */
export async function openWorkspace(
  app: INestApplicationContext,
  kind: OrganisationKind,
  name: string,
): Promise<Workspace> {
  const mark = randomBytes(3).toString('hex');
  const email = `${kind === 'buyer' ? 'acheteur' : 'fournisseur'}.${mark}@genere.example`;
  const password = randomBytes(12).toString('base64url');
  const accountName = kind === 'buyer' ? 'Camille Acheteur' : 'Dominique Fournisseur';
  const accounts = app.get(Accounts);
  const roles = rolesOf[kind];
  const made = await app.get(Work).serve('identity', async (tx) => {
    const accountId = await accounts.create(tx, { email, name: accountName, language: 'fr', password });
    const founder = { accountId, name: accountName, roles };
    return {
      accountId,
      organisationId: await accounts.createOrganisation(tx, { kind, name, language: 'fr' }, founder),
    };
  });
  return { password, scope: scopeOf({ ...made, accountName, email, kind, name, roles }) };
}

interface Founder {
  readonly accountId: AccountId;
  readonly organisationId: OrganisationId;
  readonly accountName: string;
  readonly email: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly roles: readonly MemberRole[];
}

export function scopeOf({
  accountId,
  organisationId,
  accountName,
  email,
  kind,
  name,
  roles,
}: Founder): Scope {
  return {
    accountId,
    accountName,
    email,
    language: 'fr',
    sessionHash: Buffer.alloc(0),
    organisationId,
    organisationName: name,
    organisationKind: kind,
    roles,
    boundTo: null,
    delegation: null,
    token: null,
  };
}

/** A supplier's workspace with the few files that its submissions show. */
export async function openSupplier(
  app: INestApplicationContext,
  name: string,
  datedOn: string,
): Promise<SupplierWorkspace> {
  const workspace = await openWorkspace(app, 'supplier', name);
  const pieces: Piece[] = [];
  for (const [kind, fileName] of pieceNames) {
    const content = `${fileName}\n${name}\nPièce inventée pour un jeu d'essai.\n`;
    const hash = sha256(content);
    await storeContent(app, workspace.scope.organisationId, hash, content);
    pieces.push({
      id: newId(),
      name: fileName,
      kind,
      sha256: hash,
      bytes: Buffer.byteLength(content),
      datedOn,
    });
  }
  await keepPieces(app, workspace.scope, pieces);
  return { ...workspace, pieces };
}

async function storeContent(
  app: INestApplicationContext,
  organisationId: OrganisationId,
  hash: string,
  content: string,
): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'probant-piece-'));
  try {
    const file = path.join(folder, 'piece');
    await writeFile(file, content);
    await app
      .get(Files)
      .store.keep({ organisationId, sha256: hash }, { path: file, size: Buffer.byteLength(content) });
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function keepPieces(
  app: INestApplicationContext,
  scope: Scope,
  pieces: readonly Piece[],
): Promise<void> {
  const { organisationId, accountId, accountName } = scope;
  const now = new Date().toISOString();
  await app.get(Work).run(scope, async (tx) => {
    await insertRows(
      tx,
      'evidence_files',
      pieces.map(({ sha256: hash, bytes }) => ({
        organisation_id: organisationId,
        sha256: hash,
        bytes,
        media_type: 'text/plain',
        scan_engine: 'built-in',
        scan_partial: true,
        scanned_at: now,
      })),
    );
    await insertRows(
      tx,
      'evidence',
      pieces.map(({ id, sha256: hash, name, kind, datedOn }) => ({
        organisation_id: organisationId,
        id,
        sha256: hash,
        name,
        kind,
        dated_on: datedOn,
        submitted_at: now,
        uploaded_by: accountId,
        uploaded_by_name: accountName,
        uploaded_at: now,
        revision: 1,
      })),
    );
    await tx.recordAll(
      pieces.map(({ id, name, sha256: hash, bytes }) => ({
        kind: 'evidence-stored',
        evidenceId: id,
        name,
        sha256: hash,
        bytes,
        partiallyScanned: true,
      })),
    );
  });
}
