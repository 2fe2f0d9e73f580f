import { findDayFault, type Day } from '../calendar.js';
import type { ContractTerms } from '../contracts/terms.js';
import { accept, fieldRefusal, refuseFields, type Decision, type FieldRefusal } from '../decision.js';
import { maxCounts, maxLengths } from '../limits.js';
import { checkText, tidyText } from '../plain-text.js';

/** On what the contract would end: its own termination clause (C. civ. 1225), or notice without a clause (1226). */
export const noticeBases = ['clause', 'art-1226'] as const;
export type NoticeBasis = (typeof noticeBases)[number];

/** How the letter travels; only the first two give a day of receipt that holds. */
export const noticeChannels = ['registered', 'bailiff', 'other'] as const;
export type NoticeChannel = (typeof noticeChannels)[number];

/** Why an obligation counts as substantial: the contract lists it, or its gravity is argued (C. civ. 1224). */
export const substances = ['listed', 'argued'] as const;
export type Substance = (typeof substances)[number];

export interface Breach {
  readonly obligation: string;
  readonly article: string;
  readonly substance: Substance;
  readonly gravity: string;
  readonly on: Day | null;
  readonly facts: string;
  /** Pieces of this notice, or pieces that the supplier submitted. */
  readonly pieceIds: readonly string[];
}

/** A draft may be incomplete: what is missing keeps a gate shut and never a draft from being kept. */
export interface NoticeDraft {
  readonly senderAddress: string;
  readonly signatory: string;
  readonly recipientName: string;
  readonly recipientAddress: string;
  readonly place: string;
  readonly contractTitle: string;
  readonly contractSignedOn: Day | null;
  readonly basis: NoticeBasis;
  readonly clauseArticle: string;
  readonly clauseWording: string;
  readonly breaches: readonly Breach[];
  readonly demand: string;
  readonly cureDays: number | null;
  readonly channel: NoticeChannel;
}

export interface ContractFacts {
  readonly terms: Pick<ContractTerms, 'title' | 'signedOn' | 'cure'> | null;
  /** What was found of the list of substantial obligations (CL-11) and of the termination clause (CL-20). */
  readonly substantial: ReadPassage | null;
  readonly termination: ReadPassage | null;
}

export interface ReadPassage {
  readonly status: 'present' | 'weak' | 'adverse' | 'absent';
  readonly article: string | null;
  readonly quote: string;
}

export function hasClause({ terms, termination }: ContractFacts): boolean {
  return terms?.cure?.kind === 'clause' || (termination !== null && termination.quote !== '');
}

/** What the contract's file already says, so that it is read again and not typed again. */
export function firstDraft(facts: ContractFacts, recipientName: string): NoticeDraft {
  const { terms, termination } = facts;
  const cure = terms?.cure ?? null;
  return {
    ...{ senderAddress: '', signatory: '', recipientName, recipientAddress: '', place: '' },
    contractTitle: terms?.title ?? '',
    contractSignedOn: terms?.signedOn ?? null,
    basis: hasClause(facts) || terms === null ? 'clause' : 'art-1226',
    clauseArticle: cure?.article || (termination?.article ?? ''),
    clauseWording: cure?.wording || (termination?.quote ?? ''),
    breaches: [],
    demand: '',
    cureDays: cure?.days ?? null,
    channel: 'registered',
  };
}

const oneLine = { max: maxLengths.title, optional: true } as const;
const address = { max: maxLengths.address, optional: true, multiline: true } as const;
const long = { max: maxLengths.longText, optional: true, multiline: true } as const;
export const maxCureDays = 365;

/** The draft, tidy, or every field that does not hold. */
export function decideDraft(
  asked: NoticeDraft,
  knownPieces: ReadonlySet<string>,
  today: Day,
): Decision<NoticeDraft> {
  const errors = [
    ...checkText('/senderAddress', asked.senderAddress, address),
    ...checkText('/signatory', asked.signatory, oneLine),
    ...checkText('/recipientName', asked.recipientName, oneLine),
    ...checkText('/recipientAddress', asked.recipientAddress, address),
    ...checkText('/place', asked.place, oneLine),
    ...checkText('/contractTitle', asked.contractTitle, oneLine),
    ...checkDay('/contractSignedOn', asked.contractSignedOn, today),
    ...checkText('/clauseArticle', asked.clauseArticle, oneLine),
    ...checkText('/clauseWording', asked.clauseWording, long),
    ...checkText('/demand', asked.demand, long),
    ...checkCure(asked.cureDays),
    ...(asked.breaches.length > maxCounts.breaches
      ? [fieldRefusal('/breaches', 'too-many', { max: maxCounts.breaches })]
      : []),
    ...asked.breaches.flatMap((breach, index) =>
      checkBreach(`/breaches/${index}`, breach, { knownPieces, today }),
    ),
  ];
  return errors.length > 0 ? refuseFields(errors) : accept(tidied(asked));
}

/** A letter tells what has happened. */
function checkDay(at: string, day: Day | null, today: Day): FieldRefusal[] {
  if (day === null) return [];
  const fault = findDayFault(day) ?? (day > today ? 'date-in-future' : undefined);
  return fault === undefined ? [] : [fieldRefusal(at, fault)];
}

function checkCure(days: number | null): FieldRefusal[] {
  const fits = days === null || (Number.isInteger(days) && days >= 1 && days <= maxCureDays);
  return fits ? [] : [fieldRefusal('/cureDays', 'out-of-range', { min: 1, max: maxCureDays })];
}

interface Known {
  readonly knownPieces: ReadonlySet<string>;
  readonly today: Day;
}

function checkBreach(at: string, breach: Breach, { knownPieces, today }: Known): FieldRefusal[] {
  return [
    ...checkText(`${at}/obligation`, breach.obligation, { ...long, max: maxLengths.shortText }),
    ...checkText(`${at}/article`, breach.article, oneLine),
    ...checkText(`${at}/gravity`, breach.gravity, long),
    ...checkText(`${at}/facts`, breach.facts, long),
    ...checkDay(`${at}/on`, breach.on, today),
    ...breach.pieceIds.flatMap((id, index) =>
      knownPieces.has(id) ? [] : [fieldRefusal(`${at}/pieceIds/${index}`, 'unknown-reference')],
    ),
  ];
}

function tidied(asked: NoticeDraft): NoticeDraft {
  return {
    senderAddress: tidyText(asked.senderAddress),
    signatory: tidyText(asked.signatory),
    recipientName: tidyText(asked.recipientName),
    recipientAddress: tidyText(asked.recipientAddress),
    place: tidyText(asked.place),
    contractTitle: tidyText(asked.contractTitle),
    contractSignedOn: asked.contractSignedOn,
    basis: asked.basis,
    clauseArticle: tidyText(asked.clauseArticle),
    clauseWording: tidyText(asked.clauseWording),
    breaches: asked.breaches.map((breach) => ({
      obligation: tidyText(breach.obligation),
      article: tidyText(breach.article),
      substance: breach.substance,
      gravity: tidyText(breach.gravity),
      on: breach.on,
      facts: tidyText(breach.facts),
      pieceIds: [...new Set(breach.pieceIds)],
    })),
    demand: tidyText(asked.demand),
    cureDays: asked.cureDays,
    channel: asked.channel,
  };
}
