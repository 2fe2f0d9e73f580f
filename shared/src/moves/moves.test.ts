import { asks, between, no, parts, sheetOf, text, whole, yes } from '../testing/moved-documents.js';
import * as fc from 'fast-check';

import type { GivenAnswers } from '../answers/given-answer.js';
import { scoreOn } from '../ageing/forecast.js';
import type { QuestionnaireDocument } from '../questionnaires/document.js';
import { proposeEquivalence } from '../questionnaires/propose-equivalence.js';
import { buildSupplierDocument } from '../questionnaires/supplier-document.js';
import { arbitrarySubmission } from '../testing/arbitrary-submission.js';
import { arbitraryFacts } from '../testing/arbitrary-case.js';
import { bank } from '../testing/bank.js';
import { withQuestion } from '../testing/change-document.js';
import { carryAnswers, countFates, countQuestionFates } from './carry-answers.js';
import { composeMoves, movesOf, type Moves } from './compose-moves.js';
import { decideMove, decideReturn } from './decide-move.js';
import { foreseeSubmission } from './foresee.js';
import { listChanges, questionsById } from './list-changes.js';
import { planSheet } from './plan-sheet.js';

const asOf = '2026-11-24';
describe('how answers fare', () => {
  const moves = between(whole, parts);
  const answers = { 'O-1': yes, 'P-1': yes, 'G-1': yes, 'T-1': no };
  const carried = carryAnswers(moves, answers, asks(parts));

  test('a question that was split gives its answer to both parts, to be reconfirmed', () => {
    expect(carried.map(({ from, to, fate }) => `${from} > ${to} ${fate}`)).toEqual([
      'O-1 > O-1 reconfirm',
      'O-1 > O-2 reconfirm',
      'P-1 > P-1 reconfirm',
      'T-1 > T-1 dropped',
    ]);
  });

  test('each answer is counted once; one whose choice is gone is dropped, as that of a question that is gone', () => {
    expect(countFates(moves, answers, carried)).toEqual({ kept: 0, reconfirm: 2, dropped: 2 });
    expect(countFates(moves, { 'T-1': yes }, carryAnswers(moves, { 'T-1': yes }, asks(parts)))).toEqual({
      kept: 1,
      reconfirm: 0,
      dropped: 0,
    });
  });

  test('of answers that were not submitted, questions are counted, whatever was answered', () => {
    expect(countQuestionFates(moves, new Set(asks(whole).keys()))).toEqual({
      kept: 1,
      reconfirm: 2,
      dropped: 1,
    });
  });

  test('where several questions became one, the answer under its own key stands, and all are shown', () => {
    const merging = between(parts, whole);
    const [merged] = carryAnswers(merging, { 'O-2': no, 'O-1': yes }, asks(whole));
    expect(merged).toMatchObject({ to: 'O-1', from: 'O-1', answer: yes, fate: 'reconfirm' });
    const plan = planSheet({
      moveId: 'm',
      moves: merging,
      sheet: sheetOf({ 'O-1': yes, 'O-2': no }),
      questions: asks(whole),
    });
    expect(plan.writes).toEqual([
      {
        questionId: 'O-1',
        source: 'O-1',
        answer: yes,
        reconfirm: {
          moveId: 'm',
          former: [
            { questionId: 'O-1', answer: yes },
            { questionId: 'O-2', answer: no },
          ],
        },
      },
    ]);
  });
});

test('along unchanged questions every answer stays and every score is what it was', () => {
  const keys = bank.themes.flatMap(({ questions }) => questions.map(({ id }) => id));
  fc.assert(
    fc.property(
      fc.subarray(keys),
      arbitrarySubmission(bank, asOf),
      arbitraryFacts(bank),
      (touched, submission, context) => {
        const after = touched.reduce(
          (document, key) => withQuestion(document, key, () => ({ finding: text('another finding') })),
          { ...bank, version: '2' },
        );
        const proposal = proposeEquivalence(bank, after);
        expect(proposal.every(({ kind }) => kind === 'unchanged')).toBe(true);
        const moves = movesOf(proposal);
        const questions = questionsById(buildSupplierDocument(after, context));
        const plan = planSheet({ moveId: 'm', moves, sheet: sheetOf(submission.answers), questions });
        expect(plan.writes).toEqual([]);
        const inScope = onlyAsked(submission, new Set(questions.keys()));
        const foreseen = foreseeSubmission({
          moves,
          submission: inScope,
          questions,
          before: { document: bank, context, weights: {} },
          after: { document: after, context, weights: {} },
          asOf,
        });
        const { score, grade } = scoreOn({ document: bank, context, weights: {} }, inScope, asOf);
        for (const one of [foreseen.before, foreseen.after, foreseen.unconfirmed])
          expect(one).toEqual({ score, grade });
      },
    ),
    { numRuns: 25 },
  );
});

test('silence never helps: what is not reconfirmed scores no better than what is', () => {
  fc.assert(
    fc.property(arbitrarySubmission(parts, asOf), (submission) => {
      const { after, unconfirmed } = foreseeSubmission({
        moves: between(parts, whole),
        submission,
        questions: asks(whole),
        before: { document: parts, context: {}, weights: {} },
        after: { document: whole, context: {}, weights: {} },
        asOf,
      });
      expect(unconfirmed.score ?? 0).toBeGreaterThanOrEqual(after.score ?? 0);
    }),
    { numRuns: 50 },
  );
});

describe('through several versions', () => {
  test('a step that changes nothing adds nothing', () => {
    const moves = between(whole, parts);
    const byEnds = (some: Moves) =>
      some
        .map(({ from, to, fate }) => `${from} > ${to ?? ''} ${fate}`)
        .toSorted((one, other) => (one < other ? -1 : 1));
    expect(byEnds(composeMoves(moves, between(parts, parts)))).toEqual(byEnds(moves));
    expect(byEnds(composeMoves(between(whole, whole), moves))).toEqual(byEnds(moves));
  });

  test('what was split and merged again is reconfirmed once, what a version had dropped stays dropped', () => {
    const back = composeMoves(between(whole, parts), between(parts, whole));
    expect(back.filter(({ from }) => from === 'O-1')).toMatchObject([{ to: 'O-1', fate: 'reconfirm' }]);
    expect(back.filter(({ from }) => from === 'G-1')).toMatchObject([{ to: null, fate: 'dropped' }]);
    expect(back.filter(({ from }) => from === 'T-1')).toMatchObject([
      { to: 'T-1', choicesGone: [{ value: 'no' }] },
    ]);
  });

  test('composing is associative', () => {
    const [one, two, three] = [between(whole, parts), between(parts, whole), between(whole, parts)];
    const ends = (moves: Moves) =>
      new Set(moves.map(({ from, to, fate }) => JSON.stringify([from, to, fate])));
    expect(ends(composeMoves(composeMoves(one, two), three))).toEqual(
      ends(composeMoves(one, composeMoves(two, three))),
    );
  });
});

describe('what the supplier is told', () => {
  const told = (before: QuestionnaireDocument, after: QuestionnaireDocument) =>
    listChanges(
      buildSupplierDocument(before, {}),
      buildSupplierDocument(after, {}),
      between(before, after),
    ).map(
      ({ kind, fate, before: old, after: now }) =>
        `${old.map(({ id }) => id).join('+')} > ${now.map(({ id }) => id).join('+')} ${kind} ${fate ?? ''}`,
    );

  test('only what changed, in the order of the new version', () => {
    expect(told(whole, parts)).toEqual([
      'O-1 > O-1+O-2 split reconfirm',
      'P-1 > P-1 reworded reconfirm',
      'T-1 > T-1 changed reconfirm',
      'G-1 >  removed dropped',
    ]);
    expect(told(whole, whole)).toEqual([]);
  });

  test('never how it weighs: weight, risk, severity and knock-outs change nothing for whoever answers', () => {
    const heavier = withQuestion(whole, 'P-1', (question) => ({
      weight: 9,
      severity: 'critical',
      options: 'options' in question ? question.options.map((option) => ({ ...option, risk: 1 })) : [],
    }));
    expect(told(whole, heavier)).toEqual([]);
  });
});

describe('when', () => {
  const foreseen = { versionNumber: 1, submissions: 0 };
  const code = (decision: ReturnType<typeof decideMove>) =>
    decision.accepted ? 'accepted' : decision.refusal.code;

  test.each([
    ['sent', 'accepted'],
    ['opened', 'accepted'],
    ['in-progress', 'accepted'],
    ['returned', 'accepted'],
    ['submitted', 'transition-refused'],
    ['in-review', 'transition-refused'],
    ['decided', 'transition-refused'],
    ['cancelled', 'transition-refused'],
  ] as const)('an assessment that is %s: %s', (status, expected) => {
    const movable = { status, versionNumber: 1, submissions: 0 };
    expect(code(decideMove(movable, { versionNumber: 2, foreseen }))).toBe(expected);
  });

  test('only forwards, and as it was foreseen', () => {
    const movable = { status: 'returned', versionNumber: 2, submissions: 1 } as const;
    expect(code(decideMove(movable, { versionNumber: 2, foreseen }))).toBe('version-not-newer');
    expect(code(decideMove(movable, { versionNumber: 3, foreseen }))).toBe('move-outdated');
  });

  test('back until the next submission, the last move first, once', () => {
    const movable = { status: 'in-progress', versionNumber: 2, submissions: 1 } as const;
    const move = { afterSubmissions: 1, returned: false, last: true };
    expect(code(decideReturn(movable, move))).toBe('accepted');
    expect(code(decideReturn({ ...movable, submissions: 2 }, move))).toBe('move-final');
    expect(code(decideReturn(movable, { ...move, last: false }))).toBe('move-final');
    expect(code(decideReturn(movable, { ...move, returned: true }))).toBe('move-final');
    expect(code(decideReturn({ ...movable, status: 'cancelled' }, move))).toBe('transition-refused');
  });
});

function onlyAsked<S extends { answers: GivenAnswers; pieces: Readonly<Record<string, unknown>> }>(
  submission: S,
  asked: ReadonlySet<string>,
): S {
  const keep = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).filter(([key]) => asked.has(key)));
  return { ...submission, answers: keep(submission.answers), pieces: keep(submission.pieces) };
}
