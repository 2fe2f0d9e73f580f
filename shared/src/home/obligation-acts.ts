import type { ObligationKind } from '../obligations/kinds.js';
import type { Action } from '../permissions.js';
import type { Localised } from '../questionnaires/document.js';

interface ObligationAct {
  readonly kind: ObligationKind;
  /** Without which there is nothing to be done about it. */
  readonly action: Action;
  readonly act: Localised;
}

const record: Localised = { fr: 'Consigner', en: 'Record' };
const renew: Localised = { fr: 'Obtenir la suite', en: 'Obtain the next one' };

/** Who deals with a dated obligation, and the one act that it asks for. */
const table: Readonly<Record<ObligationKind, Omit<ObligationAct, 'kind'>>> = {
  'incident-deadline': { action: 'incidents:write', act: { fr: 'Notifier', en: 'Notify' } },
  'notice-cure': { action: 'notices:write', act: { fr: 'Constater', en: 'Record the outcome' } },
  'warning-answer': { action: 'warnings:decide', act: { fr: 'Trancher', en: 'Decide' } },
  'assessment-due': { action: 'assessments:manage', act: { fr: 'Relancer', en: 'Remind' } },
  remediation: { action: 'findings:write', act: { fr: 'Suivre', en: 'Follow up' } },
  'acceptance-end': { action: 'findings:write', act: { fr: 'Reprendre', en: 'Take up again' } },
  'certificate-expiry': { action: 'certifications:write', act: renew },
  'piece-expiry': { action: 'calendar:write', act: renew },
  notice: { action: 'calendar:write', act: { fr: 'Dénoncer ou reconduire', en: 'Leave or renew' } },
  'go-no-go': { action: 'calendar:write', act: { fr: 'Décider', en: 'Decide' } },
  'last-export': { action: 'calendar:write', act: record },
  term: { action: 'calendar:write', act: record },
  'return-choice': { action: 'calendar:write', act: { fr: 'Choisir', en: 'Choose' } },
  'destruction-certificate': { action: 'calendar:write', act: record },
  'reversibility-test': { action: 'calendar:write', act: record },
  'format-check': { action: 'calendar:write', act: record },
  regulation: { action: 'calendar:write', act: { fr: 'Traiter le texte', en: 'Deal with the text' } },
  'announced-change': { action: 'calendar:write', act: { fr: 'Constater', en: 'Record the outcome' } },
  drill: { action: 'drills:write', act: { fr: 'Consigner le dépôt', en: 'Record the drop' } },
  'patch-report': { action: 'contracts:write', act: record },
  'contract-review': { action: 'campaigns:send', act: { fr: 'Réévaluer', en: 'Reassess' } },
  reassessment: { action: 'campaigns:send', act: { fr: 'Réévaluer', en: 'Reassess' } },
};

/** In which order a home shows them: first the clocks that somebody outside reads. */
const order = [
  'incident-deadline',
  'notice-cure',
  'warning-answer',
  'assessment-due',
  'remediation',
  'acceptance-end',
  'certificate-expiry',
  'piece-expiry',
  'notice',
  'go-no-go',
  'last-export',
  'term',
  'return-choice',
  'destruction-certificate',
  'reversibility-test',
  'format-check',
  'regulation',
  'announced-change',
  'drill',
  'patch-report',
  'contract-review',
  'reassessment',
] as const satisfies readonly ObligationKind[];

export const obligationActs: readonly ObligationAct[] = order.map((kind) => ({ kind, ...table[kind] }));

export function actOfObligation(kind: ObligationKind): Localised {
  return table[kind].act;
}
