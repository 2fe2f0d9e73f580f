import {
  evidenceLevels,
  evidenceNeeds,
  grades,
  tiers,
  type ConsistencyCheck,
  type ConsistencyCondition,
  type ContextFact,
  type EvidenceScale,
  type Knockout,
  type Lesson,
  type QuestionnaireDocument,
  type Source,
  type Theme,
  type TierRule,
  type WeightPreset,
} from '../questionnaires/document.js';
import { checkReferences } from './check-references.js';
import { contextConditionAt, parseKnockoutCondition } from './parse-condition.js';
import { parseOption, parseQuestion, type Scales } from './parse-question.js';
import {
  at,
  booleanAt,
  choiceAt,
  fault,
  has,
  listAt,
  localisedAt,
  localisedIn,
  mappingAt,
  numberAt,
  optional,
  placeOf,
  readMapping,
  shareAt,
  textAt,
  textsAt,
  weightAt,
  type Mapping,
} from './read-yaml.js';

const sections = [
  'meta',
  'context',
  'inherent_tier',
  'grades',
  'evidence',
  'weight_presets',
  'scales',
  'knockouts',
  'sources',
  'lessons',
  'themes',
  'consistency_checks',
];

/** The question bank, as its YAML file is read, becomes a questionnaire document; throws with the place of what is wrong. */
export function parseLibrary(yaml: unknown): QuestionnaireDocument {
  const root = readMapping(yaml, '', sections);
  const meta = mappingAt(root, 'meta');
  const inherentTier = mappingAt(root, 'inherent_tier', ['rule', 'tiers', 'minimums']);
  const scales = parseScales(mappingAt(root, 'scales'));
  const document: QuestionnaireDocument = {
    format: 1,
    code: textAt(meta, 'code'),
    version: textAt(meta, 'version'),
    title: localisedAt(meta, 'title'),
    disclaimer: localisedAt(meta, 'disclaimer'),
    context: listAt(root, 'context', parseContextFact),
    tiers: listAt(inherentTier, 'tiers', parseTier),
    tierMinimums: listAt(inherentTier, 'minimums', parseTierMinimum),
    grades: listAt(root, 'grades', parseGrade),
    evidence: parseEvidence(mappingAt(root, 'evidence')),
    presets: named(mappingAt(root, 'weight_presets'), parsePreset),
    knockouts: listAt(root, 'knockouts', parseKnockout),
    sources: named(mappingAt(root, 'sources'), parseSource),
    lessons: named(mappingAt(root, 'lessons'), parseLesson),
    themes: listAt(root, 'themes', (item, place) => parseTheme(item, place, scales)),
    consistencyChecks: listAt(root, 'consistency_checks', parseConsistencyCheck),
  };
  checkReferences(document);
  return document;
}

/** A mapping whose keys are the names of its items, in the order of the file. */
function named<T>(mapping: Mapping, read: (name: string, item: unknown, place: string) => T): readonly T[] {
  return [...mapping.entries].map(([name, item]) => read(name, item, placeOf(mapping, name)));
}

function parseScales(mapping: Mapping): Scales {
  return new Map([...mapping.entries.keys()].map((name) => [name, listAt(mapping, name, parseOption)]));
}

function parseContextFact(value: unknown, place: string): ContextFact {
  const mapping = readMapping(value, place, ['key', 'type', 'short', 'values', 'fr', 'en', 'points']);
  return {
    key: textAt(mapping, 'key'),
    label: localisedIn(mapping),
    ...optional(mapping, 'short', 'short', localisedAt),
    kind: choiceAt(mapping, 'type', ['bool', 'enum']),
    ...optional(mapping, 'points', 'points', weightAt),
    ...optional(mapping, 'values', 'values', (from, key) => listAt(from, key, parseContextValue)),
  };
}

function parseContextValue(value: unknown, place: string) {
  const mapping = readMapping(value, place, ['v', 'points', 'fr', 'en']);
  return { value: textAt(mapping, 'v'), points: weightAt(mapping, 'points'), label: localisedIn(mapping) };
}

function parseTier(value: unknown, place: string): TierRule {
  const mapping = readMapping(value, place, ['tier', 'label', 'min', 'exponent']);
  return {
    tier: choiceAt(mapping, 'tier', tiers),
    label: localisedAt(mapping, 'label'),
    min: numberAt(mapping, 'min'),
    exponent: numberAt(mapping, 'exponent'),
  };
}

function parseTierMinimum(value: unknown, place: string) {
  const mapping = readMapping(value, place, ['when', 'tier']);
  return { when: contextConditionAt(mapping, 'when'), tier: choiceAt(mapping, 'tier', tiers) };
}

function parseGrade(value: unknown, place: string) {
  const mapping = readMapping(value, place, ['grade', 'max']);
  return { grade: choiceAt(mapping, 'grade', grades), max: numberAt(mapping, 'max') };
}

function parseEvidence(mapping: Mapping): EvidenceScale {
  const discount = mappingAt(mapping, 'discount', evidenceNeeds);
  return {
    discount: {
      required: shareAt(discount, 'required'),
      recommended: shareAt(discount, 'recommended'),
      none: shareAt(discount, 'none'),
    },
    levels: listAt(mapping, 'levels', (item, place) => {
      const level = readMapping(item, place, ['level', 'phi', 'fr', 'en']);
      return {
        level: choiceAt(level, 'level', evidenceLevels),
        phi: shareAt(level, 'phi'),
        label: localisedIn(level),
      };
    }),
    stalePhi: shareAt(mapping, 'stale_phi'),
    rejectedPhi: shareAt(mapping, 'rejected_phi'),
  };
}

function parsePreset(key: string, value: unknown, place: string): WeightPreset {
  const mapping = readMapping(value, place, ['fr', 'en', 'weights']);
  const weights = mappingAt(mapping, 'weights');
  return {
    key,
    label: localisedIn(mapping),
    weights: Object.fromEntries([...weights.entries.keys()].map((code) => [code, weightAt(weights, code)])),
  };
}

function parseKnockout(value: unknown, place: string): Knockout {
  const mapping = readMapping(value, place, [
    'id',
    'name',
    'floor',
    'flag',
    'scope',
    'when',
    'ref',
    'fr',
    'en',
  ]);
  return {
    id: textAt(mapping, 'id'),
    floor: numberAt(mapping, 'floor'),
    flag: textAt(mapping, 'flag'),
    ...optional(mapping, 'scope', 'scope', contextConditionAt),
    when: parseKnockoutCondition(at(mapping, 'when'), placeOf(mapping, 'when')),
    ref: textsAt(mapping, 'ref'),
    ...optional(mapping, 'name', 'name', localisedAt),
    text: localisedIn(mapping),
  };
}

function parseSource(id: string, value: unknown, place: string): Source {
  const mapping = readMapping(value, place, ['short', 'citation']);
  return { id, short: localisedAt(mapping, 'short'), citation: localisedAt(mapping, 'citation') };
}

function parseLesson(id: string, value: unknown, place: string): Lesson {
  const mapping = readMapping(value, place, ['seed', 'q', 'ext']);
  if (has(mapping, 'ext')) return { id, reference: textAt(mapping, 'ext') };
  return { id, seed: textAt(mapping, 'seed'), quote: textAt(mapping, 'q') };
}

function parseTheme(value: unknown, place: string, scales: Scales): Theme {
  const keys = ['code', 'fr', 'en', 'short', 'weight', 'mandatory', 'scope', 'questions'];
  const mapping = readMapping(value, place, keys);
  return {
    code: textAt(mapping, 'code'),
    title: localisedIn(mapping),
    ...optional(mapping, 'short', 'short', localisedAt),
    weight: weightAt(mapping, 'weight'),
    mandatory: booleanAt(mapping, 'mandatory'),
    ...optional(mapping, 'scope', 'scope', contextConditionAt),
    questions: listAt(mapping, 'questions', (item, where) => parseQuestion(item, where, scales)),
  };
}

function parseConsistencyCheck(value: unknown, place: string): ConsistencyCheck {
  const mapping = readMapping(value, place, ['id', 'when', 'fr', 'en']);
  return {
    id: textAt(mapping, 'id'),
    when: parseConsistencyCondition(at(mapping, 'when'), placeOf(mapping, 'when')),
    text: localisedIn(mapping),
  };
}

function parseConsistencyCondition(value: unknown, place: string): ConsistencyCondition {
  const keys = ['q', 'value', 'risk_lt', 'option_absent', 'any_row', 'external', 'any', 'all'];
  const mapping = readMapping(value, place, keys);
  if (has(mapping, 'any')) return { any: listAt(mapping, 'any', parseConsistencyCondition) };
  if (has(mapping, 'all')) return { all: listAt(mapping, 'all', parseConsistencyCondition) };
  if (has(mapping, 'external')) return { external: textAt(mapping, 'external') };
  const q = textAt(mapping, 'q');
  if (has(mapping, 'value')) return { q, value: textAt(mapping, 'value') };
  if (has(mapping, 'risk_lt')) return { q, riskLt: shareAt(mapping, 'risk_lt') };
  if (has(mapping, 'option_absent')) return { q, optionAbsent: textAt(mapping, 'option_absent') };
  if (!has(mapping, 'any_row')) throw fault(place, 'a test of the question is expected');
  const row = mappingAt(mapping, 'any_row', ['performer_is']);
  return { q, anyRow: { performerIs: choiceAt(row, 'performer_is', ['supplier', 'third_party']) } };
}
