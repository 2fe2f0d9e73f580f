import type { Localised } from '../questionnaires/document.js';
import { comparable } from '../suppliers/import-columns.js';
import { confrontAnswers } from '../contracts/confront-answers.js';
import type { ClauseStatus } from '../contracts/clause-status.js';
import type { ContradictionRule, Pair } from './contradiction.js';
import { answerFact, questionOf, valueOf, type ClauseFact, type ContradictionFacts } from './facts.js';
import { isSameParty, isSupplier, listedSubcontractors } from './table-rules.js';

const longestQuote = 240;

function quoted({ quote }: ClauseFact): string {
  const bare = quote.trim().replaceAll(/\s+/g, ' ');
  return bare.length <= longestQuote ? bare : `${bare.slice(0, longestQuote).trimEnd()}…`;
}

function says(clause: ClauseFact): Localised {
  const quote = quoted(clause);
  const article = clause.article === null ? '' : `${clause.article}, `;
  if (quote === '') {
    return clause.status === 'absent'
      ? { fr: 'le contrat lu n’en dit rien', en: 'the contract as read says nothing of it' }
      : { fr: 'le contrat lu dit le contraire', en: 'the contract as read says the opposite' };
  }
  return { fr: `${article}«\u00a0${quote}\u00a0»`, en: `${article}“${quote}”` };
}

/** Of those clauses that the answer speaks of and a person found in this state. */
function ofClauses(
  facts: ContradictionFacts,
  status: ClauseStatus,
  concerns: (questionId: string) => boolean,
): Pair[] {
  const clauses = new Map(facts.clauses.map((clause) => [clause.id, clause]));
  const statuses = new Map(facts.clauses.map((clause) => [clause.id, clause.status]));
  return confrontAnswers(facts.clauses, statuses, facts.lines).flatMap(({ clauseId, questionId }): Pair[] => {
    const clause = clauses.get(clauseId);
    if (clause?.status !== status || valueOf(facts, questionId) === undefined || !concerns(questionId))
      return [];
    const about = { fr: `${clauseId} ${clause.title.fr}`, en: `${clauseId} ${clause.title.en}` };
    return [
      {
        subject: `${clauseId}/${questionId}`,
        questionId,
        said: answerFact(facts, questionId),
        found: {
          source: 'contract',
          ref: clauseId,
          about,
          text: says(clause),
          on: clause.on,
          basis: `${status} ${clause.quote}`,
        },
      },
    ];
  });
}

const clauseAdverse: ContradictionRule = {
  key: 'clause-adverse',
  title: {
    fr: 'Réponse favorable, clause contraire au contrat',
    en: 'Favourable answer, adverse clause in the contract',
  },
  why: {
    fr: 'Le contrat engage\u00a0: une clause qui dit le contraire l’emporte sur la réponse.',
    en: 'The contract binds: a clause that says the opposite prevails over the answer.',
  },
  find: (facts) => ofClauses(facts, 'adverse', () => true),
};

const clauseAbsent: ContradictionRule = {
  key: 'clause-absent',
  title: {
    fr: 'Engagement dit contractuel, absent du contrat lu',
    en: 'Commitment said to be contractual, absent from the contract as read',
  },
  why: {
    fr: 'La question demande ce que le contrat prévoit\u00a0: ce que le contrat ne dit pas n’y est pas prévu.',
    en: 'The question asks what the contract provides: what the contract does not say, it does not provide.',
  },
  // A practice may exist that no contract tells of; a question that the contract alone proves is about the contract.
  find: (facts) =>
    ofClauses(facts, 'absent', (id) => {
      const kinds = questionOf(facts, id)?.evidence.kinds ?? [];
      return kinds.length === 1 && kinds[0] === 'contrat';
    }),
};

const subcontractorInContract: ContradictionRule = {
  key: 'subcontractor-in-contract',
  title: {
    fr: 'Liste de sous-traitants dite complète, un autre est nommé au contrat',
    en: 'List of subcontractors said to be complete, another is named in the contract',
  },
  why: {
    fr: 'Un intervenant que le contrat nomme participe au service\u00a0: une liste complète le porte.',
    en: 'A company that the contract names takes part in the service: a complete list holds it.',
  },
  find: (facts) => {
    const said = valueOf(facts, 'SUB-01');
    const listed = said === 'aucun' ? [] : listedSubcontractors(facts);
    if ((said !== 'complete' && said !== 'aucun') || listed === undefined) return [];
    return facts.named
      .filter(
        (one) => !isSupplier(one, facts.supplier) && comparable(one.name) !== comparable(facts.buyerName),
      )
      .filter((one) => !listed.some((other) => isSameParty(one, other)))
      .map(({ name, documentName, on }): Pair => ({
        subject: comparable(name),
        questionId: 'SUB-01',
        said: answerFact(facts, 'SUB-01'),
        found: {
          source: 'contract',
          ref: '',
          about: { fr: documentName, en: documentName },
          text: { fr: `${name} est nommé au contrat`, en: `${name} is named in the contract` },
          on,
          basis: comparable(name),
        },
      }));
  },
};

export const contractRules: readonly ContradictionRule[] = [
  subcontractorInContract,
  clauseAdverse,
  clauseAbsent,
];
