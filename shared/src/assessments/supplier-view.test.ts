import { scoreAssessment } from '../scoring/score-assessment.js';
import { bank } from '../testing/bank.js';
import { assessmentStatuses } from './lifecycle.js';
import { findSharedGrade, toSupplierFindings, toSupplierReviews } from './supplier-view.js';

const words = { fr: 'a', en: 'a' };
const finding = {
  questionId: 'BKP-04',
  severity: 'critical',
  status: 'open',
  text: words,
  fix: words,
} as const;
const review = {
  questionId: 'BKP-04',
  override: { state: 'answered', value: 'non', reason: 'Visite du 3 mars.' },
  rejectedPieces: [{ evidenceId: 'e1', reason: 'Illisible.' }],
} as const;

test('findings and reviews are shown once returned or decided, and at no other stage', () => {
  const shown = assessmentStatuses.filter((status) => toSupplierFindings(status, [finding]).length > 0);
  expect(shown).toEqual(['returned', 'decided']);
  expect(assessmentStatuses.filter((status) => toSupplierReviews(status, [review]).length > 0)).toEqual(
    shown,
  );
});

test('nothing but the keys of the allow-list comes through, whatever the row holds', () => {
  const internal = {
    risk: 1,
    weight: 5,
    points: 12,
    note: 'à surveiller',
    knockouts: ['KO-BKP-1'],
    level: 'E2',
  };
  expect(toSupplierFindings('returned', [{ ...finding, ...internal }])).toEqual([finding]);
  const rejectedPieces = [{ ...review.rejectedPieces[0], ...internal }];
  const rows = [{ ...review, ...internal, override: { ...review.override, ...internal }, rejectedPieces }];
  expect(toSupplierReviews('decided', rows)).toEqual([review]);
});

describe('the grade', () => {
  const context = { hosting: 'full' };
  const scored = (answers: Parameters<typeof scoreAssessment>[1]['answers']) =>
    scoreAssessment(bank, { context, answers });

  test('is shared only when the buyer ticks it', () => {
    expect(findSharedGrade(bank, scored({}), false)).toBeUndefined();
  });

  test('is a letter and the reasons of the active knock-outs, without number or name of a rule', () => {
    const shared = findSharedGrade(bank, scored({ 'BKP-04': { v: 'non' } }), true);
    expect(Object.keys(shared ?? {})).toEqual(['grade', 'reasons']);
    const said = bank.knockouts.find(({ id }) => id === 'KO-BKP-1')?.text;
    expect(shared?.reasons).toContainEqual(said);
    // The wall behind the wall is not a second reason.
    const folded = bank.knockouts.find(({ id }) => id === 'KO-BKP-2')?.text;
    expect(shared?.reasons).not.toContainEqual(folded);
    expect(JSON.stringify(shared)).not.toMatch(/KO-|floor|score/);
  });

  test('tells silence as not demonstrated, never as so', () => {
    const shared = findSharedGrade(bank, scored({}), true);
    expect(shared?.reasons.length).toBeGreaterThan(0);
    for (const { fr, en } of shared?.reasons ?? []) {
      expect(fr).toMatch(/^Non démontré à ce jour\u00a0: /);
      expect(en).toMatch(/^Not demonstrated so far: /);
    }
  });
});
