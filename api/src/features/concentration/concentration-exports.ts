import { Injectable, type OnModuleInit } from '@nestjs/common';
import { activityNames } from '@probant/shared/certifications/activities';
import type { IdentityGround } from '@probant/shared/concentration/identify-actors';
import type { Language, Localised } from '@probant/shared/questionnaires/document';
import { rounded } from '@probant/shared/scoring/round-result';
import type { Scope } from '../../platform/access/scope.js';
import { readPages } from '../../platform/database/read-pages.js';
import type { Tx } from '../../platform/database/work.js';
import { mapPages, type PagedTable } from '../../platform/tables/paged-table.js';
import { ExportRegistry, toColumns, type ExportOptions, type Heading } from '../exports/exports.public.js';
import { wholeStatement } from './concentration-list.service.js';
import {
  ConcentrationQuery,
  DependentsQuery,
  type ConcentrationNodeResponse,
  type NodeKind,
} from './concentration.dto.js';
import { DependentsReader } from './dependents.service.js';
import { toNode, type NodeRow } from './kept-nodes.js';

const kinds: Readonly<Record<NodeKind, Localised>> = {
  actor: { fr: 'intervenant', en: 'actor' },
  place: { fr: 'lieu', en: 'place' },
  country: { fr: 'pays', en: 'country' },
};

const grounds: Readonly<Record<IdentityGround, Localised>> = {
  'one-record': { fr: 'une seule fiche', en: 'one record' },
  'same-siren': { fr: 'même SIREN', en: 'same SIREN' },
  'same-name': { fr: 'même nom, identité non prouvée', en: 'same name, not proven the same' },
};
const byName: Localised = { fr: 'même nom de lieu', en: 'same name of a place' };
const inEea: Localised = { fr: 'dans l’EEE', en: 'in the EEA' };
const outsideEea: Localised = { fr: 'hors EEE', en: 'outside the EEA' };

const nodeHeadings: readonly Heading[] = [
  ['Intervenant, lieu ou pays', 'Actor, place or country'],
  ['Nature', 'Kind'],
  ['SIREN', 'SIREN'],
  ['Identité', 'Identity'],
  ['Fournisseurs', 'Suppliers', 'number'],
  ['Prestations', 'Engagements', 'number'],
  ['Dont risque inhérent T4', 'Of inherent risk T4', 'number'],
  ['Rang au plus près', 'Nearest rank', 'number'],
  ['Rang au plus loin', 'Farthest rank', 'number'],
];

const dependentHeadings: readonly Heading[] = [
  ['Fournisseur', 'Supplier'],
  ['Prestation', 'Engagement'],
  ['Risque inhérent', 'Inherent risk'],
  ['Note de risque', 'Risk grade'],
  ['Score de risque', 'Risk score', 'number'],
  ['Rang dans la chaîne', 'Rank in the chain', 'number'],
  ['Activités HDS', 'HDS activities'],
  ['Exposition basse', 'Low exposure', 'number'],
  ['Exposition haute', 'High exposure', 'number'],
];

/** The concentration, and what depends on one company or place, as files. */
@Injectable()
export class ConcentrationExports implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly dependents: DependentsReader,
  ) {}

  onModuleInit(): void {
    this.registry.add({
      name: 'concentration',
      action: 'certifications:read',
      query: ConcentrationQuery,
      read: readNodes,
    });
    this.registry.add({
      name: 'dependents',
      action: 'certifications:read',
      query: DependentsQuery,
      read: (tx, scope, query, options) => this.readDependents(tx, scope, query, options),
    });
  }

  private async readDependents(
    tx: Tx,
    scope: Scope,
    query: DependentsQuery,
    { language, maxRows }: ExportOptions,
  ): Promise<PagedTable> {
    const { node, items } = await this.dependents.readPage(tx, scope, query, { limit: maxRows, language });
    return {
      name: failureOf(node, language),
      columns: toColumns(language, dependentHeadings),
      pages: [
        items.map((row) => [
          ...[row.supplierName, row.engagementName, row.tier, row.grade, rounded(row.score, 2), row.depth],
          row.activities.map((one) => activityNames[one][language]).join(', '),
          ...[euros(row.exposure?.lowCents), euros(row.exposure?.highCents)],
        ]),
      ],
    };
  }
}

function failureOf({ kind, name }: ConcentrationNodeResponse, language: Language): string {
  if (kind === 'country')
    return language === 'fr'
      ? `${name}, si plus rien n’y est possible`
      : `${name}, if nothing can be done there`;
  return language === 'fr' ? `Si ${name} s’arrête` : `If ${name} fails`;
}

function readNodes(
  tx: Tx,
  scope: Scope,
  query: ConcentrationQuery,
  { language, maxRows }: ExportOptions,
): PagedTable {
  const { text, parameters } = wholeStatement(scope, query, language, maxRows);
  const rows = readPages<NodeRow>(tx, text, parameters);
  return {
    name: 'Concentration',
    columns: toColumns(language, nodeHeadings),
    pages: mapPages(rows, (row) => {
      const node = toNode(row, language);
      return [
        ...[node.name, kinds[node.kind][language], node.siren, groundOf(node, language)],
        ...[node.suppliers, node.engagements, node.critical, node.leastDepth, node.mostDepth],
      ];
    }),
  };
}

function groundOf({ ground, outsideEea: outside }: ConcentrationNodeResponse, language: Language): string {
  if (outside !== null) return (outside ? outsideEea : inEea)[language];
  return (ground === null ? byName : grounds[ground])[language];
}

function euros(cents: number | undefined): number | null {
  return cents === undefined ? null : cents / 100;
}
