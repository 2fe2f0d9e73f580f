import type { Day } from '../calendar.js';
import { frenchDay } from './french-day.js';
import type { Breach, NoticeDraft } from './draft.js';

export const letterKinds = ['formal-notice', 'termination'] as const;
export type LetterKind = (typeof letterKinds)[number];

export const blockKinds = ['heading', 'paragraph', 'quote'] as const;
export interface LetterBlock {
  readonly kind: (typeof blockKinds)[number];
  readonly text: string;
}

/** A letter as it is posted: its canonical JSON is what the chain hashes. */
export interface NoticeLetter {
  readonly kind: LetterKind;
  readonly sender: readonly string[];
  readonly recipient: readonly string[];
  readonly channel: string;
  readonly dated: string;
  readonly subject: string;
  readonly blocks: readonly LetterBlock[];
  readonly signature: readonly string[];
  readonly enclosures: readonly string[];
}

export interface LetterPiece {
  readonly id: string;
  readonly name: string;
  readonly datedOn: Day | null;
  readonly sha256: string;
}

export interface LetterFacts {
  readonly senderName: string;
  readonly on: Day;
  readonly pieces: readonly LetterPiece[];
}

export interface TerminationFacts extends LetterFacts {
  readonly noticePostedOn: Day;
  readonly receivedOn: Day;
  readonly deadlineOn: Day;
  readonly effectiveOn: Day;
  /** Numbers of the breaches that were left without cure, from 1. */
  readonly remaining: readonly number[];
  readonly reasons: string;
}

const channels = {
  registered: 'Lettre recommandée avec avis de réception',
  bailiff: 'Signification par commissaire de justice',
  other: 'Lettre',
} as const;

const heading = (text: string): LetterBlock => ({ kind: 'heading', text });
const paragraph = (text: string): LetterBlock => ({ kind: 'paragraph', text });
const quote = (text: string): LetterBlock => ({ kind: 'quote', text: `«\u00a0${text}\u00a0»` });

/** The formal notice, in French whatever the reader's language: it is a legal act under French law. */
export function composeNotice(draft: NoticeDraft, facts: LetterFacts): NoticeLetter {
  const cited = citedPieces(draft.breaches, facts.pieces);
  return {
    kind: 'formal-notice',
    ...frame(draft, facts),
    subject: `Mise en demeure, contrat «\u00a0${draft.contractTitle}\u00a0»`,
    blocks: [
      paragraph('Madame, Monsieur,'),
      paragraph(`${contractOf(draft)} vous oblige envers nous. Vous y avez manqué comme suit.`),
      ...draft.breaches.flatMap((breach, index) => breachBlocks(breach, index + 1, cited)),
      heading('Ce que nous vous demandons'),
      paragraph(
        `Nous vous mettons en demeure de réparer ces manquements dans un délai de ${daysOf(draft.cureDays)} à compter de la réception de la présente lettre.`,
      ),
      paragraph(draft.demand),
      paragraph(
        'Vous voudrez bien nous adresser, dans ce délai, les éléments qui établissent la réparation de chacun.',
      ),
      heading('À défaut'),
      ...consequence(draft),
      paragraph(
        'La présente vaut mise en demeure au sens de l’article 1231 du code civil. Nous réservons tous nos droits, dont celui de demander réparation de notre préjudice.',
      ),
      paragraph('Veuillez agréer, Madame, Monsieur, nos salutations distinguées.'),
    ],
    enclosures: enclosuresOf(cited),
  };
}

/** The second letter: the clause plays, or the contract is ended by notice, and why. */
export function composeTermination(draft: NoticeDraft, facts: TerminationFacts): NoticeLetter {
  const left = draft.breaches.filter((_, index) => facts.remaining.includes(index + 1));
  const cited = citedPieces(left, facts.pieces);
  return {
    kind: 'termination',
    ...frame(draft, facts),
    subject: `Résiliation du contrat «\u00a0${draft.contractTitle}\u00a0»`,
    blocks: [
      paragraph('Madame, Monsieur,'),
      paragraph(
        `Par notre lettre du ${frenchDay(facts.noticePostedOn)}, reçue le ${frenchDay(facts.receivedOn)}, nous vous avons mis en demeure de réparer vos manquements au contrat dans un délai de ${daysOf(draft.cureDays)} à compter de sa réception. Ce délai a expiré le ${frenchDay(facts.deadlineOn)}.`,
      ),
      heading('Manquements non réparés'),
      ...left.map((breach) =>
        paragraph(
          `${breach.obligation} (article ${breach.article}), manquement du ${dayOr(breach.on)}${piecesOf(breach, cited)}.`,
        ),
      ),
      ...(facts.reasons === '' ? [] : [paragraph(facts.reasons)]),
      heading('Résiliation'),
      ...(draft.basis === 'clause'
        ? [
            paragraph(
              `En application de la clause résolutoire de l’article ${draft.clauseArticle} du contrat, ainsi rédigée\u00a0:`,
            ),
            quote(draft.clauseWording),
            paragraph(
              `nous vous notifions la résiliation du contrat, à effet du ${frenchDay(facts.effectiveOn)}.`,
            ),
          ]
        : [
            paragraph(
              `L’inexécution persistant, nous vous notifions, en application de l’article 1226 du code civil, la résolution du contrat pour les raisons qui précèdent, à effet du ${frenchDay(facts.effectiveOn)}.`,
            ),
          ]),
      paragraph(
        'Nous vous demandons la restitution de toutes nos données et le maintien des accès nécessaires jusqu’à leur reprise complète. Nous réservons tous nos droits, dont celui de demander réparation de notre préjudice.',
      ),
      paragraph('Veuillez agréer, Madame, Monsieur, nos salutations distinguées.'),
    ],
    enclosures: enclosuresOf(cited),
  };
}

function frame(draft: NoticeDraft, { senderName, on }: LetterFacts) {
  return {
    sender: [senderName, ...linesOf(draft.senderAddress)],
    recipient: [draft.recipientName, ...linesOf(draft.recipientAddress)],
    channel: channels[draft.channel],
    dated: draft.place === '' ? `Le ${frenchDay(on)}` : `${draft.place}, le ${frenchDay(on)}`,
    signature: [draft.signatory, senderName].filter((line) => line !== ''),
  };
}

function contractOf({ contractTitle, contractSignedOn }: NoticeDraft): string {
  const signed = contractSignedOn === null ? '' : `, signé le ${frenchDay(contractSignedOn)},`;
  return `Le contrat «\u00a0${contractTitle}\u00a0»${signed}`;
}

function breachBlocks(breach: Breach, number: number, cited: readonly LetterPiece[]): LetterBlock[] {
  const argued =
    breach.substance === 'listed'
      ? 'Le contrat range cette obligation parmi ses obligations substantielles.'
      : `Cette inexécution est suffisamment grave (article 1224 du code civil)\u00a0: ${breach.gravity}`;
  return [
    heading(`Manquement ${number}, constaté le ${dayOr(breach.on)}`),
    paragraph(`Obligation\u00a0: ${breach.obligation} (article ${breach.article} du contrat).`),
    paragraph(`${breach.facts}${piecesOf(breach, cited)}`),
    paragraph(argued),
  ];
}

function consequence(draft: NoticeDraft): LetterBlock[] {
  if (draft.basis === 'art-1226') {
    return [
      paragraph(
        'Conformément à l’article 1226 du code civil, à défaut pour vous de satisfaire à vos obligations dans ce délai, nous serons en droit de résoudre le contrat.',
      ),
    ];
  }
  return [
    paragraph(
      `La présente mise en demeure vise expressément, au sens de l’article 1225 du code civil, la clause résolutoire de l’article ${draft.clauseArticle} du contrat, ainsi rédigée\u00a0:`,
    ),
    quote(draft.clauseWording),
    paragraph(
      'Faute d’exécution dans le délai ci-dessus, nous vous notifierons la résiliation du contrat par une seconde lettre.',
    ),
  ];
}

/** In the order in which the letter first names them. */
function citedPieces(breaches: readonly Breach[], pieces: readonly LetterPiece[]): LetterPiece[] {
  const order = [...new Set(breaches.flatMap(({ pieceIds }) => pieceIds))];
  return order.flatMap((id) => pieces.find((piece) => piece.id === id) ?? []);
}

function piecesOf({ pieceIds }: Breach, cited: readonly LetterPiece[]): string {
  const numbers = pieceIds
    .map((id) => cited.findIndex((piece) => piece.id === id) + 1)
    .filter((number) => number > 0)
    .sort((one, other) => one - other);
  if (numbers.length === 0) return '';
  return ` (${numbers.length === 1 ? 'pièce' : 'pièces'} n°\u00a0${numbers.join(', ')})`;
}

function enclosuresOf(cited: readonly LetterPiece[]): string[] {
  return cited.map(({ name, datedOn, sha256 }, index) => {
    const dated = datedOn === null ? '' : `, du ${frenchDay(datedOn)}`;
    return `Pièce n°\u00a0${index + 1}\u00a0: ${name}${dated} (SHA-256 ${sha256})`;
  });
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}

const daysOf = (days: number | null): string => `${days ?? '…'} ${days === 1 ? 'jour' : 'jours'}`;
const dayOr = (day: Day | null): string => (day === null ? '…' : frenchDay(day));
