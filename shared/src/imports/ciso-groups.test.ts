import { choices, heading, library, node, one, requirement, two } from '../testing/ciso-library.js';
import { readCisoAssistant } from './read-ciso-assistant.js';

function read(nodes: readonly object[], change: object = {}, framework: object = {}) {
  return readCisoAssistant(library(nodes, change, framework));
}

describe('groups that answers open', () => {
  const definition = [{ ref_id: 'base', default_selected: true }, { ref_id: 'hds' }, { ref_id: 'deep' }];
  const opener = (questions: object = {}) =>
    requirement({
      implementation_groups: ['base'],
      questions: {
        [one]: {
          type: 'unique_choice',
          text: 'Health data?',
          choices: choices.map((choice, index) =>
            index === 0 ? { ...choice, select_implementation_groups: ['hds'] } : choice,
          ),
        },
        ...questions,
      },
    });
  const asks = (name: string, groups: readonly string[], more: object = {}) =>
    requirement({
      urn: node(name),
      ref_id: name,
      implementation_groups: groups,
      questions: { [`${node(name)}:question:1`]: { type: 'text', text: name, ...more } },
    });
  const readGroups = (nodes: readonly object[], defined: readonly object[] = definition) => {
    const { questions, warnings } = read(
      [heading, ...nodes],
      {},
      { implementation_groups_definition: defined },
    );
    return {
      conditions: questions.map(({ condition }) => condition),
      told: warnings.map(({ where, message }) => `${where}: ${message.en}`),
    };
  };
  const yes = { q: 's.1:question:1', option: '1' };

  test('a requirement is asked after the answers that open its group, and always where a group is asked for from the start', () => {
    const nodes = [opener(), asks('s.2', ['hds']), asks('s.3', ['base', 'hds']), asks('s.4', ['base'])];
    expect(readGroups(nodes)).toEqual({ conditions: [undefined, yes, undefined, undefined], told: [] });
  });

  test('several answers that open it are one condition, and what a question depends on comes to it', () => {
    const second = {
      [two]: {
        type: 'unique_choice',
        text: 'Hosting?',
        choices: [{ urn: `${two}:choice:1`, value: 'Yes', select_implementation_groups: ['hds', 'deep'] }],
      },
    };
    const dependsOn = { question: two, answers: [`${two}:choice:1`], condition: 'any' };
    const hosted = { q: 's.1:question:2', option: '1' };
    const nodes = [opener(second), asks('s.2', ['hds']), asks('s.3', ['deep'], { depends_on: dependsOn })];
    expect(readGroups(nodes)).toEqual({
      conditions: [undefined, undefined, { any: [yes, hosted] }, { all: [hosted, hosted] }],
      told: [],
    });
  });

  test.each([
    [
      'no group is asked for from the start',
      [opener(), asks('s.2', ['hds'])],
      [{ ref_id: 'hds' }],
      /^requirement_nodes\[1\]\.questions\[0\]: choices of this question open groups of requirements: left out, as no group/,
    ],
    [
      'a group is picked by hand as well',
      [opener(), asks('s.2', ['hds', 'deep'])],
      definition,
      /^requirement_nodes\[2\]\.questions\[0\]: asked when an answer opens its group, but also through a group picked by hand/,
    ],
    [
      'a requirement opens itself',
      [{ ...opener(), implementation_groups: ['hds'] }],
      definition,
      /^requirement_nodes\[1\]\.questions\[0\]: asked when an answer opens its group/,
    ],
    [
      'a requirement has no group',
      [opener(), asks('s.2', [])],
      definition,
      /^requirement_nodes\[2\]\.questions\[0\]: questions of requirements without a group.*: 1$/,
    ],
  ])('where %s, it is told and not made a condition', (_name, nodes, defined, told) => {
    const found = readGroups(nodes, defined);
    expect(found.conditions.filter((condition) => condition !== undefined)).toEqual([]);
    expect(found.told).toEqual([expect.stringMatching(told)]);
  });
});
