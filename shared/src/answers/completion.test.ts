import * as fc from 'fast-check';

import { buildSupplierDocument } from '../questionnaires/supplier-document.js';
import { arbitraryAnswers, arbitraryContext } from '../testing/arbitrary-answers.js';
import { bank } from '../testing/bank.js';
import { deriveCompletion, type Completion, type PiecesBeside } from './completion.js';
import type { GivenAnswers } from './given-answer.js';

const today = '2026-11-23';
const document = buildSupplierDocument(bank, { health_data: true, hosting: 'full' });
const kbis = { id: 'p1', kind: 'extrait_kbis', datedOn: '2026-10-01' };
const complete = (answers: GivenAnswers, pieces: PiecesBeside = {}): Completion =>
  deriveCompletion(document, answers, pieces, today);
const ofTheme = (completion: Completion, code: string): unknown =>
  completion.themes.find((theme) => theme.code === code);

describe('what is left to do', () => {
  test('with nothing answered: every knock-out question blocks, the rest is listed', () => {
    const completion = complete({});
    expect(completion.mustAnswer).toEqual(
      expect.arrayContaining(['FIN-01', 'BKP-04', 'HDS-01', 'SUB-01', 'SUB-02']),
    );
    expect(completion.mustAnswer.length + completion.unanswered.length).toBe(completion.asked);
    expect(completion.answered).toBe(0);
    expect(completion.piecesMissing).toEqual([]);
  });

  test('an answer, a refusal and a claim count; an answer taken back does not', () => {
    const completion = complete({
      'FIN-01': { state: 'answered', value: 'in_bonis' },
      'FIN-02': { state: 'na', justification: 'Aucun exercice clos.' },
      'FIN-03': { state: 'refused' },
      'FIN-04': { state: 'cleared' },
    });
    expect(ofTheme(completion, 'FIN')).toEqual({ code: 'FIN', asked: 7, answered: 3, complete: 2 });
    expect(completion.mustAnswer).not.toContain('FIN-01');
    expect(completion.unanswered).toContain('FIN-04');
    expect(completion.piecesMissing).toEqual(['FIN-01']);
  });

  test('a piece completes an answer that requires one', () => {
    const completion = complete({ 'FIN-01': { state: 'answered', value: 'in_bonis' } }, { 'FIN-01': [kbis] });
    expect(completion.piecesMissing).toEqual([]);
    expect(completion.piecesDoubtful).toEqual([]);
    expect(ofTheme(completion, 'FIN')).toMatchObject({ answered: 1, complete: 1 });
  });

  test('a file that nobody has said the nature of is not yet the piece that was asked for', () => {
    const given: GivenAnswers = { 'FIN-01': { state: 'answered', value: 'in_bonis' } };
    const file = { id: 'p2', kind: 'a_preciser' };
    expect(complete(given, { 'FIN-01': [file] })).toMatchObject({
      piecesMissing: ['FIN-01'],
      piecesDoubtful: [{ questionId: 'FIN-01', pieceId: 'p2', faults: ['kind-not-stated', 'undated'] }],
    });
    expect(complete(given, { 'FIN-01': [file, kbis] }).piecesMissing).toEqual([]);
  });

  test('a piece of another kind than those asked for is not that piece; where none is named, any that was stated is', () => {
    const given: GivenAnswers = { 'FIN-01': { state: 'answered', value: 'in_bonis' } };
    const contract = { ...kbis, id: 'p5', kind: 'contrat' };
    expect(complete(given, { 'FIN-01': [contract] }).piecesMissing).toEqual(['FIN-01']);
    expect(complete(given, { 'FIN-01': [contract, kbis] }).piecesMissing).toEqual([]);
    const unnamed = {
      ...document,
      themes: document.themes.map((theme) => ({
        ...theme,
        questions: theme.questions.map((one) => ({ ...one, evidence: { ...one.evidence, kinds: [] } })),
      })),
    };
    expect(deriveCompletion(unnamed, given, { 'FIN-01': [contract] }, today).piecesMissing).toEqual([]);
  });

  test('a piece that is too old or has expired is told, beside any question that is asked', () => {
    const old = { ...kbis, datedOn: '2020-01-01' };
    const expired = { ...kbis, id: 'p3', expiresOn: '2026-11-22' };
    expect(complete({}, { 'FIN-01': [old, expired] }).piecesDoubtful).toEqual([
      { questionId: 'FIN-01', pieceId: 'p1', faults: ['too-old'] },
      { questionId: 'FIN-01', pieceId: 'p3', faults: ['expired'] },
    ]);
    const moot: GivenAnswers = { 'SUB-01': { state: 'answered', value: 'aucun' } };
    expect(complete(moot, { 'SUB-02': [{ id: 'p4', kind: 'a_preciser' }] }).piecesDoubtful).toEqual([]);
  });

  test('a table with some of the rows it asks for is neither answered nor unanswered, and does not block', () => {
    const rows = (...activities: string[]) =>
      activities.map((activity) => ({ activity, performer: 'Hébergeur' }));
    const all = ['1_sites', '2_materiel', '3_virtuel', '4_plateforme', '5_exploitation', '6_sauvegarde'];
    const given = (value: ReturnType<typeof rows>): GivenAnswers => ({
      'HDS-01': { state: 'answered', value },
    });
    const one = complete(given(rows('1_sites')));
    expect(one.partial).toEqual([{ id: 'HDS-01', given: 1, required: 6 }]);
    expect(one.answered).toBe(0);
    expect(ofTheme(one, 'HDS')).toMatchObject({ answered: 0 });
    expect([...one.mustAnswer, ...one.unanswered]).not.toContain('HDS-01');
    expect(complete(given([])).partial).toEqual([{ id: 'HDS-01', given: 0, required: 6 }]);
    expect(
      complete(given([...rows('1_sites', '1_sites'), { activity: '2_materiel' } as never])).partial,
    ).toEqual([{ id: 'HDS-01', given: 1, required: 6 }]);
    const full = complete(given(rows(...all)));
    expect([full.partial, full.answered]).toEqual([[], 1]);
    expect(complete({ 'HDS-01': { state: 'refused' } }).partial).toEqual([]);
  });

  test('a hidden question is asked of nobody', () => {
    const completion = complete({ 'SUB-01': { state: 'answered', value: 'aucun' } });
    expect(completion.hidden).toEqual(['SUB-02']);
    expect(completion.mustAnswer).not.toContain('SUB-02');
  });

  test('a file question is answered by its piece', () => {
    const [theme] = document.themes;
    const [question] = theme?.questions ?? [];
    if (theme === undefined || question === undefined) throw new Error('the bank has a question');
    const { id, text, evidence, lessons } = question;
    const file = {
      id,
      text,
      evidence,
      lessons,
      notApplicable: false,
      mustAnswer: true,
      type: 'file' as const,
    };
    const small = { ...document, themes: [{ ...theme, questions: [file] }] };
    expect(deriveCompletion(small, {}, {}, today).mustAnswer).toEqual([id]);
    expect(deriveCompletion(small, {}, { [id]: [kbis] }, today).mustAnswer).toEqual([]);
  });

  test('counts add up, whatever is answered', () => {
    fc.assert(
      fc.property(arbitraryContext(bank), arbitraryAnswers(bank, today), (context, answers) => {
        const built = buildSupplierDocument(bank, context);
        const { themes, asked, answered, mustAnswer, unanswered, partial, hidden } = deriveCompletion(
          built,
          answers,
          {},
          today,
        );
        const sum = (key: 'asked' | 'answered'): number =>
          themes.reduce((total, theme) => total + theme[key], 0);
        expect([sum('asked'), sum('answered')]).toEqual([asked, answered]);
        expect(answered + mustAnswer.length + unanswered.length + partial.length).toBe(asked);
        expect(asked + hidden.length).toBe(built.themes.flatMap((theme) => theme.questions).length);
      }),
      { numRuns: 50 },
    );
  });
});
