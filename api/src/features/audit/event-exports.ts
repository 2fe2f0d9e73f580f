import { Injectable, type OnModuleInit } from '@nestjs/common';
import { eventKindName } from '@probant/shared/audit/kind-names';
import { tellEvent } from '@probant/shared/audit/tell-event';
import type { Scope } from '../../platform/access/scope.js';
import type { Tx } from '../../platform/database/work.js';
import { mapPages, type PagedTable } from '../../platform/tables/paged-table.js';
import { ExportRegistry, toColumns, type ExportOptions, type Heading } from '../exports/exports.public.js';
import { eventPages } from './event-list.service.js';
import { EventsQuery } from './events.dto.js';

const headings: readonly Heading[] = [
  ['Inscrit le', 'Recorded on', 'instant'],
  ['Ce qui s’est passé', 'What happened'],
  ['Nature', 'Kind'],
  ['Évaluation', 'Assessment'],
  ['Chaîne', 'Chain'],
  ['Numéro', 'Number', 'number'],
  ['Instant haché (UTC)', 'Instant hashed (UTC)'],
  ['Empreinte', 'Hash'],
  ['Empreinte précédente', 'Previous hash'],
  ['Texte', 'Text'],
];

/** The log as a file, with what it takes to hash each line again. */
@Injectable()
export class EventExports implements OnModuleInit {
  constructor(private readonly registry: ExportRegistry) {}

  onModuleInit(): void {
    this.registry.add({ name: 'audit', action: 'audit:read', query: EventsQuery, read: exportEvents });
  }
}

function exportEvents(
  tx: Tx,
  scope: Scope,
  query: EventsQuery,
  { language, maxRows }: ExportOptions,
): PagedTable {
  return {
    name: language === 'fr' ? 'Journal' : 'Audit log',
    columns: toColumns(language, headings),
    pages: mapPages(eventPages(tx, scope, query, maxRows), (event) => [
      event.at,
      tellEvent(event, language),
      eventKindName(event.kind, language),
      event.assessmentTitle,
      event.chainId,
      event.sequence,
      event.at,
      event.hash,
      event.previousHash,
      event.text,
    ]),
  };
}
