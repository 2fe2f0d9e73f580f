import { fieldRefusal, refuseFields, type Decision } from '../../decision.js';
import { aText, byKey, oneOf, record, type Shape } from '../../imports/check-shape.js';
import { knockoutShape, questionShape, themeShape } from '../../imports/document-shape.js';
import { UnreadableImport } from '../../imports/imported-questionnaire.js';
import { maxCounts, maxLengths } from '../../limits.js';
import { checkText, isRecord } from '../../plain-text.js';
import { checkKey, sameKey, type Refusals } from '../check-parts.js';
import type { QuestionnaireDocument } from '../document.js';
import { originsOf, questionsOf, tooLarge, type EditGround } from '../edit-document.js';
import { applySteps, findPlaced, type StepConflict } from './apply-steps.js';
import type { DraftStep } from './draft-step.js';
import { settable } from './step-properties.js';

/** Levels of lists and objects in one value. */
const maxDepth = 20;

/** The draft with the steps on it, or why not: what others changed meanwhile comes back with its value. */
export function decideSteps(ground: EditGround, sent: readonly unknown[]): Decision<QuestionnaireDocument> {
  const steps: DraftStep[] = [];
  for (const [index, step] of sent.entries()) {
    const wrong = findFault(step, `/steps/${index}`);
    if (wrong.length > 0) return refuseFields(wrong);
    // Every key was checked just above.
    steps.push(step as DraftStep);
  }
  const taken = steps.flatMap((step, index) => checkNewKey(ground, step, `/steps/${index}`));
  if (taken.length > 0) return refuseFields(taken);
  const { document, conflicts } = applySteps(ground.draft, steps);
  if (conflicts.length > 0) return refuseConflicts(conflicts);
  for (const [index, step] of steps.entries()) {
    const wrong = findFault(touchedHolder(document, step), `/steps/${index}`, shapeOfHolder(step));
    if (wrong.length > 0) return refuseFields(wrong);
  }
  return tooLarge(document);
}

function refuseConflicts(conflicts: readonly StepConflict[]): Decision<never> {
  return { accepted: false, refusal: { code: 'edit-conflict', conflicts } };
}

const keyOrNull: Shape = (value, at) => {
  if (value !== null) aText(value, at);
};
const place = record({ theme: aText, after: keyOrNull });
const origin = oneOf(['new', 'back']);
const anything: Shape = () => undefined;
const kinds: Readonly<Record<DraftStep['kind'], Shape>> = {
  set: record({
    kind: aText,
    of: oneOf(Object.keys(settable)),
    key: aText,
    property: aText,
    before: anything,
    after: anything,
  }),
  'insert-question': record({ kind: aText, question: questionShape, place, origin }),
  'remove-question': record({ kind: aText, question: questionShape, place }),
  'move-question': record({ kind: aText, key: aText, from: place, to: place }),
  'insert-theme': record({ kind: aText, theme: themeShape, after: keyOrNull, origin }),
  'remove-theme': record({ kind: aText, theme: themeShape, after: keyOrNull }),
  'move-theme': record({ kind: aText, key: aText, from: keyOrNull, to: keyOrNull }),
  'insert-knockout': record({ kind: aText, knockout: knockoutShape, after: keyOrNull, origin }),
  'remove-knockout': record({ kind: aText, knockout: knockoutShape, after: keyOrNull }),
  'move-knockout': record({ kind: aText, key: aText, from: keyOrNull, to: keyOrNull }),
};

const aStep: Shape = (value, at) => {
  byKey({ kind: anything })(value, at);
  const kind = isRecord(value) ? value['kind'] : undefined;
  oneOf(Object.keys(kinds))(String(kind), at);
  Object.entries(kinds).find(([name]) => name === kind)?.[1](value, at);
  if (kind !== 'set' || !isRecord(value)) return;
  const [, properties = []] = Object.entries(settable).find(([of]) => of === value['of']) ?? [];
  oneOf(properties)(String(value['property']), at);
};

/** The shape, then every text and number of it; a place in the step is told where it can be. */
function findFault(value: unknown, at: string, shape: Shape = aStep): Refusals {
  if (value === undefined) return [];
  const values = checkValues(value, at, 0);
  if (values.length > 0) return values;
  try {
    shape(value, '');
    return [];
  } catch (error) {
    if (error instanceof UnreadableImport) return [fieldRefusal(at, 'wrong-type')];
    throw error;
  }
}

function checkValues(value: unknown, at: string, depth: number): Refusals {
  if (typeof value === 'string') {
    return checkText(at, value, { max: maxLengths.questionText, multiline: true, optional: true });
  }
  if (typeof value !== 'object' || value === null) return [];
  const items = Object.entries(value);
  if (depth > maxDepth) return [fieldRefusal(at, 'wrong-type')];
  if (items.length > maxCounts.questionsPerVersion) {
    return [fieldRefusal(at, 'too-many', { max: maxCounts.questionsPerVersion })];
  }
  return items.flatMap(([, item]) => checkValues(item, at, depth + 1));
}

/** A key stands for one thing for ever: neither one in use nor one left out is given to another. */
function checkNewKey(ground: EditGround, step: DraftStep, at: string): Refusals {
  const named = newKeyOf(ground, step);
  if (named === undefined) return [];
  const [place, key, keys] = named;
  const where = `${at}${place}`;
  const taken = keys.some((one) => sameKey(one, key));
  return [...checkKey(where, key), ...(taken ? [fieldRefusal(where, 'key-twice', { key })] : [])];
}

type NewKey = readonly [place: string, key: string, taken: readonly string[]];

function newKeyOf(ground: EditGround, step: DraftStep): NewKey | undefined {
  if (!('origin' in step) || step.origin === 'back') return undefined;
  const documents = [ground.draft, ...originsOf(ground)];
  switch (step.kind) {
    case 'insert-question': {
      const known = documents.flatMap((one) => questionsOf(one).map(({ id }) => id));
      return ['/question/id', step.question.id, [...known, ...(ground.keysPublished ?? [])]];
    }
    case 'insert-theme':
      return [
        '/theme/code',
        step.theme.code,
        documents.flatMap(({ themes }) => themes.map(({ code }) => code)),
      ];
    case 'insert-knockout':
      return [
        '/knockout/id',
        step.knockout.id,
        documents.flatMap(({ knockouts }) => knockouts.map(({ id }) => id)),
      ];
  }
}

function touchedHolder(document: QuestionnaireDocument, step: DraftStep): unknown {
  switch (step.kind) {
    case 'set':
      if (step.of === 'questionnaire') return document.title;
      if (step.of === 'question') return findPlaced(document, step.key)?.question;
      if (step.of === 'knockout') return document.knockouts.find(({ id }) => id === step.key);
      return frameOf(document, step.key);
    case 'insert-question':
      return findPlaced(document, step.question.id)?.question;
    case 'insert-theme':
      return frameOf(document, step.theme.code);
    case 'insert-knockout':
      return document.knockouts.find(({ id }) => id === step.knockout.id);
    case 'remove-question':
    case 'remove-theme':
    case 'remove-knockout':
    case 'move-question':
    case 'move-theme':
    case 'move-knockout':
      return undefined;
  }
}

function frameOf(document: QuestionnaireDocument, code: string): unknown {
  const theme = document.themes.find((one) => one.code === code);
  return theme === undefined ? undefined : { ...theme, questions: [] };
}

function shapeOfHolder(step: DraftStep): Shape {
  if (step.kind === 'insert-theme') return themeShape;
  if (step.kind === 'insert-knockout') return knockoutShape;
  if (step.kind !== 'set') return questionShape;
  switch (step.of) {
    case 'questionnaire':
      return record({ fr: aText, en: aText });
    case 'theme':
      return themeShape;
    case 'question':
      return questionShape;
    case 'knockout':
      return knockoutShape;
  }
}
