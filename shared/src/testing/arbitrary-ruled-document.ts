import * as fc from 'fast-check';

import type {
  Curve,
  InheritRule,
  Knockout,
  KnockoutCondition,
  Question,
  QuestionnaireDocument,
  RowRule,
} from '../questionnaires/document.js';
import { atomsOf } from '../questionnaires/monotony/states.js';
import { bank } from './bank.js';
import { texts } from './small-document.js';

const risk = fc.constantFrom(0, 0.25, 0.5, 0.75, 1);
const keys = ['a', 'b', 'c'] as const;

/**
 * Small questionnaires with every kind of rule that may turn a worse answer into a better score: questions of every type that
 * take risks over from each other, rows, evidence, scopes and knock-outs. About a third can be published.
 */
export const arbitraryRuledDocument: fc.Arbitrary<QuestionnaireDocument> = fc
  .integer({ min: 2, max: 5 })
  .chain((count) =>
    fc.tuple(
      fc.tuple(...Array.from({ length: count }, (_, place) => arbitraryQuestion(place))),
      fc.array(arbitraryKnockout(count), { maxLength: 3 }),
    ),
  )
  .map(([some, whens]) => {
    const questions = some.map((question, place) => withPossibleRules(question, some.slice(0, place)));
    const types = new Map(questions.map(({ id, type }) => [id, type]));
    const knockouts = whens
      .filter(({ when }) =>
        atomsOf(when).every((atom) => !('anyRow' in atom) || types.get(atom.q) === 'table'),
      )
      .map((one, index): Knockout => ({ ...one, id: `KO-${index}` }));
    return {
      ...bank,
      presets: [],
      consistencyChecks: [],
      knockouts,
      themes: [
        {
          code: 'T',
          title: texts,
          weight: 1,
          mandatory: true,
          questions: questions.map(deciding(knockouts)),
        },
      ],
    };
  });

/** Without the rules that are refused before any score is worked out. */
function withPossibleRules(question: Question, earlier: readonly Question[]): Question {
  const { inheritIf = [], ...rest } = question;
  const rules = inheritIf.filter((rule) => {
    const parent = earlier.find(({ id }) => id === rule.q);
    if (parent === undefined || ['table', 'text', 'file'].includes(parent.type)) return false;
    return 'riskGte' in rule || (rule.value === 'none' ? 'noneRisk' in parent : parent.type === 'single');
  });
  return rules.length === 0 ? rest : { ...rest, inheritIf: rules };
}

function deciding(knockouts: readonly Knockout[]): (question: Question) => Question {
  return (question) => {
    const own = knockouts.filter(({ when }) => atomsOf(when).some(({ q }) => q === question.id));
    return own.length === 0
      ? question
      : { ...question, notApplicable: false, knockouts: own.map(({ id }) => id) };
  };
}

function arbitraryQuestion(place: number): fc.Arbitrary<Question> {
  const rules = place === 0 ? fc.constant([]) : fc.array(arbitraryRule(place), { maxLength: 2 });
  return fc
    .record({
      kind: arbitraryKind(),
      rules,
      need: fc.constantFrom('required', 'recommended', 'none'),
      notApplicable: fc.boolean(),
      scoped: fc.integer({ min: 0, max: 4 }),
      mandatory: fc.boolean(),
    })
    .map(({ kind, rules: inheritIf, need, notApplicable, scoped, mandatory }): Question => ({
      id: `Q-${place}`,
      text: texts,
      weight: 1,
      evidence: { need, kinds: [] },
      notApplicable,
      knockouts: [],
      ref: [],
      severity: 'low',
      ...(inheritIf.length === 0 ? {} : { inheritIf }),
      ...(scoped === 0 ? { scope: { ctx: { health_data: true } } } : {}),
      ...kind,
      ...(kind.type === 'text' && mandatory ? { mandatory } : {}),
    }));
}

function arbitraryRule(place: number): fc.Arbitrary<InheritRule> {
  const q = fc.nat(place - 1).map((parent) => `Q-${parent}`);
  return fc.oneof(
    { weight: 3, arbitrary: fc.record({ q, riskGte: fc.constantFrom(0.25, 0.5, 1), risk: fc.constant(1) }) },
    {
      weight: 1,
      arbitrary: fc.record({ q, value: fc.constantFrom(...keys, 'none'), risk: fc.constantFrom(0, 1) }),
    },
    { weight: 1, arbitrary: fc.record({ q, riskGte: risk, risk }) },
    { weight: 1, arbitrary: fc.record({ q, value: fc.constantFrom(...keys), risk }) },
  );
}

type Kind = Question extends infer Each
  ? Each extends Question
    ? Omit<Each, 'id' | 'text' | 'weight' | 'evidence' | 'notApplicable' | 'knockouts' | 'ref' | 'severity'>
    : never
  : never;

function arbitraryKind(): fc.Arbitrary<Kind> {
  const three = fc.tuple(risk, risk, risk);
  return fc.oneof(
    {
      weight: 4,
      arbitrary: three.map((risks): Kind => ({
        type: 'single',
        options: risks.map((one, index) => ({ value: keys[index] ?? 'd', label: texts, risk: one })),
      })),
    },
    three.map((credits): Kind => ({
      type: 'multi',
      options: credits.map((credit, index) => ({ value: keys[index] ?? 'd', label: texts, credit })),
    })),
    fc
      .tuple(three, fc.boolean(), fc.option(risk, { nil: undefined }))
      .map(([risks, falling, noneRisk]): Kind => {
        const sorted = risks.toSorted((a, b) => (falling ? b - a : a - b));
        const curve: Curve = sorted.map((one, index) => [index * 10, one]);
        return { type: 'number', unit: texts, curve, ...(noneRisk === undefined ? {} : { noneRisk }) };
      }),
    fc.option(risk, { nil: undefined }).map((one): Kind => ({
      type: 'text',
      ...(one === undefined ? {} : { risk: one }),
    })),
    fc.array(arbitraryRowRule, { minLength: 1, maxLength: 3 }).map((rowRisk): Kind => ({
      type: 'table',
      columns: [
        { key: 'hds_activities', type: 'multi_enum', label: texts, values: [{ value: '1', label: texts }] },
        { key: 'expires_on', type: 'date', label: texts },
        { key: 'cover', type: 'enum', label: texts, values: keys.map((value) => ({ value, label: texts })) },
      ],
      rowRisk,
    })),
  );
}

const arbitraryRowRule: fc.Arbitrary<RowRule> = fc
  .tuple(
    fc.record(
      {
        expires_in_days_gte: fc.constantFrom(0, 90),
        hds_activities_not_empty: fc.boolean(),
        cover: fc.constantFrom(...keys),
      },
      { requiredKeys: [] },
    ),
    risk,
  )
  .map(([when, one]) => ({ when, risk: one }));

function arbitraryKnockout(count: number): fc.Arbitrary<Omit<Knockout, 'id'>> {
  const q = fc.nat(count - 1).map((place) => `Q-${place}`);
  const atom: fc.Arbitrary<KnockoutCondition> = fc.oneof(
    { weight: 3, arbitrary: fc.record({ q, riskGte: fc.constantFrom(0.25, 0.5, 1) }) },
    { weight: 1, arbitrary: fc.record({ q, phiLt: fc.constantFrom(0.35, 0.7) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        q,
        anyRow: fc.record({ hdsActivitiesNotEmpty: fc.boolean(), rGte: fc.constant(0.5) }),
      }),
    },
  );
  const proved = q.map((one): KnockoutCondition => ({
    any: [
      { q: one, riskGte: 0.5 },
      { q: one, phiLt: 0.7 },
    ],
  }));
  const both = fc.tuple(atom, atom);
  return fc
    .record({
      floor: fc.constantFrom(35, 50, 90),
      when: fc.oneof(
        atom,
        proved,
        both.map((all): KnockoutCondition => ({ all })),
        both.map((any): KnockoutCondition => ({ any })),
      ),
      scoped: fc.integer({ min: 0, max: 3 }),
    })
    .map(({ floor, when, scoped }) => ({
      floor,
      when,
      flag: 'cap_D',
      ref: [],
      text: texts,
      ...(scoped === 0 ? { scope: { ctx: { health_data: true } } } : {}),
    }));
}
