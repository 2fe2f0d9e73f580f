import type { EngagementContext } from '../questionnaires/document.js';
import { holds } from './context-condition.js';

const context: EngagementContext = { hosting: 'full', mssp: true };

test.each([
  ['every key equal', { ctx: { hosting: 'full', mssp: true } }, true],
  ['one key different', { ctx: { hosting: 'full', mssp: false } }, false],
  ['a key absent equals nothing, not even false', { ctx: { health_data: false } }, false],
  ['not of a key absent', { not: { ctx: { health_data: true } } }, true],
  ['a key of every object equals nothing', { ctx: { toString: 'x' } }, false],
  ['any', { any: [{ ctx: { mssp: false } }, { ctx: { hosting: 'full' } }] }, true],
  ['any of nothing', { any: [] }, false],
  ['all of nothing', { all: [] }, true],
  ['deep', { all: [{ not: { any: [{ ctx: { mssp: false } }] } }, { ctx: { mssp: true } }] }, true],
  ['no condition', undefined, true],
])('%s', (_, condition, expected) => {
  expect(holds(condition, context)).toBe(expected);
});
