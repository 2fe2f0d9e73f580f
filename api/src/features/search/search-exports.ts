import { Injectable, type OnModuleInit } from '@nestjs/common';
import { kindNames } from '@probant/shared/search/kind-names';
import type { Segment } from '@probant/shared/search/segments';
import { ExportRegistry, toColumns, type Heading } from '../exports/exports.public.js';
import { mostFound, SearchQuery } from './search.dto.js';
import { Search } from './search.service.js';

const headings: readonly Heading[] = [
  ['Nature', 'Kind'],
  ['Trouvé', 'Found'],
  ['Où', 'Where'],
  ['Extrait', 'Excerpt'],
];

/** What was found as a file: of each kind as many as its screen can show. */
@Injectable()
export class SearchExports implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly search: Search,
  ) {}

  onModuleInit(): void {
    this.registry.add({
      name: 'search',
      action: 'search:read',
      query: SearchQuery,
      read: async (_tx, scope, query, { language }) => {
        const { groups } = await this.search.find({ ...scope, language }, { ...query, limit: mostFound });
        return {
          name: language === 'fr' ? 'Résultats' : 'Results',
          columns: toColumns(language, headings),
          pages: groups.map(({ kind, hits }) =>
            hits.map(({ title, context, excerpt }) => [
              ...[kindNames[kind][language], textOf(title), context, textOf(excerpt)],
            ]),
          ),
        };
      },
    });
  }
}

function textOf(segments: readonly Segment[]): string {
  return segments.map(({ text }) => text).join('');
}
