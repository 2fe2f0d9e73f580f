import { obligationKinds } from './kinds.js';
import { reassessmentTriggers } from './reassessment-triggers.js';
import { causeRules, watchCauses } from './watch.js';

test('any cause holds what each of the others holds', () => {
  for (const cause of watchCauses)
    for (const kind of causeRules[cause].kinds) expect(causeRules.any.kinds).toContain(kind);
  expect(causeRules.any.kinds.every((kind) => obligationKinds.includes(kind))).toBe(true);
  for (const cause of watchCauses)
    for (const trigger of causeRules[cause].triggers ?? []) expect(reassessmentTriggers).toContain(trigger);
});
