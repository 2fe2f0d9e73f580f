import * as fc from 'fast-check';

import { findGiven, type GivenAnswers } from '../answers/given-answer.js';
import { deriveHidden, isHidden, parentsOf, questionsOfDocument } from '../answers/visibility.js';
import type { Answer } from '../scoring/answer.js';
import { compileRisk } from '../scoring/raw-risk.js';
import { scoreAssessment } from '../scoring/score-assessment.js';
import { arbitraryAnswers, arbitraryContext } from '../testing/arbitrary-answers.js';
import { arbitraryChainedDocument } from '../testing/arbitrary-document.js';
import { bank } from '../testing/bank.js';
import type { EngagementContext, QuestionnaireDocument } from './document.js';
import { buildSupplierDocument, questionsInScope } from './supplier-document.js';

const asOf = '2026-11-23';
const widest: EngagementContext = {
  health_data: true,
  personal_data: 'sensitive',
  criticality: 'vital',
  privileged_access: 'domain_admin',
  hosting: 'full',
  substitutability: 'hard',
  dns_or_mail: true,
  antimalware: true,
  managed_patching: true,
  mssp: true,
  directory_admin: true,
  on_premise: true,
  custom_dev: true,
  buyer_is_it_professional: false,
};

describe('the questionnaire of the supplier', () => {
  test('holds every question of the widest engagement, in the order of the bank', () => {
    const built = buildSupplierDocument(bank, widest);
    expect(questionsOfDocument(built).map(({ id }) => id)).toEqual(
      bank.themes.flatMap((theme) => theme.questions.map(({ id }) => id)),
    );
  });

  test('leaves out the themes and questions that are out of scope', () => {
    const built = buildSupplierDocument(bank, { ...widest, health_data: false, on_premise: false });
    expect(built.themes.map(({ code }) => code)).not.toContain('HDS');
    expect(questionsOfDocument(built)).toHaveLength(
      [...questionsInScope(bank, { ...widest, health_data: false, on_premise: false })].length,
    );
  });

  test('says which questions must be answered: those that feed a knock-out', () => {
    const mandatory = questionsOfDocument(buildSupplierDocument(bank, widest)).filter(
      ({ mustAnswer }) => mustAnswer,
    );
    expect(mandatory.map(({ id }) => id)).toEqual(
      bank.themes.flatMap((theme) =>
        theme.questions.filter(({ knockouts }) => knockouts.length > 0).map(({ id }) => id),
      ),
    );
  });

  test('carries the lessons it names, with quote and source', () => {
    const built = buildSupplierDocument(bank, widest);
    const lessons = new Map(built.lessons.map((lesson) => [lesson.id, lesson]));
    for (const question of questionsOfDocument(built)) {
      for (const id of question.lessons) expect(lessons.has(id)).toBe(true);
    }
    const quoted = built.lessons.filter(({ quote }) => quote !== undefined);
    expect(quoted.length).toBeGreaterThan(50);
    for (const { source } of quoted) expect(built.sources.map(({ id }) => id)).toContain(source);
  });

  test('compiles each condition into the values that meet it', () => {
    const built = new Map(
      questionsOfDocument(buildSupplierDocument(bank, widest)).map((one) => [one.id, one]),
    );
    expect(built.get('BKP-05')?.hiddenWhen).toEqual([{ q: 'BKP-03', in: ['aucune'] }]);
    expect(built.get('BKP-07')?.hiddenWhen).toEqual([
      { q: 'BKP-02', ranges: [{ from: 720 }], none: true, refused: true },
    ]);
    expect(built.get('BKP-08')?.hiddenWhen).toEqual([
      { q: 'BKP-07', ageMonths: [{ from: 24 }], none: true, refused: true, hiddenBy: [0] },
    ]);
    expect(built.get('SUB-02')?.hiddenWhen).toEqual([
      { q: 'SUB-01', in: ['refus'] },
      { q: 'SUB-01', in: ['aucun'] },
    ]);
  });

  test('shows nothing that says how an answer weighs, whatever the engagement', () => {
    const forbidden =
      /^(risk.*|.*risk|.*weight.*|credit|curve|.*points?|knock-?outs?|trigger|severity|finding|fix|presets?|floor|flag|tiers?|inherit.*|scope|phi.*|.*phi|exponent|discount|levels|grades?|context|mandatory|consistency.*|when|min|max|r|w|c|ko)$/i;
    fc.assert(
      fc.property(arbitraryContext(bank), (context) => {
        const shown = [...entriesOf(buildSupplierDocument(bank, context))].filter(
          ([key, value]) => forbidden.test(key) || /\bKO-[A-Z]|risk_?gte|cap_[CD]\b/i.test(String(value)),
        );
        expect(shown).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test('holds no number but freshness, places of clauses and ends of ranges', () => {
    const numeric = [...entriesOf(buildSupplierDocument(bank, widest))].filter(
      ([, value]) => typeof value === 'number',
    );
    expect(new Set(numeric.map(([key]) => key))).toEqual(new Set(['format', 'maxAgeMonths', 'from', '0']));
  });
});

describe('a hidden question', () => {
  test('is the one whose answer the score would not read, on the bank', () => {
    fc.assert(
      fc.property(arbitraryContext(bank), arbitraryAnswers(bank, asOf), (context, answers) => {
        expect(hiddenIds(bank, context, answers)).toEqual(hiddenByTheRules(bank, context, answers));
      }),
      { numRuns: 150 },
    );
  });

  test('is the one whose answer the score would not read, on any chain of questions', () => {
    fc.assert(
      fc.property(
        arbitraryChainedDocument.chain((document) =>
          fc.tuple(fc.constant(document), arbitraryAnswers(document, asOf)),
        ),
        fc.boolean(),
        ([document, answers], health) => {
          const context = { health_data: health };
          expect(hiddenIds(document, context, answers)).toEqual(hiddenByTheRules(document, context, answers));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('is exactly what the engine calls inherited, once every question has an answer', () => {
    fc.assert(
      fc.property(
        arbitraryChainedDocument.chain((document) =>
          fc.tuple(fc.constant(document), completeAnswers(document)),
        ),
        ([document, answers]) => {
          const context = { health_data: true };
          const { lines } = scoreAssessment(document, { context, answers: toScoreAnswers(answers), asOf });
          const inherited = lines
            .filter(({ status }) => status === 'inherited')
            .map(({ question }) => question);
          expect(hiddenIds(document, context, answers)).toEqual(inherited);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('comes back when the parent is answered otherwise, and a missing parent hides nothing', () => {
    const built = buildSupplierDocument(bank, widest);
    const hides = (answers: GivenAnswers): boolean => isHidden(built, answers, 'BKP-08', asOf);
    expect(hides({})).toBe(false);
    expect(hides({ 'BKP-07': { state: 'answered', value: '2024-11-23' } })).toBe(true);
    expect(hides({ 'BKP-07': { state: 'answered', value: '2024-11-24' } })).toBe(false);
    expect(hides({ 'BKP-02': { state: 'refused' } })).toBe(true);
    expect(hides({ 'BKP-02': { state: 'cleared' } })).toBe(false);
    expect(hides({ 'BKP-02': { state: 'na', justification: 'hors mission' } })).toBe(false);
  });

  test('depends on the questions that a save names, near and far', () => {
    const built = buildSupplierDocument(bank, widest);
    expect([...parentsOf(built, 'BKP-08')]).toEqual(['BKP-07', 'BKP-02']);
    expect([...parentsOf(built, 'FIN-01')]).toEqual([]);
  });
});

function hiddenIds(
  document: QuestionnaireDocument,
  context: EngagementContext,
  answers: GivenAnswers,
): string[] {
  return [...deriveHidden(buildSupplierDocument(document, context), answers, asOf)];
}

/** DOMAIN §3.9, written again from its text, on the full document: missing and not-applicable parents are skipped. */
function hiddenByTheRules(
  document: QuestionnaireDocument,
  context: EngagementContext,
  answers: GivenAnswers,
): string[] {
  const known = new Map<string, { value?: unknown; risk: number; inherited: boolean }>();
  for (const question of questionsInScope(document, context).values()) {
    const entry = (question.inheritIf ?? []).find((rule) => {
      const parent = known.get(rule.q);
      if (parent === undefined) return false;
      return 'value' in rule ? parent.value === rule.value : parent.risk >= rule.riskGte - 1e-12;
    });
    const given = findGiven(answers, question.id);
    if (entry !== undefined) known.set(question.id, { risk: entry.risk, inherited: true });
    else if (given?.state === 'refused') known.set(question.id, { risk: 1, inherited: false });
    else if (given?.state === 'answered') {
      const risk = compileRisk(question)(given.value, () => asOf);
      known.set(question.id, { value: given.value, risk, inherited: false });
    }
  }
  return [...known].filter(([, { inherited }]) => inherited).map(([id]) => id);
}

function completeAnswers(document: QuestionnaireDocument): fc.Arbitrary<GivenAnswers> {
  const ids = document.themes.flatMap((theme) => theme.questions.map(({ id }) => id));
  return arbitraryAnswers(document, asOf).map((some) => ({
    ...Object.fromEntries(ids.map((id) => [id, { state: 'refused' as const }])),
    ...some,
  }));
}

function toScoreAnswers(answers: GivenAnswers): Record<string, Answer> {
  return Object.fromEntries(
    Object.entries(answers).map(([id, answer]): [string, Answer] => {
      if (answer.state === 'answered') return [id, { v: answer.value }];
      return [id, answer.state === 'na' ? { na: 'accepted' } : { refused: true }];
    }),
  );
}

/** Every key and every leaf of a JSON value. */
function* entriesOf(value: unknown, key = ''): Generator<[string, unknown]> {
  if (typeof value !== 'object' || value === null) {
    yield [key, value];
    return;
  }
  yield [key, ''];
  for (const [name, item] of Object.entries(value)) yield* entriesOf(item, name);
}
