import { chooseSides } from './use-compared.js';
import type { Questionnaire } from './use-questionnaires.js';

const having = (changed: boolean, ...ids: readonly string[]): Questionnaire =>
  ({ changed, versions: ids.map((id) => ({ id })) }) as unknown as Questionnaire;

test.each([
  ['a changed draft beside the last version', having(true, 'v2', 'v1'), '', { from: 'v2', to: 'draft' }],
  ['the last two versions', having(false, 'v2', 'v1'), '', { from: 'v1', to: 'v2' }],
  ['the only version beside the draft', having(false, 'v1'), '', { from: 'v1', to: 'draft' }],
  ['what the address asks for', having(true, 'v2', 'v1'), 'from=v1&to=v2', { from: 'v1', to: 'v2' }],
  ['nothing that is not there', having(false, 'v2', 'v1'), 'from=x&to=draft', { from: 'v2', to: 'draft' }],
  ['a version beside the one before', having(true, 'v3', 'v2', 'v1'), 'to=v2', { from: 'v1', to: 'v2' }],
  ['the first version beside the draft', having(true, 'v2', 'v1'), 'to=v1', { from: 'draft', to: 'v1' }],
])('%s', (_, questionnaire, search, sides) => {
  expect(chooseSides(questionnaire, new URLSearchParams(search))).toEqual(sides);
});
