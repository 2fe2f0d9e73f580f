import { excludedLossNames, type ContractTerms, type ExcludedLoss, type Period } from '../contracts/terms.js';
import type { AnswerValue, Localised } from '../questionnaires/document.js';
import { counted, inNumber } from '../words/numbers.js';
import type { ContradictionRule, Pair } from './contradiction.js';
import { answerFact, valueOf, type ContradictionFacts } from './facts.js';

/** What the terms say in the place of the answer; undefined where they agree, or nobody has read them. */
type Reading = (value: AnswerValue, terms: ContractTerms) => Localised | undefined;

interface TermRule extends Omit<ContradictionRule, 'find'> {
  readonly questionId: string;
  readonly read: Reading;
}

/** The answer that says "without a cap". */
const uncapped = 99;

const cap: Reading = (value, { cap: written, annualFeesCents }) => {
  if (typeof value !== 'number' || written === null) return undefined;
  if (written.kind === 'none') return undefined;
  const years =
    written.kind === 'fees'
      ? written.multiple
      : written.cents !== null && annualFeesCents !== null && annualFeesCents > 0
        ? written.cents / annualFeesCents
        : null;
  if (years === null) {
    return value === uncapped ? { fr: 'plafond exprimé en euros', en: 'cap stated in euros' } : undefined;
  }
  // Less than was said, by more than rounding.
  if (years >= value * 0.99) return undefined;
  const rounded = Math.round(years * 100) / 100;
  return {
    fr: `plafond\u00a0: ${counted(rounded, 'année', 'années', 'fr')} de redevance`,
    en: `cap: ${counted(rounded, 'year', 'years', 'en')} of fees`,
  };
};

const beyondIndirect: readonly ExcludedLoss[] = [
  'operating-loss',
  'lost-customers',
  'extra-costs',
  'third-party-claims',
  'data-restoration',
];
/** By answer, what the contract may not exclude if it is right. */
const notExcluded: Readonly<Record<string, readonly ExcludedLoss[]>> = {
  aucun: beyondIndirect,
  indirects: beyondIndirect,
  exploitation: ['data-restoration'],
};

const exclusions: Reading = (value, { exclusions: written }) => {
  if (typeof value !== 'string' || written === null) return undefined;
  const more = written.filter((loss) => (notExcluded[value] ?? []).includes(loss));
  if (more.length === 0) return undefined;
  return {
    fr: `exclus\u00a0: ${more.map((loss) => excludedLossNames[loss].fr).join(', ')}`,
    en: `excluded: ${more.map((loss) => excludedLossNames[loss].en).join(', ')}`,
  };
};

const exit: Reading = (value, { exitFees }) =>
  (value === 'rien_si_cause' || value === 'rien_si_manquement') && exitFees?.kind === 'all'
    ? {
        fr: 'sortie avant le terme\u00a0: tout le solde est dû',
        en: 'exit before the term: all remaining fees are due',
      }
    : undefined;

/** The longest time to remedy that the favourable answers speak of. */
const cureDays = 30;

const cure: Reading = (value, { cure: written }) => {
  if ((value !== 'claire' && value !== 'generale') || written === null) return undefined;
  if (written.kind === 'none') {
    return { fr: 'aucune clause de résiliation pour manquement', en: 'no clause of termination for breach' };
  }
  if (written.days === null || written.days <= cureDays) return undefined;
  return {
    fr: `délai pour remédier\u00a0: ${written.days} jours`,
    en: `time to remedy: ${written.days} days`,
  };
};

function duty(hours: number, { notification }: ContractTerms, personalData: boolean): Localised | undefined {
  if (notification === null) return undefined;
  if (notification.kind === 'none') {
    return { fr: 'aucun devoir d’informer n’est écrit', en: 'no duty to notify is written' };
  }
  if (notification.kind === 'best-efforts') {
    return {
      fr: 'informer au mieux, sans engagement ferme',
      en: 'to notify with best efforts, without a firm commitment',
    };
  }
  // A duty on personal data says nothing of the others.
  if (!personalData && notification.scope === 'personal-data') return undefined;
  if (notification.hours === null || notification.hours <= hours) return undefined;
  return {
    fr: `informer sous ${inNumber(notification.hours, 'fr')} h`,
    en: `to notify within ${inNumber(notification.hours, 'en')} h`,
  };
}

const firmHours: Readonly<Record<string, number>> = { h24: 24, h48: 48, h72: 72 };

const breach: Reading = (value, terms) => {
  const hours = typeof value === 'string' ? firmHours[value] : undefined;
  return hours === undefined ? undefined : duty(hours, terms, true);
};

const monthDays = 30;

function inMonths({ count, unit }: Period): number {
  return unit === 'months' ? count : count / monthDays;
}

const supplierNotice: Reading = (value, { supplierNotice: written }) => {
  if (typeof value !== 'number' || written === null || inMonths(written) >= value) return undefined;
  const { count, unit } = written;
  return unit === 'months'
    ? {
        fr: `préavis du prestataire\u00a0: ${count} mois`,
        en: `supplier’s notice: ${counted(count, 'month', 'months', 'en')}`,
      }
    : {
        fr: `préavis du prestataire\u00a0: ${counted(count, 'jour', 'jours', 'fr')}`,
        en: `supplier’s notice: ${counted(count, 'day', 'days', 'en')}`,
      };
};

const held: Localised = {
  fr: 'L’un et l’autre décrivent la même clause du contrat\u00a0: ils ne peuvent pas différer.',
  en: 'Both describe the same clause of the contract: they cannot differ.',
};

const table: readonly TermRule[] = [
  {
    key: 'cap-lower-in-contract',
    questionId: 'CTR-08',
    title: { fr: 'Plafond de responsabilité plus bas au contrat', en: 'Liability cap lower in the contract' },
    why: held,
    read: cap,
  },
  {
    key: 'exclusions-wider-in-contract',
    questionId: 'CTR-07',
    title: { fr: 'Préjudices exclus plus larges au contrat', en: 'Excluded losses wider in the contract' },
    why: held,
    read: exclusions,
  },
  {
    key: 'exit-fees-in-contract',
    questionId: 'CTR-13',
    title: {
      fr: 'Sortie dite limitée, solde dû au contrat',
      en: 'Exit said to be limited, balance due by the contract',
    },
    why: held,
    read: exit,
  },
  {
    key: 'cure-differs-in-contract',
    questionId: 'CTR-12',
    title: {
      fr: 'Résiliation dite praticable, clause longue ou absente',
      en: 'Termination said to be workable, clause long or missing',
    },
    why: held,
    read: cure,
  },
  {
    key: 'detection-notice-in-contract',
    questionId: 'EIC-04',
    title: {
      fr: 'Délai d’information absent ou plus long au contrat',
      en: 'Time to notify missing or longer in the contract',
    },
    why: {
      fr: 'La question porte sur l’engagement du contrat\u00a0: un délai qu’il n’écrit pas n’engage pas.',
      en: 'The question is about what the contract commits to: a time that it does not write binds nobody.',
    },
    read: (value, terms) => (typeof value === 'number' ? duty(value, terms, false) : undefined),
  },
  {
    key: 'breach-notice-in-contract',
    questionId: 'RGP-02',
    title: {
      fr: 'Notification de violation dite ferme, contrat moins exigeant',
      en: 'Breach notice said to be firm, contract less demanding',
    },
    why: {
      fr: 'Un engagement ferme et chiffré se lit au contrat\u00a0: il n’y est pas tel que dit.',
      en: 'A firm commitment with a figure is read in the contract: it does not stand there as told.',
    },
    read: breach,
  },
  {
    key: 'supplier-notice-in-contract',
    questionId: 'CTR-19',
    title: {
      fr: 'Préavis du prestataire plus court au contrat',
      en: 'Supplier’s notice shorter in the contract',
    },
    why: held,
    read: supplierNotice,
  },
];

export const termRules: readonly ContradictionRule[] = table.map(({ questionId, read, ...rule }) => ({
  ...rule,
  find: (facts) => ofTerms(facts, questionId, read),
}));

function ofTerms(facts: ContradictionFacts, questionId: string, read: Reading): Pair[] {
  const value = valueOf(facts, questionId);
  if (value === undefined || facts.terms === null) return [];
  const text = read(value, facts.terms.terms);
  if (text === undefined) return [];
  const about: Localised = { fr: facts.terms.terms.title, en: facts.terms.terms.title };
  return [
    {
      subject: '',
      questionId,
      said: answerFact(facts, questionId),
      found: { source: 'contract', ref: '', about, text, on: facts.terms.on, basis: text.fr },
    },
  ];
}
