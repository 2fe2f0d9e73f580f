import type { ContextCondition, ContextValue, KnockoutCondition } from '../questionnaires/document.js';
import {
  at,
  booleanAt,
  fault,
  has,
  listAt,
  mappingAt,
  placeOf,
  readMapping,
  shareAt,
  textAt,
  type Mapping,
} from './read-yaml.js';

function readContextValue(value: unknown, place: string): ContextValue {
  if (typeof value !== 'boolean' && typeof value !== 'string')
    throw fault(place, 'true, false or a value is expected');
  return value;
}

function parseContextCondition(value: unknown, place: string): ContextCondition {
  const mapping = readMapping(value, place, ['ctx', 'all', 'any', 'not']);
  if (mapping.entries.size !== 1) throw fault(place, 'exactly one of ctx, all, any, not is expected');
  if (has(mapping, 'all')) return { all: listAt(mapping, 'all', parseContextCondition) };
  if (has(mapping, 'any')) return { any: listAt(mapping, 'any', parseContextCondition) };
  if (has(mapping, 'not')) return { not: contextConditionAt(mapping, 'not') };
  const facts = mappingAt(mapping, 'ctx');
  return {
    ctx: Object.fromEntries(
      [...facts.entries].map(([key, fact]) => [key, readContextValue(fact, placeOf(facts, key))]),
    ),
  };
}

export function contextConditionAt(mapping: Mapping, key: string): ContextCondition {
  return parseContextCondition(at(mapping, key), placeOf(mapping, key));
}

export function parseKnockoutCondition(value: unknown, place: string): KnockoutCondition {
  const mapping = readMapping(value, place, ['q', 'risk_gte', 'phi_lt', 'any_row', 'any', 'all']);
  if (has(mapping, 'any')) return { any: listAt(mapping, 'any', parseKnockoutCondition) };
  if (has(mapping, 'all')) return { all: listAt(mapping, 'all', parseKnockoutCondition) };
  const q = textAt(mapping, 'q');
  if (mapping.entries.size !== 2) throw fault(place, 'a question and exactly one test are expected');
  if (has(mapping, 'risk_gte')) return { q, riskGte: shareAt(mapping, 'risk_gte') };
  if (has(mapping, 'phi_lt')) return { q, phiLt: shareAt(mapping, 'phi_lt') };
  const row = mappingAt(mapping, 'any_row', ['hds_activities_not_empty', 'r_gte']);
  return {
    q,
    anyRow: {
      hdsActivitiesNotEmpty: booleanAt(row, 'hds_activities_not_empty'),
      rGte: shareAt(row, 'r_gte'),
    },
  };
}
