import { usualRule } from '@probant/shared/reassessments/rule';
import { DueReassessments } from '../../features/reassessments/reassessments.public.js';
import type { Play } from './in-order.js';
import type { Scene } from './play.js';

/** The organisation's rule, and what it proposes by now, as the program itself looks every day. */
export async function* reassess({ stage, buyers }: Scene): Play {
  yield 10;
  await buyers.claire.put('/api/reassessment-rule', { ...usualRule, revision: 0 });
  yield 1;
  await stage.app.get(DueReassessments).run();
}
