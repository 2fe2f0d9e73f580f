import { Injectable, type OnModuleInit } from '@nestjs/common';
import { tellEvent } from '@probant/shared/audit/tell-event';
import type { Scope } from '../../platform/access/scope.js';
import type { Tx } from '../../platform/database/work.js';
import type { WrittenTable } from '../../platform/tables/written-table.js';
import { ExportRegistry, type ExportOptions } from '../exports/exports.public.js';
import { readEvents } from './event-list.service.js';
import { EventsQuery } from './events.dto.js';

const titles = {
  fr: [
    'Instant',
    'Ce qui s’est passé',
    'Nature',
    'Évaluation',
    'Chaîne',
    'Numéro',
    'Empreinte',
    'Empreinte précédente',
    'Texte',
  ],
  en: ['Instant', 'What happened', 'Kind', 'Assessment', 'Chain', 'Number', 'Hash', 'Previous hash', 'Text'],
} as const;

/** The log as a file, with what it takes to hash each line again. */
@Injectable()
export class EventExports implements OnModuleInit {
  constructor(private readonly registry: ExportRegistry) {}

  onModuleInit(): void {
    this.registry.add({ name: 'audit', action: 'audit:read', query: EventsQuery, read: exportEvents });
  }
}

async function exportEvents(
  tx: Tx,
  scope: Scope,
  query: EventsQuery,
  { language, maxRows }: ExportOptions,
): Promise<WrittenTable> {
  const events = await readEvents(tx, scope, query, maxRows);
  return {
    name: language === 'fr' ? 'Journal' : 'Audit log',
    columns: titles[language].map((title) => ({
      title,
      kind: title === titles[language][5] ? 'number' : 'text',
    })),
    rows: events.map((event) => [
      event.at,
      tellEvent(event, language),
      event.kind,
      event.assessmentTitle,
      event.chainId,
      event.sequence,
      event.hash,
      event.previousHash,
      event.text,
    ]),
  };
}
