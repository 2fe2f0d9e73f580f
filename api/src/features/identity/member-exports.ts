import { Injectable, type OnModuleInit } from '@nestjs/common';
import { listRoles } from '@probant/shared/audit/wording';
import type { MemberRole } from '@probant/shared/permissions';
import type { Scope } from '../../platform/access/scope.js';
import { readPages } from '../../platform/database/read-pages.js';
import type { Tx } from '../../platform/database/work.js';
import { mapPages, type PagedTable } from '../../platform/tables/paged-table.js';
import { ExportRegistry, toColumns, type ExportOptions, type Heading } from '../exports/exports.public.js';

const headings: readonly Heading[] = [
  ['Nom', 'Name'],
  ['Adresse électronique', 'E-mail address'],
  ['Rôles', 'Roles'],
  ['Membre depuis le', 'Member since', 'instant'],
];

interface MemberRow {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly MemberRole[];
  readonly created_at: Date;
}

@Injectable()
export class MemberExports implements OnModuleInit {
  constructor(private readonly registry: ExportRegistry) {}

  onModuleInit(): void {
    this.registry.add({
      name: 'members',
      action: 'members:read',
      query: null,
      read: readMembers,
    });
  }
}

function readMembers(tx: Tx, scope: Scope, _query: object, { language, maxRows }: ExportOptions): PagedTable {
  const rows = readPages<MemberRow>(
    tx,
    `SELECT a.name, a.email, m.roles, m.created_at FROM memberships m JOIN accounts a ON a.id = m.account_id
     WHERE m.organisation_id = $1 ORDER BY a.name, a.email LIMIT $2`,
    [scope.organisationId, maxRows],
  );
  return {
    name: language === 'fr' ? 'Membres' : 'Members',
    columns: toColumns(language, headings),
    pages: mapPages(rows, (row) => [
      ...[row.name, row.email, listRoles(row.roles, language), row.created_at.toISOString()],
    ]),
  };
}
