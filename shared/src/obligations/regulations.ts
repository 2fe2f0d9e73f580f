import { addDays, type Day } from '../calendar.js';
import type { ClauseStatus } from '../contracts/clause-status.js';
import { termPeriod } from '../contracts/term-dates.js';
import type { ContractTerms } from '../contracts/terms.js';
import type { Localised } from '../questionnaires/document.js';
import { obligation, type Obligation } from './obligation.js';

export interface Regulation {
  readonly id: string;
  /** Where only the month is known, its first day. */
  readonly effectiveOn: Day;
  readonly precision: 'day' | 'month';
  readonly name: Localised;
  readonly asks: Localised;
  /** Where it stands. */
  readonly source: Localised;
  /** How sure the day is. */
  readonly caution?: Localised;
}

/** The clause that says who bears a change of regulation, and what it costs to leave. */
export const changeClause = 'CL-17';

/** Texts on the hosting of health data that found contracts signed before them without a word. */
export const regulations: readonly Regulation[] = [
  {
    id: 'hds-certification',
    effectiveOn: '2018-04-01',
    precision: 'day',
    name: {
      fr: 'Certification des hébergeurs de données de santé (CSP, art. R.1111-9)',
      en: 'Certification of health data hosts (CSP, art. R.1111-9)',
    },
    asks: {
      fr: 'Toute personne qui exerce une activité en lien avec l’hébergement doit être certifiée\u00a0: l’hébergeur, et chacun de ses sous-traitants pour ce qu’il fait.',
      en: 'Whoever carries out an activity linked to the hosting has to be certified: the host, and each of its subcontractors for what it does.',
    },
    source: {
      fr: 'CSP, art. L.1111-8 et R.1111-9\u00a0; décret du 26 février 2018\u00a0; CA Douai, 8 décembre 2022, RG 21/01153',
      en: 'CSP, arts L.1111-8 and R.1111-9; decree of 26 February 2018; CA Douai, 8 December 2022, RG 21/01153',
    },
  },
  {
    id: 'hds-v2-audits',
    effectiveOn: '2024-11-16',
    precision: 'day',
    name: {
      fr: 'Référentiel HDS v2\u00a0: nouveaux audits (arrêté du 26 avril 2024)',
      en: 'HDS v2 reference framework: new audits (order of 26 April 2024)',
    },
    asks: {
      fr: 'Tout nouvel audit suit le référentiel v2\u00a0: contenu du contrat (exigences 17 à 27), procédure en cas de perte de certification d’un sous-traitant (14), EEE et transferts (28 à 31).',
      en: 'Every new audit follows framework v2: content of the contract (requirements 17 to 27), procedure when a subcontractor loses its certification (14), EEA and transfers (28 to 31).',
    },
    source: {
      fr: 'Arrêté du 26 avril 2024, JO du 16 mai 2024',
      en: 'Order of 26 April 2024, Official Journal of 16 May 2024',
    },
    caution: { fr: 'Certaines sources écrivent le 17 novembre.', en: 'Some sources write 17 November.' },
  },
  {
    id: 'hds-v2-certificates',
    effectiveOn: '2026-05-16',
    precision: 'day',
    name: {
      fr: 'Référentiel HDS v2\u00a0: les anciens certificats doivent avoir changé',
      en: 'HDS v2 reference framework: earlier certificates must have moved',
    },
    asks: {
      fr: 'Les certificats délivrés selon l’ancien référentiel doivent avoir été remplacés\u00a0: demandez le nouveau, avec son périmètre.',
      en: 'Certificates issued under the earlier framework must have been replaced: ask for the new one, with its scope.',
    },
    source: {
      fr: 'Arrêté du 26 avril 2024, JO du 16 mai 2024',
      en: 'Order of 26 April 2024, Official Journal of 16 May 2024',
    },
  },
  {
    id: 'decree-2026-209',
    effectiveOn: '2026-09-01',
    precision: 'month',
    name: {
      fr: 'Décret 2026-209\u00a0: stockage dans l’EEE, transferts décrits au contrat',
      en: 'Decree 2026-209: storage in the EEA, transfers described in the contract',
    },
    asks: {
      fr: 'Stocker les données dans l’EEE et décrire les transferts dans le contrat\u00a0: un contrat signé avant demande un avenant.',
      en: 'Store the data in the EEA and describe transfers in the contract: a contract signed before needs an amendment.',
    },
    source: {
      fr: 'Décret 2026-209 du 24 mars 2026, JO du 26 mars 2026 (CSP, art. R.1111-9, R.1111-9-1 et R.1111-11)',
      en: 'Decree 2026-209 of 24 March 2026, Official Journal of 26 March 2026 (CSP, arts R.1111-9, R.1111-9-1 and R.1111-11)',
    },
    caution: {
      fr: 'Septembre 2026\u00a0: lisez dans le décret le jour exact et les règles de transition.',
      en: 'September 2026: read the exact day and the transition rules in the decree.',
    },
  },
];

export function findRegulation(id: string): Regulation | undefined {
  return regulations.find((one) => one.id === id);
}

export interface WatchedContract {
  readonly terms: ContractTerms;
  readonly healthData: boolean;
  /** What was found of the clause on changes of regulation; null while nobody has read it. */
  readonly clause: ClauseStatus | null;
}

/** A contract that was signed before a text took effect, runs on after it and lacks the clause. */
export function regulationObligations(contract: WatchedContract, today: Day): Obligation[] {
  const { terms, healthData, clause } = contract;
  if (!healthData || clause === 'present') return [];
  const signedOn = terms.signedOn ?? terms.startsOn;
  const endsOn = termPeriod(terms, today)?.endsOn ?? null;
  return regulations
    .filter(({ effectiveOn }) => signedOn === null || signedOn < effectiveOn)
    .filter(({ effectiveOn }) => endsOn === null || endsOn >= effectiveOn)
    .map(({ id, effectiveOn, precision }) =>
      obligation({
        key: `regulation/${id}`,
        kind: 'regulation',
        dueOn: effectiveOn,
        precision,
        facts: {
          regulation: id,
          clause: clause ?? 'not-read',
          ...(signedOn === null ? {} : { signedOn }),
        },
        lapsedOn: endsOn !== null && endsOn < today ? addDays(endsOn, 1) : null,
      }),
    );
}

const question: Localised = {
  fr: 'Que devez-vous changer, et avant quelle date\u202f?',
  en: 'What do you have to change, and by what date?',
};

/** The one question that the supplier is asked, with what it is about. */
export function regulationQuestion({ name }: Regulation, on: Localised): Localised {
  return {
    fr: `${name.fr}, applicable ${on.fr}.\n\n${question.fr}`,
    en: `${name.en}, effective ${on.en}.\n\n${question.en}`,
  };
}
