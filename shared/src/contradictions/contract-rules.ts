import type { Localised } from '../questionnaires/document.js';
import { comparable } from '../suppliers/import-columns.js';
import { confrontAnswers } from '../contracts/confront-answers.js';
import type { ContradictionRule, Pair } from './contradiction.js';
import { answerFact, questionOf, valueOf, type ClauseFact, type ContradictionFacts } from './facts.js';
import { termRules } from './term-rules.js';
import { isSameParty, isSupplier, listedSubcontractors } from './table-rules.js';

const longestQuote = 240;

function quoted({ quote }: ClauseFact): string {
  const bare = quote.trim().replaceAll(/\s+/g, ' ');
  return bare.length <= longestQuote ? bare : `${bare.slice(0, longestQuote).trimEnd()}…`;
}

function says(clause: ClauseFact): Localised {
  const quote = quoted(clause);
  const { article: place } = clause;
  const article = place === null ? '' : /^\d/.test(place) ? `art. ${place}, ` : `${place}, `;
  if (quote === '') {
    return clause.status === 'absent'
      ? { fr: 'le contrat lu n’en dit rien', en: 'the contract as read says nothing of it' }
      : { fr: 'le contrat lu dit le contraire', en: 'the contract as read says the opposite' };
  }
  return { fr: `${article}«\u00a0${quote}\u00a0»`, en: `${article}“${quote}”` };
}

/** Below it an answer holds the thing to be in the contract already, and not only agreed to. */
const writtenBelow = 0.3;

/** What the contract alone proves is about the contract; a practice may exist that no contract tells of. */
function isAboutContract(facts: ContradictionFacts, questionId: string): boolean {
  const kinds = questionOf(facts, questionId)?.evidence.kinds ?? [];
  return kinds.length === 1 && kinds[0] === 'contrat';
}

/**
 * Of those clauses that a person found in this state, the first answer that says otherwise: which of its questions a clause
 * speaks of is the reader's to tell. What the terms contradict is not told twice.
 */
function ofClauses(facts: ContradictionFacts, status: 'adverse' | 'absent'): Pair[] {
  const told = new Set(termRules.flatMap(({ find }) => find(facts)).map(({ questionId }) => questionId));
  const lines = facts.lines.filter(
    ({ question, risk }) =>
      risk < writtenBelow && isAboutContract(facts, question) && valueOf(facts, question) !== undefined,
  );
  return facts.clauses
    .filter((clause) => clause.status === status && !clause.questions.some((id) => told.has(id)))
    .flatMap((clause): Pair[] => {
      const { id, title, quote, on } = clause;
      const [first] = confrontAnswers([clause], new Map([[id, status]]), lines);
      if (first === undefined) return [];
      return [
        {
          subject: id,
          questionId: first.questionId,
          said: answerFact(facts, first.questionId),
          found: {
            source: 'contract',
            ref: id,
            about: { fr: `${id} ${title.fr}`, en: `${id} ${title.en}` },
            text: says(clause),
            on,
            basis: `${status} ${quote}`,
          },
        },
      ];
    });
}

const clauseAdverse: ContradictionRule = {
  key: 'clause-adverse',
  title: {
    fr: 'Engagement dit contractuel, clause contraire au contrat',
    en: 'Commitment said to be contractual, adverse clause in the contract',
  },
  why: {
    fr: 'La question demande ce que le contrat prévoit\u00a0: une clause qui dit le contraire l’emporte sur la réponse.',
    en: 'The question asks what the contract provides: a clause that says the opposite prevails over the answer.',
  },
  find: (facts) => ofClauses(facts, 'adverse'),
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
  find: (facts) => ofClauses(facts, 'absent'),
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
