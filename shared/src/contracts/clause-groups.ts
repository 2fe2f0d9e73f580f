import type { Localised } from '../questionnaires/document.js';

export interface ClauseGroup {
  readonly key: string;
  readonly title: Localised;
  readonly clauses: readonly string[];
}

/** The clauses as counsel reads a contract: by subject, not by number. */
export const clauseGroups: readonly ClauseGroup[] = [
  {
    key: 'frame',
    title: { fr: 'Cadre et prix', en: 'Frame and price' },
    clauses: ['CL-01', 'CL-02', 'CL-03', 'CL-04', 'CL-06', 'CL-09'],
  },
  {
    key: 'security',
    title: { fr: 'Sécurité et incidents', en: 'Security and incidents' },
    clauses: ['CL-11', 'CL-12', 'CL-13', 'CL-14', 'CL-15', 'CL-16', 'CL-23'],
  },
  {
    key: 'liability',
    title: { fr: 'Responsabilité, preuve et litiges', en: 'Liability, proof and disputes' },
    clauses: ['CL-05', 'CL-07', 'CL-08', 'CL-10', 'CL-21', 'CL-22'],
  },
  {
    key: 'chain',
    title: { fr: 'Réglementation et sous-traitance', en: 'Regulation and subcontracting' },
    clauses: ['CL-17', 'CL-18', 'CL-25'],
  },
  {
    key: 'exit',
    title: { fr: 'Sortie et reprise', en: 'Exit and take-over' },
    clauses: ['CL-19', 'CL-20', 'CL-24', 'CL-26'],
  },
];
