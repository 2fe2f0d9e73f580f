import { listIn, textIn } from '../certifications/answered-chain.js';
import { findContradictions as findInDocument } from '../assessments/consistency.js';
import type { Localised, TableRow } from '../questionnaires/document.js';
import { rowsOf } from '../scoring/raw-risk.js';
import { comparable } from '../suppliers/import-columns.js';
import { findSiren } from '../suppliers/siren.js';
import { answerFact, valueOf, type ContradictionFacts, type SupplierFacts } from './facts.js';
import type { Contradiction, ContradictionRule, Pair } from './contradiction.js';

export interface NamedParty {
  readonly name: string;
  readonly siren: string | null;
}

/** By number where both have one, by name otherwise. */
export function isSameParty(one: NamedParty, other: NamedParty): boolean {
  if (one.siren !== null && other.siren !== null) return one.siren === other.siren;
  return comparable(one.name) === comparable(other.name);
}

export function isSupplier(party: NamedParty, { names, siren }: SupplierFacts): boolean {
  return names.some((name) => isSameParty(party, { name, siren }));
}

function partyIn(row: TableRow, key: string): NamedParty {
  return { name: textIn(row, key), siren: findSiren(textIn(row, 'siren')) ?? null };
}

/** Nothing where the list was not given. */
export function listedSubcontractors(facts: ContradictionFacts): readonly NamedParty[] | undefined {
  const value = valueOf(facts, 'SUB-02');
  return value === undefined ? undefined : rowsOf(value).map((row) => partyIn(row, 'name'));
}

const performedByNoOther = ['not_performed', 'client_itself'];

const performerNotListed: ContradictionRule = {
  key: 'performer-not-listed',
  title: {
    fr: 'Liste de sous-traitants dite complète, un intervenant y manque',
    en: 'List of subcontractors said to be complete, somebody is missing',
  },
  why: {
    fr: 'Qui exerce une activité du service sans être le prestataire est un sous-traitant\u00a0: une liste complète le nomme.',
    en: 'Whoever performs an activity of the service and is not the supplier is a subcontractor: a complete list names it.',
  },
  find: (facts) => {
    const listed = listedSubcontractors(facts);
    if (valueOf(facts, 'SUB-01') !== 'complete' || listed === undefined) return [];
    const missing = rowsOf(valueOf(facts, 'HDS-01'))
      .filter((row) => !performedByNoOther.includes(textIn(row, 'coverage')))
      .map((row) => partyIn(row, 'performer'))
      .filter(({ name }) => name !== '')
      .filter((party) => !isSupplier(party, facts.supplier) && !listed.some((one) => isSameParty(one, party)))
      .filter((party, place, all) => all.findIndex((one) => isSameParty(one, party)) === place);
    return missing.map(({ name }): Pair => {
      const words = { fr: `${name} exerce une activité`, en: `${name} performs an activity` };
      return {
        subject: comparable(name),
        questionId: 'SUB-01',
        said: answerFact(facts, 'SUB-01'),
        found: { ...answerFact(facts, 'HDS-01', words), basis: comparable(name) },
      };
    });
  },
};

const anyCertificate = ['hds', 'iso27001', 'secnumcloud', 'pams', 'pdis', 'pris', 'passi', 'soc2'];

const hdsCoverWithoutCertificate: ContradictionRule = {
  key: 'own-cover-without-certificate',
  title: {
    fr: 'Sous-traitant couvert par son propre certificat HDS, sans certificat HDS',
    en: 'Subcontractor covered by its own HDS certificate, without an HDS certificate',
  },
  why: {
    fr: 'La même ligne dit que l’activité est couverte par un certificat HDS et ne compte aucun certificat HDS.',
    en: 'The same row says that an HDS certificate covers the activity and counts no HDS certificate.',
  },
  find: (facts) =>
    rowsOf(valueOf(facts, 'SUB-02')).flatMap((row): Pair[] => {
      const held = listIn(row, 'certificates');
      const told = held.includes('none') || held.some((one) => anyCertificate.includes(one));
      if (textIn(row, 'hds_cover') !== 'own_certificate' || !told || held.includes('hds')) return [];
      const name = textIn(row, 'name');
      const said: Localised = {
        fr: `${name}\u00a0: couvert par son propre certificat`,
        en: `${name}: covered by its own certificate`,
      };
      const found: Localised = {
        fr: `${name}\u00a0: aucun certificat HDS parmi ses certificats`,
        en: `${name}: no HDS certificate among its certificates`,
      };
      return [
        {
          subject: comparable(name),
          questionId: 'SUB-02',
          said: { ...answerFact(facts, 'SUB-02', said), basis: 'own_certificate' },
          found: { ...answerFact(facts, 'SUB-02', found), basis: held.toSorted().join(' ') },
        },
      ];
    }),
};

export const tableRules: readonly ContradictionRule[] = [performerNotListed, hdsCoverWithoutCertificate];

/** Those that the questionnaire itself names, by its own keys and in its own words. */
export function findNamedByDocument(facts: ContradictionFacts): Contradiction[] {
  return findInDocument(facts.document, facts.answers, facts, facts.supplier).flatMap(
    ({ id, text, questions }): Contradiction[] => {
      const [questionId, other = questionId] = questions;
      if (questionId === undefined || other === undefined) return [];
      return [
        {
          key: `questionnaire/${id}`,
          rule: 'questionnaire',
          subject: id,
          questionId,
          title: text,
          why: {
            fr: 'Le questionnaire tient ces deux réponses pour incompatibles.',
            en: 'The questionnaire holds these two answers to be incompatible.',
          },
          said: answerFact(facts, questionId),
          found: answerFact(facts, other),
        },
      ];
    },
  );
}
