import { evidenceKindLabel } from '../evidence/kinds.js';
import type { Language, Localised } from '../questionnaires/document.js';
import { dayInWords } from '../words/dates.js';
import { dueNames } from '../incidents/due-names.js';
import { monthInWords } from '../patch-reports/month.js';
import { obligationRules } from './kinds.js';
import type { Obligation, ObligationFacts } from './obligation.js';
import { triggerNames } from './reassessment-triggers.js';
import { findRegulation } from './regulations.js';
import {
  announcedReason,
  certificateInWords,
  cureReason,
  hourReason,
  monthReason,
  ownerReason,
  triggerReason,
} from './source-reasons.js';

type Described = Pick<Obligation, 'kind' | 'facts'>;

/** What it is, in a few words, without the engagement. */
export function obligationTitle({ kind, facts }: Described, language: Language): string {
  const name = obligationRules[kind][language];
  const about = obligationSubject(facts, language);
  if (about === '') return name;
  return language === 'fr' ? `${name}\u00a0: ${about}` : `${name}: ${about}`;
}

/** What it is about beside its kind; empty where there is nothing to tell it from others of the kind. */
export function obligationSubject(facts: ObligationFacts, language: Language): string {
  const { pieceName, regulation, title, trigger, dueKey, questionId, month } = facts;
  if (trigger !== undefined) return triggerNames[trigger][language];
  if (pieceName !== undefined) return pieceName;
  if (regulation !== undefined) return findRegulation(regulation)?.name[language] ?? regulation;
  if (month !== undefined) return monthInWords(month, language);
  if (dueKey !== undefined) return dueNames[dueKey][language];
  return certificateInWords(facts, language) ?? questionId ?? title ?? '';
}

/** Why that day: what it was counted from. Empty where the title says it all. */
export function obligationReason({ facts }: Described, language: Language): string {
  const told = [
    termReason(facts),
    anniversaryReason(facts),
    clauseReason(facts),
    pieceReason(facts),
    hourReason(facts),
    cureReason(facts),
    announcedReason(facts),
    monthReason(facts),
    ownerReason(facts),
    triggerReason(facts),
  ];
  return told.flatMap((reason) => (reason === null ? [] : [reason[language]])).join(' ');
}

function termReason({ endsOn, noticeBy, countedFrom, renewal }: ObligationFacts): Localised | null {
  if (endsOn === undefined) return null;
  const end = { fr: dayInWords(endsOn, 'fr'), en: dayInWords(endsOn, 'en') };
  const tacit =
    renewal === 'tacit'
      ? {
          fr: ', et le contrat se reconduit s’il n’est pas dénoncé',
          en: ', and the contract renews itself unless notice is given',
        }
      : { fr: '', en: '' };
  const period = {
    fr: `La période se termine le ${end.fr}${tacit.fr}.`,
    en: `The period ends on ${end.en}${tacit.en}.`,
  };
  if (countedFrom === undefined) return period;
  if (countedFrom === 'term' || noticeBy === undefined) {
    return {
      fr: `${period.fr} Aucun préavis n’est connu\u00a0: le jour est compté depuis le terme.`,
      en: `${period.en} No notice period is known: the day is counted from the end.`,
    };
  }
  return {
    fr: `${period.fr} Le préavis se donne au plus tard le ${dayInWords(noticeBy, 'fr')}.`,
    en: `${period.en} Notice can be given until ${dayInWords(noticeBy, 'en')}.`,
  };
}

function anniversaryReason({ anniversaryOn }: ObligationFacts): Localised | null {
  if (anniversaryOn === undefined) return null;
  return {
    fr: `Le contrat a son anniversaire le ${dayInWords(anniversaryOn, 'fr')}.`,
    en: `The contract has its anniversary on ${dayInWords(anniversaryOn, 'en')}.`,
  };
}

const clauseWords: Readonly<Record<NonNullable<ObligationFacts['clause']>, Localised>> = {
  weak: { fr: 'y est faible', en: 'is weak in it' },
  adverse: { fr: 'y est défavorable', en: 'is adverse in it' },
  absent: { fr: 'y est absente', en: 'is absent from it' },
  'not-read': { fr: 'n’y a pas encore été lue', en: 'has not been read in it yet' },
};

function clauseReason({ regulation, clause, signedOn }: ObligationFacts): Localised | null {
  if (regulation === undefined || clause === undefined) return null;
  const signed =
    signedOn === undefined
      ? { fr: 'La date de signature n’est pas connue', en: 'The day of signature is not known' }
      : {
          fr: `Le contrat a été signé avant, le ${dayInWords(signedOn, 'fr')}`,
          en: `The contract was signed before, on ${dayInWords(signedOn, 'en')}`,
        };
  const words = clauseWords[clause];
  const caution = findRegulation(regulation)?.caution ?? { fr: '', en: '' };
  return {
    fr: `${signed.fr}, et la clause sur les changements de réglementation ${words.fr}. ${caution.fr}`.trim(),
    en: `${signed.en}, and the clause on changes of regulation ${words.en}. ${caution.en}`.trim(),
  };
}

function pieceReason({ pieceKind }: ObligationFacts): Localised | null {
  if (pieceKind === undefined) return null;
  const { fr, en } = evidenceKindLabel(pieceKind);
  return { fr: `${fr}.`, en: `${en}.` };
}
