import * as fc from 'fast-check';

import type { GivenAnswer, GivenAnswers } from '../answers/given-answer.js';
import { scoreOn } from '../ageing/forecast.js';
import type { Question, QuestionnaireDocument } from '../questionnaires/document.js';
import { proposeEquivalence } from '../questionnaires/propose-equivalence.js';
import { buildSupplierDocument } from '../questionnaires/supplier-document.js';
import { arbitrarySubmission } from '../testing/arbitrary-submission.js';
import { arbitraryFacts } from '../testing/arbitrary-case.js';
import { bank } from '../testing/bank.js';
import { withQuestion } from '../testing/change-document.js';
import { aDocument, aSingle, aText } from '../testing/mini-document.js';
import { carryAnswers, countFates, countQuestionFates } from './carry-answers.js';
import { composeMoves, movesOf, type Moves } from './compose-moves.js';
import { decideMove, decideReturn } from './decide-move.js';
import { foreseeSubmission } from './foresee.js';
import { listChanges, questionsById } from './list-changes.js';
import { applyPlan, planReturn, planSheet, type Sheet } from './plan-sheet.js';

const asOf = '2026-11-24';
const text = (words: string) => ({ fr: words, en: words });
const yes: GivenAnswer = { state: 'answered', value: 'yes' };
const no: GivenAnswer = { state: 'answered', value: 'no' };
const asks = (document: QuestionnaireDocument) => questionsById(buildSupplierDocument(document, {}));
const between = (before: QuestionnaireDocument, after: QuestionnaireDocument): Moves =>
  movesOf(proposeEquivalence(before, after));
const sheetOf = (answers: GivenAnswers, linked: readonly string[] = []): Sheet => ({
  rows: Object.fromEntries(
    Object.entries(answers).map(([key, answer]) => [key, { answer, reconfirm: null }]),
  ),
  linked,
});

const offline = aSingle('O-1', {
  text: text('backups kept offline and restored every year under supervision'),
});
const half = aSingle('O-1', { text: text('backups kept offline') });
const other = aSingle('O-2', { text: text('restored every year under supervision') });
const patches = aSingle('P-1', { text: text('patches installed within seven days') });
const reworded = aSingle('P-1', { text: text('critical patches installed within seven days') });
const guards = aSingle('G-1', { text: text('premises guarded') });
const training = aSingle('T-1', { text: text('developers trained yearly') });
const twoChoices: Question = {
  ...training,
  type: 'single',
  options: [
    { value: 'yes', label: text('yes'), risk: 0 },
    { value: 'partly', label: text('partly'), risk: 0.5 },
  ],
};

const whole = aDocument({ A: [offline, patches, guards, training] });
const parts = aDocument({ A: [half, other, reworded, twoChoices] });

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

describe('a sheet', () => {
  test('keeps what did not change without a word, and marks the rest', () => {
    const plan = planSheet({
      moveId: 'm',
      moves: between(whole, parts),
      sheet: sheetOf({ 'O-1': yes, 'P-1': no, 'G-1': yes, 'T-1': yes }, ['O-1', 'P-1']),
      questions: asks(parts),
    });
    expect(plan.writes.map(({ questionId, reconfirm }) => `${questionId} ${reconfirm !== null}`)).toEqual([
      'O-1 true',
      'O-2 true',
      'P-1 true',
    ]);
    expect(plan.links).toEqual([{ from: 'O-1', to: 'O-2' }]);
  });

  test('a key that now names another question keeps neither its answer nor its pieces', () => {
    const numbered = (...questions: Question[]) => aDocument({ N: questions });
    const before = numbered({ ...offline, id: 'N-1' }, { ...guards, id: 'N-2' });
    const after = numbered({ ...guards, id: 'N-1' }, { ...offline, id: 'N-4' });
    const plan = planSheet({
      moveId: 'm',
      moves: between(before, after),
      sheet: sheetOf({ 'N-1': yes, 'N-2': no }, ['N-1']),
      questions: asks(after),
    });
    expect(plan.writes.map(({ questionId, answer }) => [questionId, answer])).toEqual([
      ['N-1', no],
      ['N-4', yes],
    ]);
    expect([plan.links, plan.unlinks]).toEqual([[{ from: 'N-1', to: 'N-4' }], ['N-1']]);
  });

  test('a question of another type starts empty, and its former answer stays in the history', () => {
    const after = aDocument({ A: [offline, { ...aText('P-1'), text: patches.text }, guards, training] });
    const plan = planSheet({
      moveId: 'm',
      moves: between(whole, after),
      sheet: sheetOf({ 'P-1': yes }),
      questions: asks(after),
    });
    expect(plan.writes).toEqual([
      { questionId: 'P-1', source: 'P-1', answer: { state: 'cleared' }, reconfirm: null },
    ]);
  });

  test('a choice that is no longer offered is shown again rather than silently taken away', () => {
    const plan = planSheet({
      moveId: 'm',
      moves: between(whole, parts),
      sheet: sheetOf({ 'T-1': no }),
      questions: asks(parts),
    });
    expect(plan.writes).toMatchObject([{ questionId: 'T-1', answer: no, reconfirm: { moveId: 'm' } }]);
  });

  test('what waits to be reconfirmed goes on waiting through the next move, as it was first answered', () => {
    const first = planSheet({
      moveId: 'one',
      moves: between(whole, parts),
      sheet: sheetOf({ 'P-1': yes }),
      questions: asks(parts),
    });
    const then = applyPlan(sheetOf({ 'P-1': yes }), first);
    const next = planSheet({
      moveId: 'two',
      moves: between(parts, parts),
      sheet: then,
      questions: asks(parts),
    });
    expect(next.writes).toEqual([]);
    expect(then.rows['P-1']?.reconfirm?.moveId).toBe('one');
  });

  test('what is answered by a piece alone is to be reconfirmed as well', () => {
    const file = (words: string) => ({ ...aText('P-1'), type: 'file' as const, text: text(words) });
    const before = aDocument({ A: [file('report of patches installed')] });
    const after = aDocument({ A: [file('signed report of patches installed')] });
    const plan = planSheet({
      moveId: 'm',
      moves: between(before, after),
      sheet: sheetOf({}, ['P-1']),
      questions: asks(after),
    });
    expect(plan.writes).toMatchObject([{ questionId: 'P-1', answer: { state: 'cleared' }, reconfirm: {} }]);
  });

  test('moved and taken back, every sheet is what it was', () => {
    const keys = bank.themes.flatMap(({ questions }) => questions.map(({ id }) => id));
    const context = arbitraryFacts(bank);
    fc.assert(
      fc.property(
        fc.constantFrom(...keys),
        fc.subarray(keys),
        arbitrarySubmission(bank, asOf),
        context,
        (changed, gone, { answers, pieces }, facts) => {
          const after = without(
            withQuestion(bank, changed, ({ text: { fr, en } }) => ({
              text: { fr: `${fr} vraiment`, en: `${en} really` },
            })),
            gone.filter((key) => key !== changed).slice(0, 20),
          );
          const before = sheetOf(answers, Object.keys(pieces));
          const plan = planSheet({
            moveId: 'm',
            moves: between(bank, after),
            sheet: before,
            questions: questionsById(buildSupplierDocument(after, facts)),
          });
          const back = applyPlan(applyPlan(before, plan), planReturn(before, plan));
          const given = Object.entries(back.rows).filter(
            ([key, { answer }]) => Object.hasOwn(before.rows, key) || answer.state !== 'cleared',
          );
          expect(Object.fromEntries(given)).toEqual(before.rows);
        },
      ),
      { numRuns: 25 },
    );
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

function without(document: QuestionnaireDocument, gone: readonly string[]): QuestionnaireDocument {
  return {
    ...document,
    themes: document.themes.map((theme) => ({
      ...theme,
      questions: theme.questions.filter(({ id }) => !gone.includes(id)),
    })),
  };
}

function onlyAsked<S extends { answers: GivenAnswers; pieces: Readonly<Record<string, unknown>> }>(
  submission: S,
  asked: ReadonlySet<string>,
): S {
  const keep = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).filter(([key]) => asked.has(key)));
  return { ...submission, answers: keep(submission.answers), pieces: keep(submission.pieces) };
}
