import type { GivenAnswer, GivenAnswers } from '../answers/given-answer.js';
import { movesOf, type Moves } from '../moves/compose-moves.js';
import { questionsById } from '../moves/list-changes.js';
import type { Sheet } from '../moves/plan-sheet.js';
import type { Question, QuestionnaireDocument } from '../questionnaires/document.js';
import { proposeEquivalence } from '../questionnaires/propose-equivalence.js';
import { buildSupplierDocument } from '../questionnaires/supplier-document.js';
import { aDocument, aSingle } from './mini-document.js';

export const text = (words: string) => ({ fr: words, en: words });
export const yes: GivenAnswer = { state: 'answered', value: 'yes' };
export const no: GivenAnswer = { state: 'answered', value: 'no' };
export const asks = (document: QuestionnaireDocument) => questionsById(buildSupplierDocument(document, {}));
export const between = (before: QuestionnaireDocument, after: QuestionnaireDocument): Moves =>
  movesOf(proposeEquivalence(before, after));
export const sheetOf = (answers: GivenAnswers, linked: readonly string[] = []): Sheet => ({
  rows: Object.fromEntries(
    Object.entries(answers).map(([key, answer]) => [key, { answer, reconfirm: null }]),
  ),
  linked,
});

export const offline = aSingle('O-1', {
  text: text('backups kept offline and restored every year under supervision'),
});
export const half = aSingle('O-1', { text: text('backups kept offline') });
export const other = aSingle('O-2', { text: text('restored every year under supervision') });
export const patches = aSingle('P-1', { text: text('patches installed within seven days') });
export const reworded = aSingle('P-1', { text: text('critical patches installed within seven days') });
export const guards = aSingle('G-1', { text: text('premises guarded') });
export const training = aSingle('T-1', { text: text('developers trained yearly') });
export const twoChoices: Question = {
  ...training,
  type: 'single',
  options: [
    { value: 'yes', label: text('yes'), risk: 0 },
    { value: 'partly', label: text('partly'), risk: 0.5 },
  ],
};

export const whole = aDocument({ A: [offline, patches, guards, training] });
export const parts = aDocument({ A: [half, other, reworded, twoChoices] });
