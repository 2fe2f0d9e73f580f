import * as fc from 'fast-check';

import type { Decision } from '../decision.js';
import { scoreAssessment } from '../scoring/score-assessment.js';
import { bank } from '../testing/bank.js';
import type { InheritRule, Question, QuestionnaireDocument } from './document.js';
import {
  editDocument,
  listLeftOut,
  listLostKnockouts,
  questionsOf,
  type DocumentEdit,
} from './edit-document.js';
import { narrowDocument, questionsIn, questionsOfCheck } from './narrow-document.js';

const ground = (draft: QuestionnaireDocument, published: QuestionnaireDocument | null = null) => ({
  draft,
  library: bank,
  published,
});

function accepted<T>(decision: Decision<T>): T {
  if (!decision.accepted) throw new Error(decision.refusal.code);
  return decision.value;
}

const edit = (draft: QuestionnaireDocument, one: DocumentEdit) => accepted(editDocument(ground(draft), one));
const keysOf = (document: QuestionnaireDocument) => questionsOf(document).map(({ id }) => id);

const own: Question = {
  id: 'ACME-01',
  type: 'text',
  text: { fr: 'Décrivez votre équipe.', en: 'Describe your team.' },
  weight: 1,
  evidence: { need: 'none', kinds: [] },
  notApplicable: false,
  knockouts: [],
  ref: [],
  severity: 'low',
};

const leaveOut = (questionKey: string, withDependents = true): DocumentEdit => ({
  kind: 'leave-out-question',
  questionKey,
  withDependents,
});

test('a question that others depend on is left out only once the author has read what goes with it', () => {
  const decision = editDocument(ground(bank), leaveOut('BKP-04', false));
  expect(decision).toMatchObject({ accepted: false, refusal: { code: 'question-depended-on' } });
  expect(JSON.stringify(decision)).toContain('KO-BKP-1');
  expect(keysOf(edit(bank, leaveOut('BKP-04')))).not.toContain('BKP-04');
});

test('what was left out and brought back leaves the document as it was', () => {
  fc.assert(
    fc.property(fc.subarray(keysOf(bank), { maxLength: 12 }), (keys) => {
      const without = keys.reduce((draft, key) => edit(draft, leaveOut(key)), bank);
      const back = keys.reduce(
        (draft, questionKey) => edit(draft, { kind: 'restore-question', questionKey }),
        without,
      );
      expect(back).toEqual(bank);
    }),
    { numRuns: 30 },
  );
});

test('a whole theme goes and comes back in its place', () => {
  const without = edit(bank, { kind: 'leave-out-theme', themeCode: 'HDS', withDependents: true });
  expect(without.themes.map(({ code }) => code)).not.toContain('HDS');
  expect(listLeftOut(ground(without))).toMatchObject([{ theme: { code: 'HDS' }, whole: true }]);
  expect(edit(without, { kind: 'restore-theme', themeCode: 'HDS' })).toEqual(bank);
});

test('a theme whose last question goes is gone too', () => {
  const { code, questions } = bank.themes.find((theme) => theme.code === 'TRA') ?? {
    code: '',
    questions: [],
  };
  const without = questions.reduce((draft, { id }) => edit(draft, leaveOut(id)), bank);
  expect(without.themes.map((theme) => theme.code)).not.toContain(code);
});

test('once narrowed, a draft refers to its own questions only, and can be scored', () => {
  fc.assert(
    fc.property(fc.subarray(keysOf(bank), { minLength: 1, maxLength: 100 }), (keys) => {
      fc.pre(keys.length < keysOf(bank).length);
      const draft = keys.reduce((document, key) => edit(document, leaveOut(key)), bank);
      const narrow = narrowDocument(draft);
      const present = new Set(keysOf(narrow));
      const knockouts = new Set(narrow.knockouts.map(({ id }) => id));
      for (const question of questionsOf(narrow)) {
        for (const { q } of question.inheritIf ?? []) expect(present).toContain(q);
        for (const id of question.knockouts) expect(knockouts).toContain(id);
      }
      for (const { when } of narrow.knockouts) {
        for (const q of questionsIn(when)) expect(present).toContain(q);
      }
      for (const { when } of narrow.consistencyChecks) {
        for (const q of questionsOfCheck(when)) expect(present).toContain(q);
      }
      const { score } = scoreAssessment(narrow, { context: {}, answers: {} });
      expect(score === null || (score >= 0 && score <= 100)).toBe(true);
    }),
    { numRuns: 30 },
  );
});

test('nothing is narrowed in a complete copy', () => {
  expect(narrowDocument(bank)).toEqual(bank);
});

test('an own question stands at the end of its theme and can be reworded', () => {
  const added = edit(bank, { kind: 'add-question', themeCode: 'TRA', question: own });
  expect(added.themes.find(({ code }) => code === 'TRA')?.questions.at(-1)).toEqual(own);
  const text = { fr: 'Qui fait quoi ?', en: 'Who does what?' };
  const changed = edit(added, { kind: 'change-question', question: { ...own, text } });
  expect(questionsOf(changed).find(({ id }) => id === own.id)?.text).toEqual(text);
});

test('an own theme is empty until it has a question', () => {
  const theme = { code: 'ACME', title: { fr: 'Maison', en: 'House' }, weight: 3 };
  const added = edit(bank, { kind: 'add-theme', theme });
  const filled = edit(added, { kind: 'add-question', themeCode: 'ACME', question: own });
  expect(filled.themes.at(-1)).toEqual({ ...theme, mandatory: false, questions: [own] });
  const gone = edit(added, { kind: 'leave-out-theme', themeCode: 'ACME', withDependents: false });
  expect(gone).toEqual(bank);
});

const noTheme = { code: 'BKP', title: own.text, weight: 1 };
const withOwn = edit(bank, { kind: 'add-question', themeCode: 'TRA', question: own });
const without = edit(withOwn, leaveOut(own.id));

test.each<[string, QuestionnaireDocument, DocumentEdit, string, string | undefined]>([
  [
    'a key in use',
    withOwn,
    { kind: 'add-question', themeCode: 'BKP', question: own },
    'invalid-input',
    '/question/id',
  ],
  [
    'a key of the library that was left out',
    edit(bank, leaveOut('TRA-01')),
    { kind: 'add-question', themeCode: 'BKP', question: { ...own, id: 'TRA-01' } },
    'invalid-input',
    '/question/id',
  ],
  [
    'a key once published',
    without,
    { kind: 'add-question', themeCode: 'BKP', question: own },
    'invalid-input',
    '/question/id',
  ],
  [
    'an unknown theme',
    bank,
    { kind: 'add-question', themeCode: 'NOPE', question: { ...own, id: 'ACME-02' } },
    'invalid-input',
    '/themeCode',
  ],
  [
    'a theme code of the library',
    bank,
    { kind: 'add-theme', theme: noTheme },
    'invalid-input',
    '/theme/code',
  ],
  [
    'new words for a question that is not there',
    bank,
    { kind: 'change-question', question: own },
    'not-found',
    undefined,
  ],
  ['leaving out what is not there', bank, leaveOut('NOPE'), 'not-found', undefined],
  [
    'leaving out a theme that is not there',
    bank,
    { kind: 'leave-out-theme', themeCode: 'NOPE', withDependents: true },
    'not-found',
    undefined,
  ],
  [
    'bringing back what never left',
    bank,
    { kind: 'restore-question', questionKey: 'BKP-01' },
    'not-found',
    undefined,
  ],
])('%s is refused', (_name, draft, one, code, at) => {
  const decision = editDocument(ground(draft, withOwn), one);
  expect(decision).toMatchObject({ accepted: false, refusal: { code } });
  if (at !== undefined) expect(decision).toMatchObject({ refusal: { errors: [{ pointer: at }] } });
});

test('an own question once published comes back from that version', () => {
  const back = accepted(
    editDocument(ground(without, withOwn), { kind: 'restore-question', questionKey: own.id }),
  );
  expect(back).toEqual(withOwn);
});

test('a new title is all that renaming changes', () => {
  const title = { fr: 'Nos exigences', en: 'Our demands' };
  expect(edit(bank, { kind: 'rename', title })).toEqual({ ...bank, title });
});

describe('an own question is refused', () => {
  const options = [{ value: 'oui', label: { fr: 'Oui', en: 'Yes' }, risk: 0 }];
  const single: Question = { ...own, type: 'single', options: [] };
  const duration: Question = { ...own, type: 'duration', unit: { fr: 'h', en: 'h' }, curve: [] };
  const adds = (question: Question) =>
    editDocument(ground(bank), { kind: 'add-question', themeCode: 'TRA', question });

  test.each<[string, Question, string, string]>([
    ['with no choice to tick', single, '/question/options', 'no-option'],
    ['with no choices to tick', { ...single, type: 'multi' }, '/question/options', 'no-option'],
    ['with no point on its curve', duration, '/question/curve', 'curve-empty'],
    ['with a key that another has', { ...own, id: 'BKP-04' }, '/question/id', 'key-twice'],
    ['with a key that another has in capitals', { ...own, id: 'bkp-04' }, '/question/id', 'key-twice'],
  ])('%s', (_, question, pointer, code) => {
    expect(adds(question)).toMatchObject({ accepted: false, refusal: { errors: [{ pointer, code }] } });
  });

  test('and taken with one choice, which cannot be taken away again', () => {
    const draft = accepted(adds({ ...single, options }));
    const change = { kind: 'change-question', question: single } as const;
    expect(editDocument(ground(draft), change)).toMatchObject({
      accepted: false,
      refusal: { errors: [{ pointer: '/question/options', code: 'no-option' }] },
    });
  });
});

test('a theme whose code differs from another only by its capitals is refused', () => {
  const theme = { code: 'bkp', title: { fr: 'Maison', en: 'House' }, weight: 3 };
  expect(editDocument(ground(bank), { kind: 'add-theme', theme })).toMatchObject({
    accepted: false,
    refusal: { errors: [{ pointer: '/theme/code', code: 'key-twice' }] },
  });
});

test('publishing tells which knock-outs it would end, counted from the version before', () => {
  expect(listLostKnockouts(ground(bank))).toEqual([]);
  const without = edit(bank, leaveOut('BKP-04'));
  const lost = listLostKnockouts(ground(without));
  expect(lost.map(({ id }) => id)).toContain('KO-BKP-1');
  expect(lost[0]?.text.fr).not.toBe('');
  expect(listLostKnockouts(ground(without, narrowDocument(without)))).toEqual([]);
});

describe('a question of the library is changed like any other', () => {
  const libraryQuestion = (id: string): Question => {
    const found = questionsOf(bank).find((question) => question.id === id);
    if (found === undefined) throw new Error(id);
    return found;
  };

  test('and keeps its key, its place and the knock-outs that it decides', () => {
    const before = libraryQuestion('BKP-04');
    const text = { fr: 'Une copie hors ligne ?', en: 'An offline copy?' };
    const after = edit(bank, { kind: 'change-question', question: { ...before, text, knockouts: [] } });
    expect(questionsOf(after).map(({ id }) => id)).toEqual(questionsOf(bank).map(({ id }) => id));
    expect(questionsOf(after).find(({ id }) => id === 'BKP-04')).toEqual({ ...before, text });
  });

  test('and keeps the rules that look at a question left out, for when that comes back', () => {
    const before = libraryQuestion('SUB-02');
    const without = edit(bank, leaveOut('SUB-01'));
    const shown = questionsOf(narrowDocument(without)).find(({ id }) => id === 'SUB-02');
    expect(shown?.inheritIf).toBeUndefined();
    const rule: InheritRule = { q: 'SUB-03', riskGte: 1, risk: 1 };
    const changed = edit(without, {
      kind: 'change-question',
      question: { ...(shown ?? before), weight: 7, inheritIf: [rule] },
    });
    const back = edit(changed, { kind: 'restore-question', questionKey: 'SUB-01' });
    expect(questionsOf(back).find(({ id }) => id === 'SUB-02')).toEqual({
      ...before,
      weight: 7,
      inheritIf: [...(before.inheritIf ?? []), rule],
    });
  });
});

test('a key of any version ever published is given to no other question', () => {
  const one = { kind: 'add-question', themeCode: 'TRA', question: { ...own, id: 'OLD-01' } } as const;
  expect(editDocument({ ...ground(bank), keysPublished: ['old-01'] }, one)).toMatchObject({
    accepted: false,
    refusal: { errors: [{ pointer: '/question/id', code: 'key-twice' }] },
  });
});
