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
  },
  {
    id: 'hds-v2-audits',
    effectiveOn: '2024-11-16',
    precision: 'day',
    name: {
      fr: 'Référentiel HDS v2\u00a0: nouveaux audits (arrêté du 26 avril 2024)',
      en: 'HDS v2 reference framework: new audits (order of 26 April 2024)',
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
  },
  {
    id: 'decree-2026-209',
    effectiveOn: '2026-09-01',
    precision: 'month',
    name: {
      fr: 'Décret 2026-209\u00a0: stockage dans l’EEE, transferts décrits au contrat',
      en: 'Decree 2026-209: storage in the EEA, transfers described in the contract',
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
