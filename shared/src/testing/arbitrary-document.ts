import * as fc from 'fast-check';

import type { Curve, InheritRule, Question, QuestionnaireDocument } from '../questionnaires/document.js';
import { bank } from './bank.js';

const bothLanguages = { fr: 'Texte', en: 'Text' };

/** A questionnaire of a few questions of every type, which inherit from each other in chains. */
export const arbitraryChainedDocument: fc.Arbitrary<QuestionnaireDocument> = fc
  .integer({ min: 2, max: 8 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, place) => arbitraryQuestion(place))))
  .map((questions) => ({
    ...bank,
    knockouts: [],
    consistencyChecks: [],
    themes: [{ code: 'T', title: bothLanguages, weight: 1, mandatory: true, questions }],
  }));

const common = {
  text: bothLanguages,
  weight: 1,
  evidence: { need: 'none', kinds: [] },
  notApplicable: true,
  knockouts: [],
  ref: [],
  severity: 'low',
} as const;

const risk = fc.constantFrom(0, 0.1, 0.25, 0.5, 0.75, 0.9, 1);

function arbitraryQuestion(place: number): fc.Arbitrary<Question> {
  const id = `T-${place}`;
  const rules: fc.Arbitrary<readonly InheritRule[]> =
    place === 0 ? fc.constant([]) : fc.array(arbitraryRule(place), { maxLength: 3 });
  return fc.tuple(rules, arbitraryKind(), fc.boolean()).map(([inheritIf, kind, inScope]) => ({
    ...common,
    id,
    ...(inheritIf.length === 0 ? {} : { inheritIf }),
    ...(inScope || place === 0 ? {} : { scope: { ctx: { health_data: true } } }),
    ...kind,
  }));
}

function arbitraryRule(place: number): fc.Arbitrary<InheritRule> {
  const q = fc.nat(place - 1).map((parent) => `T-${parent}`);
  return fc.oneof(
    fc.record({ q, value: fc.constantFrom('a', 'b', 'c'), risk }),
    fc.record({ q, riskGte: risk.filter((threshold) => threshold > 0), risk }),
  );
}

function arbitraryKind(): fc.Arbitrary<
  | Pick<Extract<Question, { options: unknown }>, 'type' | 'options'>
  | Pick<Extract<Question, { curve: unknown }>, 'type' | 'unit' | 'curve' | 'noneRisk'>
> {
  const options = (
    field: 'risk' | 'credit',
  ): fc.Arbitrary<Extract<Question, { options: unknown }>['options']> =>
    fc
      .tuple(risk, risk, risk)
      .map((values) =>
        values.map((value, index) => ({ value: 'abc'.charAt(index), label: bothLanguages, [field]: value })),
      );
  const curve: fc.Arbitrary<Curve> = fc
    .tuple(
      fc.uniqueArray(fc.nat(30), { minLength: 1, maxLength: 4 }),
      fc.array(risk, { minLength: 4, maxLength: 4 }),
      fc.boolean(),
    )
    .map(([xs, ys, falling]) => {
      const sorted = ys.toSorted((a, b) => (falling ? b - a : a - b));
      return xs.toSorted((a, b) => a - b).map((x, index) => [x, sorted[index] ?? 0] as const);
    });
  return fc.oneof(
    options('risk').map((list) => ({ type: 'single' as const, options: list })),
    options('credit').map((list) => ({ type: 'multi' as const, options: list })),
    fc
      .tuple(fc.constantFrom('number' as const, 'duration' as const, 'date_age' as const), curve, risk)
      .map(([type, points, noneRisk]) => ({ type, unit: bothLanguages, curve: points, noneRisk })),
  );
}
