import type { ClauseRule, RuleAnswer } from '../contracts/clause-rules.js';
import { clauseStatuses } from '../contracts/clause-status.js';
import { parsePhrase } from '../contracts/phrases.js';
import type { Question, QuestionnaireDocument } from '../questionnaires/document.js';
import type { Clause } from './clause-library.js';
import {
  at,
  choiceAt,
  fault,
  has,
  listAt,
  localisedAt,
  mappingAt,
  numberAt,
  optional,
  placeOf,
  readMapping,
  readNumber,
  readText,
  refuseTwice,
  textAt,
  type Mapping,
} from './read-yaml.js';

const keys = ['id', 'clause', 'suggests', 'why', 'all', 'none', 'min', 'max', 'answers'];

/** The rules that propose passages for clauses, as their YAML file is read; throws with the place of what is wrong. */
export function parseClauseRules(
  yaml: unknown,
  clauses: readonly Clause[],
  bank: QuestionnaireDocument,
): readonly ClauseRule[] {
  const questions = new Map(bank.themes.flatMap((theme) => theme.questions.map((one) => [one.id, one])));
  const rules = listAt(readMapping(yaml, '', ['rules']), 'rules', (item, place) =>
    parseRule(item, place, questions),
  );
  const known = new Set(clauses.map(({ id }) => id));
  const stranger = rules.find(({ clause }) => clause !== null && !known.has(clause));
  if (stranger !== undefined) throw fault(`/rules/${stranger.id}`, `there is no clause ${stranger.clause}`);
  refuseTwice(
    rules.map(({ id }) => id),
    '/rules',
  );
  return rules;
}

function parseRule(value: unknown, place: string, questions: ReadonlyMap<string, Question>): ClauseRule {
  const mapping = readMapping(value, place, keys);
  return {
    id: textAt(mapping, 'id'),
    clause: has(mapping, 'clause') ? textAt(mapping, 'clause') : null,
    suggests: choiceAt(mapping, 'suggests', clauseStatuses),
    why: localisedAt(mapping, 'why'),
    all: listAt(mapping, 'all', phrasesOf),
    none: has(mapping, 'none') ? listAt(mapping, 'none', readPhrase) : [],
    ...optional(mapping, 'min', 'min', numberAt),
    ...optional(mapping, 'max', 'max', numberAt),
    answers: has(mapping, 'answers') ? parseAnswers(mappingAt(mapping, 'answers'), questions) : [],
  };
}

function phrasesOf(value: unknown, place: string): readonly string[] {
  if (!Array.isArray(value) || value.length === 0) throw fault(place, 'a list of phrases is expected');
  return value.map((item: unknown, index) => readPhrase(item, `${place}/${index}`));
}

function readPhrase(value: unknown, place: string): string {
  const source = readText(value, place);
  if (parsePhrase(source) === null) throw fault(place, `"${source}" is no phrase`);
  return source;
}

function parseAnswers(mapping: Mapping, questions: ReadonlyMap<string, Question>): readonly RuleAnswer[] {
  return [...mapping.entries.keys()].map((question): RuleAnswer => {
    const place = placeOf(mapping, question);
    const asked = questions.get(question);
    if (asked === undefined) throw fault(place, 'there is no such question');
    const value = at(mapping, question);
    if (typeof value === 'object' && value !== null && 'per' in value) {
      return { question, per: readNumber(value.per, `${place}/per`) };
    }
    if (Array.isArray(value)) {
      const options = value.map((item: unknown) => optionOf(asked, item, place));
      return { question, value: options };
    }
    return { question, value: typeof value === 'number' ? value : optionOf(asked, value, place) };
  });
}

/** An option of the question, or the word for no number at all. */
function optionOf(question: Question, value: unknown, place: string): string {
  const text = readText(value, place);
  const known =
    'options' in question ? question.options.some((option) => option.value === text) : text === 'none';
  if (!known) throw fault(place, `"${text}" is no answer to ${question.id}`);
  return text;
}
