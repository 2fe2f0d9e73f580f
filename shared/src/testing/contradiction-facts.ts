import type { ContradictionFacts } from '../contradictions/facts.js';
import type { Answers } from '../scoring/answer.js';
import { scoreAssessment } from '../scoring/score-assessment.js';
import { bank } from './bank.js';

const context = {
  health_data: true,
  personal_data: 'sensitive',
  hosting: 'full',
  privileged_access: 'domain_admin',
  dns_or_mail: true,
  antimalware: true,
  managed_patching: true,
  mssp: true,
  directory_admin: true,
};

/** An engagement of which nothing is known beyond these answers, by value, and what is added. */
export function factsOf(
  values: Readonly<Record<string, Extract<Answers[string], { v: unknown }>['v']>>,
  more: Partial<ContradictionFacts> = {},
): ContradictionFacts {
  const answers: Answers = Object.fromEntries(Object.entries(values).map(([id, v]) => [id, { v }]));
  const asOf = '2026-11-28T09:00:00.000Z';
  return {
    document: bank,
    answers,
    lines: scoreAssessment(bank, { context, answers, asOf }).lines,
    submittedOn: '2026-11-20',
    asOf,
    pieces: {},
    supplier: { names: ['Cadran Infogérance'], siren: '111111118', domains: ['cadran.example'] },
    buyerName: 'Nivéole',
    graph: null,
    graphOn: null,
    terms: null,
    clauses: [],
    named: [],
    checks: [],
    drill: null,
    warnings: [],
    ...more,
  };
}
