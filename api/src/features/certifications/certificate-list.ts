import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays, type Day } from '@probant/shared/calendar';
import { activityNames, scopeInWords } from '@probant/shared/certifications/activities';
import {
  certificateKindNames,
  expiryBandOf,
  expiryBands,
  type ExpiryBand,
} from '@probant/shared/certifications/certificate';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { readPages } from '../../platform/database/read-pages.js';
import { Work, type Tx } from '../../platform/database/work.js';
import {
  Conditions,
  containing,
  cursorColumns,
  listClause,
  orderOf,
  pageClause,
  toPage,
  type CursorRow,
} from '../../platform/http/page.js';
import { mapPages, type PagedTable } from '../../platform/tables/paged-table.js';
import { ExportRegistry, toColumns, type ExportOptions, type Heading } from '../exports/exports.public.js';
import {
  CertificatesQuery,
  type CertificateEngagementResponse,
  type CertificatesResponse,
  type WatchedCertificateResponse,
} from './certificates.dto.js';
import type { CertificateEntity } from './certifications.entity.js';
import { toCertificate } from './to-certification.js';

const orders = {
  validUntil: { by: 'least(c.valid_until, c.lost_on)', type: 'date', id: 'c.id' },
  holder: { by: 'lower(coalesce(s.name, u.name))', type: 'text', id: 'c.id' },
} as const;

const tables = `FROM certificates c
  LEFT JOIN suppliers s ON s.organisation_id = c.organisation_id AND s.id = c.supplier_id
  LEFT JOIN subcontractors u ON u.organisation_id = c.organisation_id AND u.id = c.subcontractor_id`;

const columns = `c.id, c.supplier_id AS "supplierId", c.subcontractor_id AS "subcontractorId", c.kind, c.number, c.body,
  c.activities, c.sites, c.valid_from::text AS "validFrom", c.valid_until::text AS "validUntil", c.lost_on::text AS "lostOn",
  c.loss_cause AS "lossCause", c.loss_note AS "lossNote", c.revision, coalesce(s.name, u.name) AS holder_name`;

/** Engagements whose chain in force names the company; the supplier's own ones as long as nobody stated a chain. */
const engagements = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'name', e.name, 'supplierName', o.name)
    ORDER BY o.name, e.name), '[]') FROM engagements e
  JOIN suppliers o ON o.organisation_id = e.organisation_id AND o.id = e.supplier_id
  LEFT JOIN LATERAL (SELECT chain FROM certification_chains v
    WHERE v.organisation_id = e.organisation_id AND v.engagement_id = e.id ORDER BY v.revision DESC LIMIT 1) v ON true
  WHERE e.organisation_id = c.organisation_id AND e.archived_at IS NULL
    AND (e.supplier_id = c.supplier_id OR v.chain -> 'actors' @> jsonb_build_array(
      jsonb_build_object('id', coalesce(c.supplier_id, c.subcontractor_id)::text)))) AS engagements`;

type ListedRow = CertificateEntity &
  CursorRow & {
    readonly holder_name: string;
    readonly engagements: CertificateEngagementResponse[];
  };

/** The certificates of the whole portfolio, by their end. */
@Injectable()
export class CertificateList implements OnModuleInit {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly registry: ExportRegistry,
  ) {}

  onModuleInit(): void {
    this.registry.add({
      name: 'certificates',
      action: 'certifications:read',
      query: CertificatesQuery,
      read: (tx, scope, query, options) => this.toTable(tx, scope, query, options),
    });
  }

  read(scope: Scope, query: CertificatesQuery): Promise<CertificatesResponse> {
    const order = orderOf(query.sort, 'validUntil', orders);
    const today = this.clock.today();
    return this.work.run(scope, async (tx) => {
      const bands = await this.countBands(tx, scope, query, today);
      const conditions = conditionsOf(scope, query, today);
      const clause = pageClause(conditions, order, query);
      const rows = await tx.query<ListedRow>(
        `SELECT ${columns}, ${engagements}, ${cursorColumns(order)} ${tables} ${clause}`,
        conditions.parameters,
      );
      const asked = bands.filter(({ band }) => query.band === undefined || band === query.band);
      return {
        ...toPage(rows, query, (row) => toWatched(row, today)),
        total: asked.reduce((sum, { count }) => sum + count, 0),
        bands,
      };
    });
  }

  private async countBands(
    tx: Tx,
    scope: Scope,
    query: CertificatesQuery,
    today: Day,
  ): Promise<{ band: ExpiryBand; count: number }[]> {
    const counted = conditionsOf(scope, { ...query, band: undefined }, today);
    const rows = await tx.query<{ validUntil: string; lostOn: string | null }>(
      `SELECT c.valid_until::text AS "validUntil", c.lost_on::text AS "lostOn" ${tables} WHERE ${counted.toString()}`,
      counted.parameters,
    );
    const counts = new Map<ExpiryBand, number>();
    for (const row of rows) {
      const band = expiryBandOf(row, today);
      counts.set(band, (counts.get(band) ?? 0) + 1);
    }
    return expiryBands.map((band) => ({ band, count: counts.get(band) ?? 0 }));
  }

  private toTable(
    tx: Tx,
    scope: Scope,
    query: CertificatesQuery,
    { language, maxRows }: ExportOptions,
  ): PagedTable {
    const conditions = conditionsOf(scope, query, this.clock.today());
    const clause = listClause(conditions, orderOf(query.sort, 'validUntil', orders), maxRows);
    const rows = readPages<ListedRow>(
      tx,
      `SELECT ${columns}, ${engagements} ${tables} ${clause}`,
      conditions.parameters,
    );
    return {
      name: language === 'fr' ? 'Certificats' : 'Certificates',
      columns: toColumns(language, headings),
      pages: mapPages(rows, (row) => [
        ...[row.holder_name, certificateKindNames[row.kind][language], row.number, row.body],
        scopeInWords(row.activities, language),
        row.activities.map((one) => activityNames[one][language]).join(', '),
        ...[row.sites.join(' ; '), row.validFrom, row.validUntil, row.lostOn],
        row.engagements.map(({ name, supplierName }) => `${name} (${supplierName})`).join(', '),
      ]),
    };
  }
}

const headings: readonly Heading[] = [
  ['Intervenant', 'Actor'],
  ['Certificat', 'Certificate'],
  ['Numéro de certificat', 'Certificate number'],
  ['Organisme certificateur', 'Certification body'],
  ['Activités HDS', 'HDS activities'],
  ['Noms des activités', 'Names of the activities'],
  ['Sites', 'Sites'],
  ['Valable à partir du', 'Valid from', 'day'],
  ['Valable jusqu’au', 'Valid until', 'day'],
  ['Perdu le', 'Lost on', 'day'],
  ['Prestations', 'Engagements'],
];

type CertificateFilters = Omit<CertificatesQuery, 'band'> & { readonly band?: ExpiryBand | undefined };

/** In step with the rule of the bands, day by day. */
const bounds: Readonly<Record<Exclude<ExpiryBand, 'ended'>, readonly [from: number, to: number | null]>> = {
  '0': [0, 0],
  '30': [1, 30],
  '90': [31, 90],
  '180': [91, 180],
  later: [181, null],
};

function conditionsOf(scope: Scope, query: CertificateFilters, today: Day): Conditions {
  const conditions = new Conditions().add('c.organisation_id = ?', scope.organisationId);
  if (query.band === 'ended') conditions.add('c.valid_until < ?::date OR c.lost_on <= ?::date', today, today);
  else if (query.band) {
    const [from, to] = bounds[query.band];
    conditions.add(
      'c.valid_until >= ?::date AND (c.lost_on IS NULL OR c.lost_on > ?::date)',
      addDays(today, from),
      today,
    );
    if (to !== null) conditions.add('c.valid_until <= ?::date', addDays(today, to));
  }
  if (query.kind) conditions.add('c.kind = ?', query.kind);
  if (query.holderId)
    conditions.add('c.supplier_id = ? OR c.subcontractor_id = ?', query.holderId, query.holderId);
  if (query.search) {
    const like = containing(query.search.toLowerCase());
    conditions.add(
      'lower(coalesce(s.name, u.name)) LIKE ? OR lower(c.number) LIKE ? OR lower(c.body) LIKE ?',
      like,
      like,
      like,
    );
  }
  return conditions;
}

function toWatched(row: ListedRow, today: Day): WatchedCertificateResponse {
  return { ...toCertificate(row, row.holder_name, today), engagements: row.engagements };
}
