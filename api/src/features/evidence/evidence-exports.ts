import { Injectable, type OnModuleInit } from '@nestjs/common';
import { evidenceKindLabel } from '@probant/shared/evidence/kinds';
import type { Scope } from '../../platform/access/scope.js';
import { readPages } from '../../platform/database/read-pages.js';
import type { Tx } from '../../platform/database/work.js';
import { mapPages, type PagedTable } from '../../platform/tables/paged-table.js';
import { ExportRegistry, toColumns, type ExportOptions, type Heading } from '../exports/exports.public.js';

const headings: readonly Heading[] = [
  ['Pièce', 'Piece'],
  ['Nature', 'Kind'],
  ['Datée du', 'Dated', 'day'],
  ['Valable jusqu’au', 'Valid until', 'day'],
  ['Questions', 'Questions'],
  ['Octets', 'Bytes', 'number'],
  ['Type', 'Type'],
  ['SHA-256', 'SHA-256'],
  ['Déposée par', 'Uploaded by'],
  ['Déposée le', 'Uploaded at', 'instant'],
  ['Remise le', 'Submitted at', 'instant'],
  ['Remplacée le', 'Superseded at', 'instant'],
];

interface PieceRow {
  readonly name: string;
  readonly kind: string;
  readonly dated_on: string | null;
  readonly expires_on: string | null;
  readonly questions: readonly string[];
  readonly bytes: string;
  readonly media_type: string;
  readonly sha256: string;
  readonly uploaded_by_name: string;
  readonly uploaded_at: Date;
  readonly submitted_at: Date | null;
  readonly superseded_at: Date | null;
}

/** The pieces of a supplier's workspace, whichever request they were given to. */
@Injectable()
export class EvidenceExports implements OnModuleInit {
  constructor(private readonly registry: ExportRegistry) {}

  onModuleInit(): void {
    this.registry.add({
      name: 'evidence',
      action: 'answers:read',
      query: null,
      read: readPieces,
    });
  }
}

function readPieces(tx: Tx, scope: Scope, _query: object, { language, maxRows }: ExportOptions): PagedTable {
  const rows = readPages<PieceRow>(
    tx,
    `SELECT e.name, e.kind, e.dated_on::text, e.expires_on::text, f.bytes, f.media_type, e.sha256, e.uploaded_by_name,
       e.uploaded_at, e.submitted_at, e.superseded_at,
       ARRAY(SELECT DISTINCT l.question_key FROM evidence_links l WHERE l.organisation_id = e.organisation_id
         AND l.evidence_id = e.id ORDER BY 1) AS questions
     FROM evidence e JOIN evidence_files f ON f.organisation_id = e.organisation_id AND f.sha256 = e.sha256
     WHERE e.organisation_id = $1 ORDER BY e.uploaded_at DESC, e.id LIMIT $2`,
    [scope.organisationId, maxRows],
  );
  return {
    name: language === 'fr' ? 'Pièces' : 'Evidence',
    columns: toColumns(language, headings),
    pages: mapPages(rows, (row) => [
      ...[row.name, evidenceKindLabel(row.kind)[language], row.dated_on, row.expires_on],
      ...[row.questions.join(', '), Number(row.bytes), row.media_type, row.sha256, row.uploaded_by_name],
      ...[row.uploaded_at, row.submitted_at, row.superseded_at].map((at) => at?.toISOString() ?? null),
    ]),
  };
}
