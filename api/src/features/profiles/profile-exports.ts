import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Scope } from '../../platform/access/scope.js';
import { readPages } from '../../platform/database/read-pages.js';
import type { Tx } from '../../platform/database/work.js';
import { mapPages, type PagedTable } from '../../platform/tables/paged-table.js';
import { ExportRegistry, toColumns, type ExportOptions, type Heading } from '../exports/exports.public.js';
import { Library } from '../library/library.public.js';
import { Profiles } from './profiles.service.js';

const headings: readonly Heading[] = [
  ['Profil', 'Profile'],
  ['Numéro', 'Number', 'number'],
  ['Par défaut', 'Default'],
  ['Enregistré par', 'Saved by'],
  ['Enregistré le', 'Saved at', 'instant'],
];

const yes = { fr: 'Oui', en: 'Yes' } as const;

interface ProfileRow {
  readonly id: string;
  readonly name: string;
  readonly number: number;
  readonly themes: Readonly<Record<string, number>>;
  readonly created_by_name: string;
  readonly created_at: Date;
}

/** The saved profiles with the weight of each theme, newest first. */
@Injectable()
export class ProfileExports implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly profiles: Profiles,
    private readonly library: Library,
  ) {}

  onModuleInit(): void {
    this.registry.add({
      name: 'profiles',
      action: 'profiles:read',
      query: null,
      read: (tx, scope, _query, options) => this.read(tx, scope, options),
    });
  }

  private async read(tx: Tx, scope: Scope, { language, maxRows }: ExportOptions): Promise<PagedTable> {
    const { defaultProfileId } = await this.profiles.settings(tx, scope.organisationId);
    const rows = readPages<ProfileRow>(
      tx,
      `SELECT id, name, number, themes, created_by_name, created_at FROM weight_profiles
       WHERE organisation_id = $1 ORDER BY number DESC LIMIT $2`,
      [scope.organisationId, maxRows],
    );
    const { themes } = this.library.questionBank();
    const weights = themes.map(({ code, short, title }): Heading => {
      const { fr, en } = short ?? title;
      return [`${code} ${fr}`, `${code} ${en}`, 'number'];
    });
    return {
      name: language === 'fr' ? 'Profils' : 'Profiles',
      columns: toColumns(language, [...headings, ...weights]),
      pages: mapPages(rows, (row) => [
        ...[row.name, row.number, row.id === defaultProfileId ? yes[language] : ''],
        ...[row.created_by_name, row.created_at.toISOString()],
        ...themes.map(({ code }) => row.themes[code] ?? null),
      ]),
    };
  }
}
