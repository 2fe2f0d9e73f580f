import { decideExposure } from '@probant/shared/exposure/decide-exposure';
import {
  capOf,
  exposureOf,
  type Exposure as Figures,
  type ExposureInput,
} from '@probant/shared/exposure/exposure';
import { leversOf, type Lever } from '@probant/shared/exposure/levers';

import type { Exposure, ExposureBody, ExposureScenarioBody } from './use-exposure.js';

export interface Worked {
  readonly figures: Figures;
  readonly levers: readonly Lever[];
  readonly lostChance: number;
  /** A cap stands in the contract and does not hold. */
  readonly lifted: boolean;
}

/** By the rule that the API follows, from what stands in the form; nothing while the form holds what it would refuse. */
export function workOut(
  body: Omit<ExposureBody, 'revision'> | undefined,
  scenario: ExposureScenarioBody,
  { awardToClaim }: Pick<Exposure, 'awardToClaim'>,
): Worked | undefined {
  const decision = body && decideExposure(body);
  if (!decision?.accepted) return undefined;
  const { terms, estimates } = decision.value;
  const estimate = estimates.find(({ key }) => key === scenario.key);
  if (estimate === undefined) return undefined;
  const lostChance = estimate.lostChance ?? awardToClaim.ratio;
  const input: ExposureInput = {
    losses: estimate.losses,
    terms,
    grossFault: estimate.grossFault,
    lostChance,
    ownCostsCents: estimate.ownCostsCents,
    evidence: scenario.evidenceIndex,
    warnings: { state: scenario.warnings },
  };
  return {
    figures: exposureOf(input),
    levers: leversOf(input),
    lostChance,
    lifted: estimate.grossFault && capOf(terms) !== null,
  };
}
