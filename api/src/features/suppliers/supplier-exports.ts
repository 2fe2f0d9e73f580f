import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Language, Localised } from '@probant/shared/questionnaires/document';
import { importHeadings } from '@probant/shared/suppliers/import-columns';
import { vatNumber } from '@probant/shared/suppliers/siren';
import type { Scope } from '../../platform/access/scope.js';
import { readPages } from '../../platform/database/read-pages.js';
import type { Tx } from '../../platform/database/work.js';
import { orderOf, type Conditions } from '../../platform/http/page.js';
import { mapPages, type PagedTable } from '../../platform/tables/paged-table.js';
import type { ColumnKind } from '../../platform/tables/written-table.js';
import { ExportRegistry, type ExportOptions } from '../exports/exports.public.js';
import { conditionsOf, supplierCounts, supplierOrders } from './supplier-list.service.js';
import { SuppliersQuery } from './suppliers.dto.js';

const derived = {
  vat: { fr: 'Numéro de TVA', en: 'Computed VAT number' },
  contacts: { fr: 'Nombre de contacts', en: 'Number of contacts' },
  engagements: { fr: 'Nombre de prestations', en: 'Number of engagements' },
  worstGrade: { fr: 'Note la plus basse', en: 'Worst grade' },
  archivedAt: { fr: 'Archivé le', en: 'Archived on' },
  updatedAt: { fr: 'Modifié le', en: 'Changed on' },
} as const;

interface SupplierRow {
  readonly name: string;
  readonly siren: string | null;
  readonly country: string;
  readonly website: string;
  readonly domains: readonly string[];
  readonly notes: string;
  readonly contact_count: number;
  readonly engagement_count: number;
  readonly worst_grade: string | null;
  readonly archived_at: Date | null;
  readonly updated_at: Date;
}

interface ContactRow {
  readonly supplier_name: string;
  readonly siren: string | null;
  readonly name: string;
  readonly email: string;
  readonly job_title: string;
  readonly phone: string;
  readonly language: string;
}

/** Suppliers and contacts as files that an import reads back. */
@Injectable()
export class SupplierExports implements OnModuleInit {
  constructor(private readonly registry: ExportRegistry) {}

  onModuleInit(): void {
    const shared = { action: 'suppliers:read', query: SuppliersQuery } as const;
    this.registry.add({ ...shared, name: 'suppliers', read: readSuppliers });
    this.registry.add({ ...shared, name: 'contacts', read: readContacts });
  }
}

function readSuppliers(
  tx: Tx,
  scope: Scope,
  query: SuppliersQuery,
  { language, maxRows }: ExportOptions,
): PagedTable {
  const conditions = conditionsOf(scope, query);
  const rows = readPages<SupplierRow>(
    tx,
    `SELECT s.name, s.siren, s.country, s.website, s.domains, s.notes, s.archived_at, s.updated_at, ${supplierCounts}
     FROM suppliers s ${sorted(conditions, query, maxRows)}`,
    conditions.parameters,
  );
  const heading = importHeadings;
  return {
    name: language === 'fr' ? 'Fournisseurs' : 'Suppliers',
    columns: [
      ...[heading['supplier.name'], heading['supplier.siren'], derived.vat].map(column(language)),
      ...[heading['supplier.country'], heading['supplier.website']].map(column(language)),
      ...[heading['supplier.domains'], heading['supplier.notes']].map(column(language)),
      ...[derived.contacts, derived.engagements].map(column(language, 'number')),
      column(language)(derived.worstGrade),
      ...[derived.archivedAt, derived.updatedAt].map(column(language, 'instant')),
    ],
    pages: mapPages(rows, (row) => [
      ...[row.name, row.siren, row.siren === null ? null : (vatNumber(row.siren) ?? null)],
      ...[row.country, row.website, row.domains.join(', '), row.notes],
      ...[row.contact_count, row.engagement_count, row.worst_grade],
      ...[row.archived_at?.toISOString() ?? null, row.updated_at.toISOString()],
    ]),
  };
}

function readContacts(
  tx: Tx,
  scope: Scope,
  query: SuppliersQuery,
  { language, maxRows }: ExportOptions,
): PagedTable {
  const conditions = conditionsOf(scope, query);
  const rows = readPages<ContactRow>(
    tx,
    `SELECT s.name AS supplier_name, s.siren, c.name, c.email, c.job_title, c.phone, c.language
     FROM suppliers s JOIN contacts c ON c.organisation_id = s.organisation_id AND c.supplier_id = s.id
     WHERE ${conditions.toString()} ORDER BY lower(s.name), s.id, lower(c.name), c.id LIMIT ${conditions.take(maxRows)}`,
    conditions.parameters,
  );
  const heading = importHeadings;
  return {
    name: 'Contacts',
    columns: [
      ...[heading['supplier.name'], heading['supplier.siren'], heading['contact.name']].map(column(language)),
      ...[heading['contact.email'], heading['contact.jobTitle']].map(column(language)),
      ...[heading['contact.phone'], heading['contact.language']].map(column(language)),
    ],
    pages: mapPages(rows, (row) => [
      ...[row.supplier_name, row.siren, row.name, row.email, row.job_title, row.phone, row.language],
    ]),
  };
}

function sorted(conditions: Conditions, query: SuppliersQuery, maxRows: number): string {
  const { by, id, descending } = orderOf(query.sort, 'name', supplierOrders);
  const direction = descending ? 'DESC' : 'ASC';
  return `WHERE ${conditions.toString()} ORDER BY ${by} ${direction}, ${id} ${direction} LIMIT ${conditions.take(maxRows)}`;
}

function column(language: Language, kind: ColumnKind = 'text') {
  return (title: Localised) => ({ title: title[language], kind });
}
