import { identityGrounds } from '@probant/shared/concentration/identify-actors';
import type { OrganisationId } from '@probant/shared/ids';
import type { Language } from '@probant/shared/questionnaires/document';
import { countryCodes, countryName, isInEea } from '@probant/shared/suppliers/countries';
import type { Tx } from '../../platform/database/work.js';
import type { Conditions } from '../../platform/http/page.js';
import type { ConcentrationNodeResponse, NodeKind } from './concentration.dto.js';

/** A company, a place or a country as triggers keep it, with what it counts. */
export interface NodeRow {
  readonly kind: NodeKind;
  readonly node_id: string;
  readonly name: string;
  /** Of a country. */
  readonly code: string | null;
  readonly siren: string | null;
  readonly ground: string | null;
  readonly suppliers: number;
  readonly engagements: number;
  readonly critical: number;
  readonly least_depth: number | null;
  readonly most_depth: number | null;
}

export const nodeColumns = [
  ...['kind', 'node_id', 'name', 'code', 'siren', 'ground', 'suppliers', 'engagements', 'critical'],
  ...['least_depth', 'most_depth'],
]
  .map((column) => `n.${column}`)
  .join(', ');

/** A company is found by any of its records as well. */
export async function resolveNode(tx: Tx, organisationId: OrganisationId, asked: string): Promise<string> {
  const [record] = await tx.query<{ node: string }>(
    'SELECT node_id AS node FROM concentration_records WHERE organisation_id = $1 AND record_id = $2',
    [organisationId, asked],
  );
  return record?.node ?? asked;
}

/** Joins what countries are called in the language of the reader, for lists that go by names. */
export function joinCountryNames(conditions: Conditions, language: Language): string {
  const [codes, names] = [countryCodes, countryCodes.map((code) => countryName(code, language))].map((list) =>
    conditions.take(list),
  );
  return `LEFT JOIN unnest(${codes}::text[], ${names}::text[]) AS c(code, name) ON c.code = n.code`;
}

export function toNode(row: NodeRow, language: Language): ConcentrationNodeResponse {
  const isActor = row.kind === 'actor';
  const country = countryCodes.find((code) => code === row.code);
  return {
    id: row.node_id,
    kind: row.kind,
    name: country === undefined ? row.name : countryName(country, language),
    siren: isActor ? row.siren : null,
    ground: isActor ? (identityGrounds.find((ground) => ground === row.ground) ?? null) : null,
    outsideEea: country === undefined ? null : !isInEea(country),
    suppliers: row.suppliers,
    engagements: row.engagements,
    critical: row.critical,
    leastDepth: row.least_depth,
    mostDepth: row.most_depth,
  };
}
