import { compileWeights, toWeighable } from '@probant/shared/scoring/reweigh';
import { toRiskRecord } from '@probant/shared/scoring/risk-records';
import { scoreAssessment } from '@probant/shared/scoring/score-assessment';
import { bank } from '@probant/shared/testing/bank';
import { toFrames } from '@probant/shared/testing/matrix-frames';

import { createMatrixEngine } from './matrix-engine.js';
import type { MatrixReply, Tried } from './matrix-messages.js';
import { rowView } from './row-view.js';

const versionId = '018f0000-0000-7000-8000-000000000001';
const documents = [{ ...bank, versionId }];
/** All but one theme left without an answer: weighing that theme up is good for this one alone. */
const records = ['TRA', 'BKP'].map((code) => {
  const result = scoreAssessment(bank, { context: {}, answers: {} });
  const risks = toWeighable(result).risks.map((risk, place) =>
    result.lines[place]?.theme === code ? 0 : risk,
  );
  const whole = { risks, exponent: result.exponent, floor: 0 };
  const weighed = compileWeights(bank, {})(whole);
  if (weighed === null) throw new Error('it weighs');
  const lines = result.lines.map((line, place) => ({ ...line, discounted: risks[place] ?? 0 }));
  const kept = toRiskRecord(
    bank,
    { ...result, lines, floor: 0, score: weighed.score, grade: weighed.grade },
    false,
  );
  if (kept === null) throw new Error('it is scored');
  return { whole, kept, weighed };
});
const rows = records.map(({ kept }, place) => ({ number: place + 1, bytes: kept.record }));
const bytes = toFrames([{ versionId, fields: bank.themes.length, rows }]);

function opened() {
  const engine = createMatrixEngine();
  const reply = engine({ kind: 'open', bytes: bytes.slice(0), documents });
  if (reply?.kind !== 'opened') throw new Error('it is not open');
  return { engine, rows: reply.rows };
}

function triedOf(reply: MatrixReply | null): Tried {
  if (reply?.kind !== 'weighed') throw new Error('nothing was weighed');
  return reply.tried;
}

test('weights tried re-rank everybody, and say who changes grade and why', () => {
  const { engine, rows: known } = opened();
  const weights = {
    themes: Object.fromEntries(bank.themes.map(({ code }) => [code, code === 'BKP' ? 25 : 1])),
  };
  const tried = triedOf(engine({ kind: 'weigh', weights, published: {} }));
  expect([...tried.ranking.order]).toEqual([0, 1]);
  const view = rowView(known, tried, 1);
  expect(view).toMatchObject({ number: 2, rank: 1 });
  const exact = compileWeights(bank, weights)(records[1]?.whole ?? { risks: [], exponent: 1, floor: 0 });
  expect(Math.abs((view.score ?? NaN) - (exact?.score ?? NaN))).toBeLessThan(0.01);
  expect(tried.effects.changedCount).toBe(1);
  expect(tried.changed).toMatchObject([{ row: 1, reason: { theme: 'BKP' } }]);
  expect(tried.missing).toEqual([]);
});

test('a question weighed apart asks for its theme once, and then counts', () => {
  const { engine } = opened();
  const weights = { questions: { 'BKP-04': 0, 'BKP-01': 10 } };
  expect(triedOf(engine({ kind: 'weigh', weights, published: {} })).missing).toEqual(['BKP']);
  const index = bank.themes.findIndex(({ code }) => code === 'BKP');
  const before = bank.themes.slice(0, index).reduce((sum, { questions }) => sum + questions.length, 0);
  const fields = bank.themes[index]?.questions.length ?? 0;
  const columns = records.map(({ kept }, place) => ({
    number: place + 1,
    bytes: kept.questions.subarray(2 * before, 2 * (before + fields)),
  }));
  engine({ kind: 'columns', theme: 'BKP', bytes: toFrames([{ versionId, fields, rows: columns }]) });
  const tried = triedOf(engine({ kind: 'weigh', weights, published: {} }));
  expect(tried.missing).toEqual([]);
  records.forEach(({ whole }, row) => {
    const exact = compileWeights(bank, weights)(whole)?.score ?? NaN;
    expect(Math.abs((tried.ranking.scores[row] ?? NaN) - exact)).toBeLessThan(0.01);
  });
});

test('profiles side by side: who has which grade with each, and on whom they disagree', () => {
  const { engine } = opened();
  const light = {
    themes: Object.fromEntries(bank.themes.map(({ code }) => [code, code === 'BKP' ? 25 : 1])),
  };
  const reply = engine({ kind: 'compare', profiles: [{}, light] });
  if (reply?.kind !== 'compared') throw new Error('nothing was compared');
  const { grades, rows: shown, disagreed } = reply.comparison;
  expect(disagreed).toBe(1);
  expect(grades.map((counts) => counts.reduce((sum, count) => sum + count, 0))).toEqual([2, 2]);
  expect(shown[0]).toMatchObject({ row: 1, results: [{ rank: expect.any(Number) }, { rank: 1 }] });
});

test('bytes that do not fit what is known here are to be asked for again', () => {
  const engine = createMatrixEngine();
  expect(engine({ kind: 'open', bytes: bytes.slice(0, 30), documents })).toEqual({ kind: 'outdated' });
  expect(engine({ kind: 'weigh', weights: {}, published: {} })).toBeNull();
});
