import * as fc from 'fast-check';

import type { QuestionnaireDocument } from '../questionnaires/document.js';
import { findPlaced } from '../questionnaires/draft/apply-steps.js';
import {
  addKnockoutSteps,
  addQuestionSteps,
  addThemeSteps,
  blankKnockout,
  blankQuestion,
  changeKnockoutSteps,
  changeQuestionSteps,
  changeThemeSteps,
  duplicateQuestionSteps,
  leaveOutQuestionSteps,
  leaveOutThemeSteps,
  moveKnockoutSteps,
  moveQuestionSteps,
  moveThemeSteps,
  nextKey,
  removeKnockoutSteps,
  renameSteps,
} from '../questionnaires/draft/draft-acts.js';
import type { DraftStep } from '../questionnaires/draft/draft-step.js';
import { questionsOf } from '../questionnaires/edit-document.js';
import { bank } from './bank.js';

const keysOf = (document: QuestionnaireDocument) => questionsOf(document).map(({ id }) => id);
const keys = keysOf(bank);
const codes = bank.themes.map(({ code }) => code);
const floors = bank.knockouts.map(({ id }) => id);

export type Act = (draft: QuestionnaireDocument) => readonly DraftStep[];

const word = fc.string({ unit: 'grapheme', maxLength: 6 });
const aKey = fc.constantFrom(...keys);
const aCode = fc.constantFrom(...codes);
const aFloor = fc.constantFrom(...floors);

/** Every act that an author can do, at any place of the bank. */
export const anAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ fr: word, en: word }).map(
    (title): Act =>
      (draft) =>
        renameSteps(draft, title),
  ),
  fc
    .record({
      key: aKey,
      change: fc.record(
        {
          text: fc.record({ fr: word, en: word }),
          help: fc.record({ fr: word, en: word }),
          weight: fc.nat(10),
          trigger: fc.constantFrom(0, 0.5, 1),
          notApplicable: fc.boolean(),
          evidence: fc.record({
            need: fc.constantFrom('required' as const, 'none' as const),
            kinds: fc.constant([]),
          }),
        },
        { requiredKeys: [] },
      ),
    })
    .map(({ key, change }): Act => (draft) => {
      const there = findPlaced(draft, key)?.question;
      return there === undefined ? [] : changeQuestionSteps(draft, { ...there, ...change });
    }),
  fc.tuple(aKey, aCode, fc.option(aKey)).map(
    ([key, theme, after]): Act =>
      (draft) =>
        moveQuestionSteps(draft, key, { theme, after }),
  ),
  aKey.map(
    (key): Act =>
      (draft) =>
        leaveOutQuestionSteps(draft, key),
  ),
  aCode.map(
    (code): Act =>
      (draft) =>
        leaveOutThemeSteps(draft, code),
  ),
  fc.tuple(aCode, fc.option(aCode)).map(
    ([code, after]): Act =>
      (draft) =>
        moveThemeSteps(draft, code, after),
  ),
  fc.tuple(aCode, fc.nat(9), word).map(
    ([code, weight, fr]): Act =>
      (draft) =>
        changeThemeSteps(draft, code, { weight, title: { fr, en: 'x' } }),
  ),
  aKey.map(
    (key): Act =>
      (draft) =>
        duplicateQuestionSteps(draft, key, nextKey(keysOf(draft), key)),
  ),
  aCode.map(
    (theme): Act =>
      (draft) =>
        draft.themes.some(({ code }) => code === theme)
          ? addQuestionSteps(draft, blankQuestion(nextKey(keysOf(draft), 'ACME-01'), 'single'), { theme })
          : [],
  ),
  fc.tuple(aFloor, word, fc.nat(100), aKey).map(([id, fr, floor, q]): Act => (draft) => {
    const there = draft.knockouts.find((one) => one.id === id);
    if (there === undefined) return [];
    const when = { any: [there.when, { q, riskGte: 1 }] };
    return changeKnockoutSteps(draft, { ...there, floor, when, name: { fr, en: 'x' } });
  }),
  aFloor.map(
    (id): Act =>
      (draft) =>
        removeKnockoutSteps(draft, id),
  ),
  fc.tuple(aFloor, fc.option(aFloor)).map(
    ([id, after]): Act =>
      (draft) =>
        moveKnockoutSteps(draft, id, after),
  ),
  fc.constant<Act>((draft) =>
    draft.knockouts.some(({ id }) => id === 'KO-ACME-1')
      ? []
      : addKnockoutSteps(draft, blankKnockout('KO-ACME-1')),
  ),
  fc.constant<Act>((draft) =>
    draft.themes.some(({ code }) => code === 'ACME')
      ? []
      : addThemeSteps(draft, { code: 'ACME', title: { fr: 'Maison', en: 'House' }, weight: 2 }),
  ),
);
