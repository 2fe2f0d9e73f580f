import { checkNames, checkVerdictNames } from '../checks/check.js';
import type { CheckEvent } from './check-events.js';
import type { Predicates } from './events.js';

export const checkPredicates: Predicates<CheckEvent['kind']> = {
  'check-made': ({ check, target, verdict }) => ({
    fr: `a vérifié ${target}\u00a0: ${checkNames[check].fr}, ${checkVerdictNames[verdict].fr.toLowerCase()}`,
    en: `checked ${target}: ${checkNames[check].en}, ${checkVerdictNames[verdict].en.toLowerCase()}`,
  }),
  'check-graded': ({ questionId, level, name }) => ({
    fr: `a retenu la vérification ${name} comme preuve au niveau ${level} pour ${questionId}`,
    en: `took the check ${name} as proof at level ${level} for ${questionId}`,
  }),
  'check-grade-withdrawn': ({ questionId }) => ({
    fr: `ne retient plus la vérification comme preuve pour ${questionId}`,
    en: `no longer takes the check as proof for ${questionId}`,
  }),
  'zone-token-made': ({ domain }) => ({
    fr: `a demandé un jeton de contrôle pour la zone ${domain}`,
    en: `asked for a token of control for the zone ${domain}`,
  }),
};
