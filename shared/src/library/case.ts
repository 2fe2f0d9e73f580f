import type { FieldRefusal } from '../decision.js';
import type { EngagementContext, Localised, QuestionnaireDocument } from '../questionnaires/document.js';
import type { Answer, Answers } from '../scoring/answer.js';
import { checkAnswers, checkContext } from '../scoring/check-case.js';
import { parseHead, type CaseHead } from './case-head.js';
import {
  at,
  booleanAt,
  choiceAt,
  fault,
  has,
  listAt,
  localisedAt,
  localisedIn,
  mappingAt,
  optional,
  placeOf,
  readMapping,
  refuseTwice,
  textAt,
  textsAt,
  type Mapping,
} from './read-yaml.js';

/** stated: in the source's own words; derived: worked out from them; assumed: chosen for the replay, and shown as such. */
export const caseBases = ['stated', 'derived', 'assumed'] as const;
export type CaseBasis = (typeof caseBases)[number];

export const caseNoteKinds = ['assumption', 'anachronism', 'reading'] as const;

/** A dated fact of the file. */
export interface CaseEvent {
  /** Year, month, day or minute in Paris, as far as the source knows it: `2018-04`, `2018-04-10`, `2018-04-10T02:01`. */
  readonly on: string;
  readonly until?: string;
  readonly text: Localised;
  readonly basis: CaseBasis;
  readonly lesson?: string;
  /** What lifts a fact out of a long line: the contract, the incident, the ruling. */
  readonly milestone: boolean;
}

export interface CaseAnswer {
  readonly question: string;
  readonly answer: Answer;
  /** The fact behind the answer, in one sentence. */
  readonly fact: Localised;
  readonly basis: CaseBasis;
  /** Whether the customer could have known it before signing, from the contract and the chain of parties. */
  readonly beforeSigning: boolean;
  /** The line of the source that stands beside the answer. */
  readonly lesson?: string;
  /** What that point came to in the ruling. */
  readonly outcome?: Localised;
}

/** One fact that could have been otherwise, and the answers that change with it. */
export interface CaseSwitch {
  readonly key: string;
  readonly label: Localised;
  /** Under a column of a chart. */
  readonly short: Localised;
  readonly lesson: Localised;
  /** Clauses of the library that would have written it down. */
  readonly clauses: readonly string[];
  /** None where it is an act of the customer: no answer of the supplier moves. */
  readonly answers: Answers;
  /** By question: the fact behind the answer as it would have been. */
  readonly facts: Readonly<Record<string, Localised>>;
}

/** A fact that other cases switch and that would change nothing here. */
export interface IdleSwitch {
  readonly key: string;
  readonly label: Localised;
  readonly reason: Localised;
}

/** A ruling, or published terms, told as an assessment. Its scores are worked out, never stored. */
export interface ReplayCase {
  readonly key: string;
  readonly name: Localised;
  readonly service: Localised;
  readonly summary: Localised;
  /** Id of the source. */
  readonly source: string;
  readonly context: EngagementContext;
  readonly events: readonly CaseEvent[];
  readonly answers: readonly CaseAnswer[];
  readonly decided: readonly CaseHead[];
  readonly switches: readonly CaseSwitch[];
  readonly idleSwitches: readonly IdleSwitch[];
  readonly notes: readonly { readonly kind: (typeof caseNoteKinds)[number]; readonly text: Localised }[];
}

export function answersOf(replay: ReplayCase): Answers {
  return Object.fromEntries(replay.answers.map(({ question, answer }) => [question, answer]));
}

/** The answers as they would stand had those facts been otherwise. */
export function answersWith(replay: ReplayCase, switched: readonly string[]): Answers {
  return replay.switches
    .filter(({ key }) => switched.includes(key))
    .reduce<Answers>((answers, { answers: changed }) => ({ ...answers, ...changed }), answersOf(replay));
}

const caseKeys = [
  'key',
  'name',
  'service',
  'summary',
  'source',
  'context',
  'events',
  'answers',
  'decided',
  'switches',
  'idle_switches',
  'notes',
];

/** A case, as its YAML file is read; throws with the place of what is wrong. */
export function parseCase(yaml: unknown, bank: QuestionnaireDocument): ReplayCase {
  const root = readMapping(yaml, '', caseKeys);
  const replay: ReplayCase = {
    key: textAt(root, 'key'),
    name: localisedAt(root, 'name'),
    service: localisedAt(root, 'service'),
    summary: localisedAt(root, 'summary'),
    source: textAt(root, 'source'),
    context: contextAt(root, bank),
    events: listAt(root, 'events', parseEvent),
    answers: listAt(root, 'answers', (item, place) => parseAnswer(item, place, bank)),
    decided: listAt(root, 'decided', parseHead),
    switches: listAt(root, 'switches', (item, place) => parseSwitch(item, place, bank)),
    idleSwitches: has(root, 'idle_switches') ? listAt(root, 'idle_switches', parseIdleSwitch) : [],
    notes: listAt(root, 'notes', (item, place) => {
      const mapping = readMapping(item, place, ['kind', 'fr', 'en']);
      return { kind: choiceAt(mapping, 'kind', caseNoteKinds), text: localisedIn(mapping) };
    }),
  };
  checkCaseReferences(replay, bank);
  return replay;
}

function contextAt(root: Mapping, bank: QuestionnaireDocument): EngagementContext {
  const context = at(root, 'context');
  expectNone(checkContext(bank, context, placeOf(root, 'context')));
  return context as EngagementContext;
}

function parseEvent(value: unknown, place: string): CaseEvent {
  const mapping = readMapping(value, place, ['on', 'until', 'fr', 'en', 'basis', 'lesson', 'milestone']);
  return {
    on: textAt(mapping, 'on'),
    ...optional(mapping, 'until', 'until', textAt),
    text: localisedIn(mapping),
    basis: choiceAt(mapping, 'basis', caseBases),
    ...optional(mapping, 'lesson', 'lesson', textAt),
    milestone: has(mapping, 'milestone') && booleanAt(mapping, 'milestone'),
  };
}

function parseAnswer(value: unknown, place: string, bank: QuestionnaireDocument): CaseAnswer {
  const keys = ['q', 'answer', 'fact', 'basis', 'before_signing', 'lesson', 'outcome'];
  const mapping = readMapping(value, place, keys);
  const question = textAt(mapping, 'q');
  return {
    question,
    answer: readAnswer(at(mapping, 'answer'), question, place, bank),
    fact: localisedAt(mapping, 'fact'),
    basis: choiceAt(mapping, 'basis', caseBases),
    beforeSigning: booleanAt(mapping, 'before_signing'),
    ...optional(mapping, 'lesson', 'lesson', textAt),
    ...optional(mapping, 'outcome', 'outcome', localisedAt),
  };
}

function readAnswer(answer: unknown, question: string, place: string, bank: QuestionnaireDocument): Answer {
  expectNone(checkAnswers(bank, { [question]: answer }, place, undefined));
  return answer as Answer;
}

function parseSwitch(value: unknown, place: string, bank: QuestionnaireDocument): CaseSwitch {
  const mapping = readMapping(value, place, [
    'key',
    'fr',
    'en',
    'short',
    'lesson',
    'clauses',
    'answers',
    'facts',
  ]);
  const answers = mappingAt(mapping, 'answers');
  const facts = mappingAt(mapping, 'facts');
  if ([...answers.entries.keys()].join() !== [...facts.entries.keys()].join()) {
    throw fault(facts.place, 'a switch has a fact for each of its answers, in the same order');
  }
  return {
    key: textAt(mapping, 'key'),
    label: localisedIn(mapping),
    short: localisedAt(mapping, 'short'),
    lesson: localisedAt(mapping, 'lesson'),
    clauses: has(mapping, 'clauses') ? textsAt(mapping, 'clauses') : [],
    answers: Object.fromEntries(
      [...answers.entries].map(([id, answer]) => [id, readAnswer(answer, id, answers.place, bank)]),
    ),
    facts: Object.fromEntries([...facts.entries.keys()].map((id) => [id, localisedAt(facts, id)])),
  };
}

function parseIdleSwitch(value: unknown, place: string): IdleSwitch {
  const mapping = readMapping(value, place, ['key', 'fr', 'en', 'reason']);
  return {
    key: textAt(mapping, 'key'),
    label: localisedIn(mapping),
    reason: localisedAt(mapping, 'reason'),
  };
}

function expectNone(refusals: readonly FieldRefusal[]): void {
  const [first] = refusals;
  if (first !== undefined) throw fault(first.pointer, first.code);
}

function checkCaseReferences(replay: ReplayCase, bank: QuestionnaireDocument): void {
  const lessons = new Set(bank.lessons.filter(({ seed }) => seed === replay.source).map(({ id }) => id));
  const switches = replay.switches.map(({ key }) => key);
  refuseTwice(
    replay.answers.map(({ question }) => question),
    '/answers',
  );
  refuseTwice([...switches, ...replay.idleSwitches.map(({ key }) => key)], '/switches');
  for (const lesson of lessonsOf(replay)) {
    if (!lessons.has(lesson)) {
      throw fault(`/${replay.key}`, `"${lesson}" is no lesson of the source ${replay.source}`);
    }
  }
  for (const key of replay.decided
    .flatMap(({ stake }) => stake?.otherwise ?? [])
    .flatMap((one) => one.with)) {
    if (!switches.includes(key)) throw fault(`/${replay.key}/decided`, `"${key}" is no switch of the case`);
  }
}

/** Every lesson that a case names. */
export function lessonsOf({ events, answers, decided }: ReplayCase): readonly string[] {
  const stakes = decided.flatMap(({ stake }) => (stake === undefined ? [] : [stake, ...stake.otherwise]));
  return [...new Set([...events, ...answers, ...stakes].flatMap(({ lesson }) => lesson ?? []))];
}
