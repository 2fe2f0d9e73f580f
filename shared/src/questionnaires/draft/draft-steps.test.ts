import * as fc from 'fast-check';

import { anAct } from '../../testing/any-draft-act.js';
import { bank } from '../../testing/bank.js';
import type { Question, QuestionnaireDocument } from '../document.js';
import { narrowDocument } from '../narrow-document.js';
import { applySteps, findPlaced } from './apply-steps.js';
import {
  addKnockoutSteps,
  addQuestionSteps,
  blankKnockout,
  blankQuestion,
  broughtBackSteps,
  changeKnockoutSteps,
  changeQuestionSteps,
  duplicateQuestionSteps,
  leaveOutQuestionSteps,
  leaveOutThemeSteps,
  moveQuestionSteps,
  nextKey,
  removeKnockoutSteps,
} from './draft-acts.js';
import { composeSteps, invertSteps, touchedBy, type DraftStep, type SetStep } from './draft-step.js';

function put(document: QuestionnaireDocument, steps: readonly DraftStep[]): QuestionnaireDocument {
  const applied = applySteps(document, steps);
  expect(applied.conflicts).toEqual([]);
  return applied.document;
}

const questionOf = (document: QuestionnaireDocument, key: string): Question => {
  const placed = findPlaced(document, key);
  if (placed === undefined) throw new Error(`no ${key}`);
  return placed.question;
};

test('what is undone after any acts leaves the document as it was, and redone as it then was', () => {
  fc.assert(
    fc.property(fc.array(anAct, { minLength: 1, maxLength: 6 }), (acts) => {
      const done: (readonly DraftStep[])[] = [];
      const after = acts.reduce((draft, act) => {
        const steps = act(draft);
        done.push(steps);
        return put(draft, steps);
      }, bank);
      const back = done.reduceRight((draft, steps) => put(draft, invertSteps(steps)), after);
      expect(back).toEqual(bank);
      expect(done.reduce((draft, steps) => put(draft, steps), back)).toEqual(after);
    }),
    { numRuns: 150 },
  );
});

const overlap = (one: readonly DraftStep[], other: readonly DraftStep[]): boolean => {
  const [names, others] = [one.flatMap(touchedBy), other.flatMap(touchedBy)];
  return names.some((name) => others.some((rival) => name.startsWith(rival) || rival.startsWith(name)));
};

test('acts of two authors on different things give the same draft in either order', () => {
  let merged = 0;
  fc.assert(
    fc.property(anAct, anAct, (one, other) => {
      const [mine, theirs] = [one(bank), other(bank)];
      if (overlap(mine, theirs)) return;
      merged += 1;
      expect(put(put(bank, mine), theirs)).toEqual(put(put(bank, theirs), mine));
    }),
    { numRuns: 200 },
  );
  expect(merged).toBeGreaterThan(50);
});

test('an act that is there already changes nothing', () => {
  fc.assert(
    fc.property(anAct, (act) => {
      const steps = act(bank);
      const once = put(bank, steps);
      expect(put(once, steps)).toEqual(once);
    }),
  );
});

const reworded = (fr: string): SetStep[] =>
  changeQuestionSteps(bank, {
    ...questionOf(bank, 'BKP-04'),
    text: { ...questionOf(bank, 'BKP-04').text, fr },
  });

function floorAt(id: string, floor: number): SetStep[] {
  const there = bank.knockouts.find((one) => one.id === id);
  if (there === undefined) throw new Error(`no ${id}`);
  return changeKnockoutSteps(bank, { ...there, floor });
}

test('what triggers a knock-out and its floor are two things', () => {
  const [first] = bank.knockouts;
  if (first === undefined) throw new Error('no knock-out');
  const when = { q: 'BKP-04', riskGte: 1 };
  const triggered = put(bank, changeKnockoutSteps(bank, { ...first, when }));
  expect(put(triggered, floorAt(first.id, 70)).knockouts[0]).toMatchObject({ when, floor: 70 });
});

test('a question decides the knock-outs that look at it, whoever wrote which of the two', () => {
  const knockout = { ...blankKnockout('KO-ACME-1'), when: { q: 'BKP-02', riskGte: 1 } };
  const drawn = put(bank, addKnockoutSteps(bank, knockout));
  const decides = (draft: QuestionnaireDocument) => questionOf(narrowDocument(draft), 'BKP-02').knockouts;
  expect(decides(drawn)).toEqual([...decides(bank), 'KO-ACME-1']);
  const elsewhere = changeKnockoutSteps(drawn, { ...knockout, when: { q: 'BKP-04', riskGte: 1 } });
  expect(decides(put(drawn, elsewhere))).toEqual(decides(bank));
  expect(narrowDocument(bank)).toEqual(bank);
});

test('a knock-out that nothing triggers yet stays in what is published, to be refused there', () => {
  const drawn = put(bank, addKnockoutSteps(bank, blankKnockout('KO-ACME-1')));
  expect(narrowDocument(drawn).knockouts.at(-1)?.when).toEqual({ any: [] });
});

describe('on a draft that another author has changed', () => {
  test('the two languages of one text are two things', () => {
    const { text } = questionOf(bank, 'BKP-04');
    const english = changeQuestionSteps(bank, {
      ...questionOf(bank, 'BKP-04'),
      text: { ...text, en: 'Yes?' },
    });
    expect(questionOf(put(put(bank, english), reworded('Oui ?')), 'BKP-04').text).toEqual({
      fr: 'Oui ?',
      en: 'Yes?',
    });
  });

  test('the same property is a conflict that says what stands there', () => {
    const { document, conflicts } = applySteps(put(bank, reworded('Le leur')), reworded('Le mien'));
    expect(conflicts).toEqual([{ index: 0, reason: 'changed', now: 'Le leur' }]);
    expect(questionOf(document, 'BKP-04').text.fr).toBe('Le leur');
  });

  test('mine stands first where it has only to be shown', () => {
    const { document, conflicts } = applySteps(put(bank, reworded('Le leur')), reworded('Le mien'), {
      mineFirst: true,
    });
    expect(conflicts).toEqual([]);
    expect(questionOf(document, 'BKP-04').text.fr).toBe('Le mien');
  });

  test.each<[string, readonly DraftStep[], readonly DraftStep[], object]>([
    [
      'rewording what was left out',
      leaveOutQuestionSteps(bank, 'BKP-04'),
      reworded('x'),
      { reason: 'gone', now: null },
    ],
    [
      'leaving out what was reworded',
      reworded('Le leur'),
      leaveOutQuestionSteps(bank, 'BKP-04'),
      { reason: 'changed', now: expect.objectContaining({ id: 'BKP-04' }) as object },
    ],
    [
      'moving what went elsewhere',
      moveQuestionSteps(bank, 'BKP-04', { theme: 'HDS', after: null }),
      moveQuestionSteps(bank, 'BKP-04', { theme: 'TRA', after: null }),
      { reason: 'moved', now: { theme: 'HDS', after: null } },
    ],
    [
      'adding to a theme that was left out',
      leaveOutThemeSteps(bank, 'TRA'),
      addQuestionSteps(bank, blankQuestion('ACME-01', 'text'), { theme: 'TRA' }),
      { reason: 'gone', now: null },
    ],
    [
      'a key that another author gave to something else',
      addQuestionSteps(bank, blankQuestion('ACME-01', 'file'), { theme: 'TRA' }),
      addQuestionSteps(bank, blankQuestion('ACME-01', 'text'), { theme: 'TRA' }),
      { reason: 'key-taken', now: expect.objectContaining({ type: 'file' }) as object },
    ],
    [
      'leaving out a theme that gained a question',
      addQuestionSteps(bank, blankQuestion('ACME-01', 'file'), { theme: 'TRA' }),
      leaveOutThemeSteps(bank, 'TRA'),
      { reason: 'not-empty', now: expect.objectContaining({ code: 'TRA' }) as object },
    ],
    [
      'rewording a knock-out that was removed',
      removeKnockoutSteps(bank, 'KO-BKP-1'),
      floorAt('KO-BKP-1', 70),
      { reason: 'gone', now: null },
    ],
    [
      'another floor than the other author set',
      floorAt('KO-BKP-1', 90),
      floorAt('KO-BKP-1', 70),
      { reason: 'changed', now: 90 },
    ],
    [
      'removing a knock-out that was changed',
      floorAt('KO-BKP-1', 90),
      removeKnockoutSteps(bank, 'KO-BKP-1'),
      { reason: 'changed', now: expect.objectContaining({ floor: 90 }) as object },
    ],
  ])('%s is a conflict', (_name, theirs, mine, conflict) => {
    expect(applySteps(put(bank, theirs), mine).conflicts).toContainEqual(expect.objectContaining(conflict));
  });

  test('a question added behind one that moved away stands last', () => {
    const moved = put(bank, moveQuestionSteps(bank, 'TRA-01', { theme: 'BKP', after: null }));
    const added = put(
      moved,
      addQuestionSteps(bank, blankQuestion('ACME-01', 'text'), { theme: 'TRA', after: 'TRA-01' }),
    );
    expect(added.themes.find(({ code }) => code === 'TRA')?.questions.at(-1)?.id).toBe('ACME-01');
  });
});

test('a change of type takes what the old type had along, and brings it back', () => {
  const number: Question = {
    ...blankQuestion('BKP-01', 'number'),
    text: questionOf(bank, 'BKP-01').text,
  };
  const steps = changeQuestionSteps(bank, number);
  expect(questionOf(put(bank, steps), 'BKP-01')).toEqual(number);
  expect(put(put(bank, steps), invertSteps(steps))).toEqual(bank);
});

test('a help typed into nothing is there, and emptied it is gone', () => {
  const bare = put(bank, addQuestionSteps(bank, blankQuestion('ACME-01', 'text'), { theme: 'TRA' }));
  const helped = put(
    bare,
    changeQuestionSteps(bare, { ...questionOf(bare, 'ACME-01'), help: { fr: 'a', en: '' } }),
  );
  expect(questionOf(helped, 'ACME-01').help).toEqual({ fr: 'a', en: '' });
  const emptied = put(helped, changeQuestionSteps(helped, questionOf(bare, 'ACME-01')));
  expect(questionOf(emptied, 'ACME-01')).not.toHaveProperty('help');
});

test('typing letter by letter is one change, and typing back is none', () => {
  const step = (before: string, after: string): SetStep => ({
    kind: 'set',
    of: 'question',
    key: 'BKP-04',
    property: 'text/fr',
    before,
    after,
  });
  expect(composeSteps([step('', 'O')], [step('O', 'Ou')])).toEqual([step('', 'Ou')]);
  expect(composeSteps([step('', 'O')], [step('O', '')])).toEqual([]);
  const weight: SetStep = { ...step('', ''), property: 'weight', before: 1, after: 2 };
  expect(composeSteps([step('', 'O')], [weight])).toEqual([step('', 'O'), weight]);
});

test('a copy stands right behind the question, has everything of it and no knock-out', () => {
  const copied = put(bank, duplicateQuestionSteps(bank, 'BKP-04', 'BKP-99'));
  const order = copied.themes.find(({ code }) => code === 'BKP')?.questions.map(({ id }) => id) ?? [];
  expect(order[order.indexOf('BKP-04') + 1]).toBe('BKP-99');
  expect(questionOf(copied, 'BKP-99')).toEqual({
    ...questionOf(bank, 'BKP-04'),
    id: 'BKP-99',
    knockouts: [],
  });
});

test('a theme goes with its last question', () => {
  const one = bank.themes.find(({ code }) => code === 'TRA')?.questions ?? [];
  const left = one.reduce((draft, { id }) => put(draft, leaveOutQuestionSteps(draft, id)), bank);
  expect(left.themes.map(({ code }) => code)).not.toContain('TRA');
});

test('what the library gave back can be undone and done again', () => {
  const without = put(bank, leaveOutThemeSteps(bank, 'HDS'));
  const hds = new Set(bank.themes.find(({ code }) => code === 'HDS')?.questions.map(({ id }) => id));
  const steps = broughtBackSteps(without, bank, hds);
  expect(put(without, steps)).toEqual(bank);
  expect(put(bank, invertSteps(steps))).toEqual(without);
});

test.each([
  [['BKP-01', 'BKP-06'], 'BKP-04', 'BKP-07'],
  [['bkp-09'], 'BKP-04', 'BKP-10'],
  [[], 'ACME', 'ACME-01'],
  [['Q1', 'Q2'], 'Q1', 'Q03'],
])('after %j the key like %s is %s', (taken, like, next) => {
  expect(nextKey(taken, like)).toBe(next);
});
