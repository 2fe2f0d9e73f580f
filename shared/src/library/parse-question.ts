import {
  columnTypes,
  evidenceNeeds,
  severities,
  type Column,
  type Curve,
  type InheritRule,
  type Option,
  type Question,
  type QuestionType,
  type RowRule,
} from '../questionnaires/document.js';
import { contextConditionAt } from './parse-condition.js';
import {
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
  readNumber,
  refuseTwice,
  shareAt,
  textAt,
  textsAt,
  weightAt,
  type Mapping,
} from './read-yaml.js';

export type Scales = ReadonlyMap<string, readonly Option[]>;

const questionTypes = [
  'single',
  'multi',
  'number',
  'duration',
  'date_age',
  'table',
  'text',
  'file',
] as const satisfies readonly QuestionType[];

const commonKeys = [
  'id',
  'fr',
  'en',
  'short',
  'type',
  'w',
  'ev',
  'scope',
  'inherit_if',
  'na',
  'ko',
  'ref',
  'sev',
  'trigger',
  'help',
  'finding',
  'fix',
  'key_point',
  'required',
];

const kindKeys: Readonly<Record<QuestionType, readonly string[]>> = {
  single: ['options', 'scale'],
  multi: ['options', 'scale'],
  number: ['unit', 'curve', 'none_r'],
  duration: ['unit', 'curve', 'none_r'],
  date_age: ['unit', 'curve', 'none_r'],
  table: ['columns', 'row_risk', 'rows_required', 'aggregate'],
  text: ['risk'],
  file: ['risk'],
};

export function parseQuestion(value: unknown, place: string, scales: Scales): Question {
  const type = choiceAt(readMapping(value, place), 'type', questionTypes);
  const mapping = readMapping(value, place, [...commonKeys, ...kindKeys[type]]);
  const common = parseCommon(mapping);
  switch (type) {
    case 'single':
    case 'multi':
      return { ...common, type, options: parseOptions(mapping, type, scales) };
    case 'number':
    case 'duration':
    case 'date_age':
      return {
        ...common,
        type,
        unit: localisedAt(mapping, 'unit'),
        curve: parseCurve(mapping),
        ...optional(mapping, 'none_r', 'noneRisk', shareAt),
      };
    case 'table':
      return { ...common, type, ...parseTable(mapping) };
    case 'text':
    case 'file':
      return { ...common, type, ...optional(mapping, 'risk', 'risk', shareAt) };
  }
}

function parseCommon(mapping: Mapping) {
  const evidence = mappingAt(mapping, 'ev', ['need', 'kinds', 'max_age_m']);
  return {
    id: textAt(mapping, 'id'),
    text: localisedIn(mapping),
    ...optional(mapping, 'short', 'short', localisedAt),
    ...optional(mapping, 'help', 'help', localisedAt),
    weight: weightAt(mapping, 'w'),
    evidence: {
      need: choiceAt(evidence, 'need', evidenceNeeds),
      kinds: has(evidence, 'kinds') ? textsAt(evidence, 'kinds') : [],
      ...optional(evidence, 'max_age_m', 'maxAgeMonths', numberAt),
    },
    ...optional(mapping, 'scope', 'scope', contextConditionAt),
    ...optional(mapping, 'inherit_if', 'inheritIf', (from, key) => listAt(from, key, parseInheritRule)),
    notApplicable: has(mapping, 'na') && booleanAt(mapping, 'na'),
    knockouts: has(mapping, 'ko') ? textsAt(mapping, 'ko') : [],
    ref: textsAt(mapping, 'ref'),
    severity: choiceAt(mapping, 'sev', severities),
    ...optional(mapping, 'trigger', 'trigger', shareAt),
    ...optional(mapping, 'finding', 'finding', localisedAt),
    ...optional(mapping, 'fix', 'fix', localisedAt),
    ...optional(mapping, 'key_point', 'keyPoint', numberAt),
    ...optional(mapping, 'required', 'mandatory', booleanAt),
  };
}

function parseInheritRule(value: unknown, place: string): InheritRule {
  const mapping = readMapping(value, place, ['q', 'value', 'risk_gte', 'r']);
  if (has(mapping, 'value') === has(mapping, 'risk_gte'))
    throw fault(place, 'either value or risk_gte is expected');
  const q = textAt(mapping, 'q');
  const risk = shareAt(mapping, 'r');
  return has(mapping, 'value')
    ? { q, value: textAt(mapping, 'value'), risk }
    : { q, riskGte: shareAt(mapping, 'risk_gte'), risk };
}

export function parseOption(value: unknown, place: string): Option {
  const mapping = readMapping(value, place, ['v', 'fr', 'en', 'r', 'c']);
  return {
    value: textAt(mapping, 'v'),
    label: localisedIn(mapping),
    ...optional(mapping, 'r', 'risk', shareAt),
    ...optional(mapping, 'c', 'credit', shareAt),
  };
}

function parseOptions(mapping: Mapping, type: 'single' | 'multi', scales: Scales): readonly Option[] {
  if (has(mapping, 'options') === has(mapping, 'scale'))
    throw fault(mapping.place, 'either options or a scale is expected');
  const options = has(mapping, 'options')
    ? listAt(mapping, 'options', parseOption)
    : scales.get(textAt(mapping, 'scale'));
  if (options === undefined) throw fault(placeOf(mapping, 'scale'), 'this scale does not exist');
  for (const option of options) {
    const given = type === 'single' ? option.risk : option.credit;
    const needed = type === 'single' ? 'risk (r)' : 'credit (c)';
    if (given === undefined) throw fault(mapping.place, `the option "${option.value}" has no ${needed}`);
  }
  refuseTwice(
    options.map((option) => option.value),
    mapping.place,
  );
  return options;
}

function parseCurve(mapping: Mapping): Curve {
  const place = placeOf(mapping, 'curve');
  const points = listAt(mapping, 'curve', (point, where) => {
    if (!Array.isArray(point) || point.length !== 2) throw fault(where, 'a point [x, risk] is expected');
    return [readNumber(point[0], where), readNumber(point[1], where)] as const;
  });
  const steps = points.slice(1).map(([x, risk], index) => {
    const [beforeX, beforeRisk] = points[index] ?? [x, risk];
    if (x <= beforeX) throw fault(place, 'x must ascend');
    return risk - beforeRisk;
  });
  if (points.some(([, risk]) => risk < 0 || risk > 1)) throw fault(place, 'a risk lies between 0 and 1');
  if (points.length < 2) throw fault(place, 'at least two points are expected');
  if (steps.some((step) => step > 0) && steps.some((step) => step < 0))
    throw fault(place, 'the curve must be monotone');
  return points;
}

function parseTable(mapping: Mapping) {
  if (has(mapping, 'aggregate')) choiceAt(mapping, 'aggregate', ['max']);
  const columns = listAt(mapping, 'columns', parseColumn);
  const rowsRequired = has(mapping, 'rows_required') ? textsAt(mapping, 'rows_required') : undefined;
  const activities =
    columns.find((column) => column.key === 'activity')?.values?.map(({ value }) => value) ?? [];
  if (rowsRequired?.some((activity) => !activities.includes(activity)) === true) {
    throw fault(placeOf(mapping, 'rows_required'), 'every required row is a value of the column activity');
  }
  return {
    columns,
    rowRisk: listAt(mapping, 'row_risk', parseRowRule),
    ...(rowsRequired === undefined ? {} : { rowsRequired }),
  };
}

function parseColumn(value: unknown, place: string): Column {
  const mapping = readMapping(value, place, ['key', 'type', 'fr', 'en', 'values']);
  const type = choiceAt(mapping, 'type', columnTypes);
  if ((type === 'enum' || type === 'multi_enum') !== has(mapping, 'values')) {
    throw fault(place, 'values are expected for enum and multi_enum, and for these only');
  }
  return {
    key: textAt(mapping, 'key'),
    type,
    label: localisedIn(mapping),
    ...optional(mapping, 'values', 'values', (from, key) => listAt(from, key, parseColumnValue)),
  };
}

function parseColumnValue(value: unknown, place: string) {
  const mapping = readMapping(value, place, ['v', 'fr', 'en']);
  return { value: textAt(mapping, 'v'), label: localisedIn(mapping) };
}

function parseRowRule(value: unknown, place: string): RowRule {
  const mapping = readMapping(value, place, ['when', 'r']);
  const when = mappingAt(mapping, 'when');
  const conditions = [...when.entries].map(([key, condition]) => {
    if (typeof condition !== 'string' && typeof condition !== 'number' && typeof condition !== 'boolean') {
      throw fault(placeOf(when, key), 'a text, a number, true or false is expected');
    }
    return [key, condition] as const;
  });
  return { when: Object.fromEntries(conditions), risk: shareAt(mapping, 'r') };
}
