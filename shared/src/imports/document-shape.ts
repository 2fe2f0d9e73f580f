import {
  columnTypes,
  evidenceLevels,
  evidenceNeeds,
  grades,
  severities,
  tiers,
} from '../questionnaires/document.js';
import {
  aBoolean,
  aFact,
  aNumber,
  aText,
  byKey,
  listOf,
  mapOf,
  oneOf,
  placeOf,
  record,
  type Shape,
} from './check-shape.js';
import { isRecord } from '../plain-text.js';

const localised = record({ fr: aText, en: aText });
const texts = listOf(aText);

const contextCondition: Shape = (value, at, depth) =>
  byKey({
    ctx: record({ ctx: mapOf(aFact) }),
    all: record({ all: listOf(contextCondition) }),
    any: record({ any: listOf(contextCondition) }),
    not: record({ not: contextCondition }),
  })(value, at, depth);

const knockoutCondition: Shape = (value, at, depth) =>
  byKey({
    any: record({ any: listOf(knockoutCondition) }),
    all: record({ all: listOf(knockoutCondition) }),
    riskGte: record({ q: aText, riskGte: aNumber }),
    phiLt: record({ q: aText, phiLt: aNumber }),
    anyRow: record({ q: aText, anyRow: record({ hdsActivitiesNotEmpty: aBoolean, rGte: aNumber }) }),
  })(value, at, depth);

const consistencyCondition: Shape = (value, at, depth) =>
  byKey({
    any: record({ any: listOf(consistencyCondition) }),
    all: record({ all: listOf(consistencyCondition) }),
    external: record({ external: aText }),
    value: record({ q: aText, value: aText }),
    riskLt: record({ q: aText, riskLt: aNumber }),
    optionAbsent: record({ q: aText, optionAbsent: aText }),
    anyRow: record({ q: aText, anyRow: record({ performerIs: oneOf(['supplier', 'third_party']) }) }),
  })(value, at, depth);

const common = {
  id: aText,
  type: aText,
  text: localised,
  evidence: record({ need: oneOf(evidenceNeeds), kinds: texts }, { maxAgeMonths: aNumber }),
  notApplicable: aBoolean,
  knockouts: texts,
  ref: texts,
  severity: oneOf(severities),
};
/** A draft may wait for its weights and inherited risks. */
const commonOptional = {
  weight: aNumber,
  short: localised,
  help: localised,
  scope: contextCondition,
  inheritIf: listOf(
    byKey({
      value: record({ q: aText, value: aText }, { risk: aNumber }),
      riskGte: record({ q: aText, riskGte: aNumber }, { risk: aNumber }),
    }),
  ),
  trigger: aNumber,
  finding: localised,
  fix: localised,
  keyPoint: aNumber,
  mandatory: aBoolean,
};

const point: Shape = (value, at) => {
  listOf(aNumber)(value, at);
  oneOf([2])(Array.isArray(value) ? value.length : 0, `${at}.length`);
};
const valueLabel = record({ value: aText, label: localised });
const chosen = record(
  {
    ...common,
    options: listOf(record({ value: aText, label: localised }, { risk: aNumber, credit: aNumber })),
  },
  commonOptional,
);
const measured = record(
  { ...common, unit: localised, curve: listOf(point) },
  { ...commonOptional, noneRisk: aNumber },
);
const tabled = record(
  {
    ...common,
    columns: listOf(
      record({ key: aText, type: oneOf(columnTypes), label: localised }, { values: listOf(valueLabel) }),
    ),
    rowRisk: listOf(record({ when: mapOf(aFact), risk: aNumber })),
  },
  { ...commonOptional, rowsRequired: texts },
);
const told = record(common, { ...commonOptional, risk: aNumber });
const questionShapes: ReadonlyMap<unknown, Shape> = new Map([
  ['single', chosen],
  ['multi', chosen],
  ['number', measured],
  ['duration', measured],
  ['date_age', measured],
  ['table', tabled],
  ['text', told],
  ['file', told],
]);

export const questionShape: Shape = (value, at) => {
  const shape = isRecord(value) ? questionShapes.get(value['type']) : record({});
  if (shape === undefined) oneOf(Array.from(questionShapes.keys(), String))(undefined, placeOf(at, 'type'));
  shape?.(value, at);
};

export const themeShape = record(
  { code: aText, title: localised, mandatory: aBoolean, questions: listOf(questionShape) },
  { short: localised, weight: aNumber, scope: contextCondition },
);

export const knockoutShape = record(
  { id: aText, floor: aNumber, flag: aText, when: knockoutCondition, ref: texts, text: localised },
  { scope: contextCondition, name: localised },
);

/** The questionnaire document as JSON; what its texts and numbers mean is checked when it is published. */
export const documentShape = record({
  format: oneOf([1]),
  code: aText,
  version: aText,
  title: localised,
  disclaimer: localised,
  context: listOf(
    record(
      { key: aText, label: localised, kind: oneOf(['bool', 'enum']) },
      {
        short: localised,
        points: aNumber,
        values: listOf(record({ value: aText, points: aNumber, label: localised })),
      },
    ),
  ),
  tiers: listOf(record({ tier: oneOf(tiers), label: localised, min: aNumber, exponent: aNumber })),
  tierMinimums: listOf(record({ when: contextCondition, tier: oneOf(tiers) })),
  grades: listOf(record({ grade: oneOf(grades), max: aNumber })),
  evidence: record({
    discount: record({ required: aNumber, recommended: aNumber, none: aNumber }),
    levels: listOf(record({ level: oneOf(evidenceLevels), phi: aNumber, label: localised })),
    stalePhi: aNumber,
    rejectedPhi: aNumber,
  }),
  presets: listOf(record({ key: aText, label: localised, weights: mapOf(aNumber) })),
  knockouts: listOf(knockoutShape),
  sources: listOf(record({ id: aText, short: localised, citation: localised })),
  lessons: listOf(record({ id: aText }, { seed: aText, quote: aText, reference: aText })),
  themes: listOf(themeShape),
  consistencyChecks: listOf(record({ id: aText, when: consistencyCondition, text: localised })),
});
