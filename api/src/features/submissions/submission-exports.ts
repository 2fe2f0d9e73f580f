import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Scope } from '../../platform/access/scope.js';
import { readPages } from '../../platform/database/read-pages.js';
import type { Tx } from '../../platform/database/work.js';
import { mapPages, type PagedTable } from '../../platform/tables/paged-table.js';
import { ExportRegistry, toColumns, type ExportOptions, type Heading } from '../exports/exports.public.js';

const headings: readonly Heading[] = [
  ['Acheteur', 'Buyer'],
  ['Demande', 'Request'],
  ['Remise', 'Submission', 'number'],
  ['Remise le', 'Submitted at', 'instant'],
  ['Attestée par', 'Attested by'],
  ['Pièces', 'Pieces', 'number'],
  ['SHA-256', 'SHA-256'],
];

interface SubmissionRow {
  readonly buyer_name: string;
  readonly title: string;
  readonly number: number;
  readonly submitted_at: Date;
  readonly attested_by_name: string;
  readonly pieces: number;
  readonly sha256: string;
}

/** Everything that a supplier's workspace has submitted. */
@Injectable()
export class SubmissionExports implements OnModuleInit {
  constructor(private readonly registry: ExportRegistry) {}

  onModuleInit(): void {
    this.registry.add({
      name: 'submissions',
      action: 'answers:read',
      query: null,
      read: readSubmissions,
    });
  }
}

function readSubmissions(
  tx: Tx,
  scope: Scope,
  _query: object,
  { language, maxRows }: ExportOptions,
): PagedTable {
  const rows = readPages<SubmissionRow>(
    tx,
    `SELECT a.buyer_name, a.title, s.number, s.submitted_at, s.attested_by_name, s.sha256,
       (SELECT count(*)::int FROM submission_pieces p WHERE p.buyer_id = s.buyer_id AND p.submission_id = s.id) AS pieces
     FROM submissions s JOIN assessments a ON a.buyer_id = s.buyer_id AND a.id = s.assessment_id
     WHERE s.supplier_organisation_id = $1 ORDER BY s.submitted_at DESC, s.id LIMIT $2`,
    [scope.organisationId, maxRows],
  );
  return {
    name: language === 'fr' ? 'Remises' : 'Submissions',
    columns: toColumns(language, headings),
    pages: mapPages(rows, (row) => [
      ...[row.buyer_name, row.title, row.number, row.submitted_at.toISOString()],
      ...[row.attested_by_name, row.pieces, row.sha256],
    ]),
  };
}
