import { clauseStatusNames } from '../contracts/clause-status.js';
import type { ContractEvent } from './contract-events.js';
import type { Predicates } from './events.js';
import { fileRefusal } from './wording.js';

export const contractPredicates: Predicates<ContractEvent['kind']> = {
  'contract-terms-recorded': ({ engagementName, number }) => ({
    fr: `a enregistré la version ${number} des conditions du contrat de la prestation ${engagementName}`,
    en: `recorded version ${number} of the contract terms of the engagement ${engagementName}`,
  }),
  'contract-document-stored': ({ engagementName, name, supersedesName }) =>
    supersedesName === undefined
      ? {
          fr: `a versé le document ${name} au contrat de la prestation ${engagementName}`,
          en: `added the document ${name} to the contract of the engagement ${engagementName}`,
        }
      : {
          fr: `a remplacé ${supersedesName} par ${name} au contrat de la prestation ${engagementName}`,
          en: `superseded ${supersedesName} by ${name} in the contract of the engagement ${engagementName}`,
        },
  'contract-document-refused': ({ name, signature, reason }) => ({
    fr: `s’est vu refuser le document de contrat ${name} (${fileRefusal(reason, signature, 'fr')})`,
    en: `was refused the contract document ${name} (${fileRefusal(reason, signature, 'en')})`,
  }),
  'clause-assessed': ({ engagementName, clauseId, before, status }) => {
    const [fr, en] = [clauseStatusNames[status].fr, clauseStatusNames[status].en];
    return before === null || before === status
      ? {
          fr: `a jugé la clause ${clauseId} ${fr} au contrat de la prestation ${engagementName}`,
          en: `found the clause ${clauseId} ${en} in the contract of the engagement ${engagementName}`,
        }
      : {
          fr: `a jugé la clause ${clauseId} ${fr}, et non plus ${clauseStatusNames[before].fr}, au contrat de la prestation ${engagementName}`,
          en: `found the clause ${clauseId} ${en}, no longer ${clauseStatusNames[before].en}, in the contract of the engagement ${engagementName}`,
        };
  },
  'contract-redline-exported': ({ engagementName, format, clauses }) => ({
    fr: `a exporté la liste d’amendements du contrat de la prestation ${engagementName} en ${format} (${clauses} clauses)`,
    en: `exported the redline list of the contract of the engagement ${engagementName} as ${format} (${clauses} clauses)`,
  }),
};
