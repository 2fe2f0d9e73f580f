import type { Submission } from '@probant/shared/assessments/submit';
import type { Language } from '@probant/shared/questionnaires/document';
import type { PdfDocument } from '../../platform/pdf/render-pdf.js';
import type { ReceiptResponse } from './submissions.dto.js';

export interface KeptSubmission {
  readonly id: string;
  readonly sha256: string;
  readonly title: string;
  readonly submission: Submission;
}

/** What proves what was said and when: the hash of the frozen text, and those of the pieces. */
export function toReceipt({ id, sha256, title, submission }: KeptSubmission): ReceiptResponse {
  const { questionnaire } = submission;
  return {
    format: 1,
    assessmentId: submission.assessmentId,
    submissionId: id,
    number: submission.number,
    submittedAt: submission.submittedAt,
    title,
    buyer: submission.buyer.name,
    supplier: submission.supplier.name,
    attestedBy: submission.attestedBy.name,
    questionnaire: `${questionnaire.code} version ${questionnaire.version}`,
    questionnaireSha256: questionnaire.documentSha256,
    answers: Object.keys(submission.answers).length,
    authors: Object.entries(submission.authors ?? {}).map(([questionId, { by, at }]) => ({
      questionId,
      savedBy: by.name,
      savedAt: at,
    })),
    pieces: filesOf(submission),
    submissionSha256: sha256,
  };
}

/** A file that stands beside several answers as several pieces is one entry. */
function filesOf({ pieces }: Submission): ReceiptResponse['pieces'] {
  return pieces
    .filter(
      (piece, index) =>
        pieces.findIndex(({ name, sha256 }) => name === piece.name && sha256 === piece.sha256) === index,
    )
    .map(({ name, sha256, bytes }) => ({ name, sha256, bytes }));
}

const words = {
  fr: {
    title: 'Accusé de remise',
    number: (number: number) => `Remise n° ${number}`,
    labels: [
      'Demande',
      'Acheteur',
      'Fournisseur',
      'Attesté par',
      'Date et heure',
      'Questionnaire',
      'Réponses',
      'Empreinte sha256 de la remise',
    ],
    pieces: 'Pièces jointes',
    none: 'Aucune pièce.',
    footer: 'Probant : cet accusé prouve ce qui a été remis et quand.',
    attestation: 'La personne nommée a attesté l’exactitude des réponses à la date indiquée.',
  },
  en: {
    title: 'Submission receipt',
    number: (number: number) => `Submission no. ${number}`,
    labels: [
      'Request',
      'Buyer',
      'Supplier',
      'Attested by',
      'Date and time',
      'Questionnaire',
      'Answers',
      'sha256 of the submission',
    ],
    pieces: 'Pieces attached',
    none: 'No piece.',
    footer: 'Probant: this receipt proves what was submitted and when.',
    attestation: 'The person named attested on the date shown that the answers are accurate.',
  },
} as const;

export function printReceipt(receipt: ReceiptResponse, language: Language): PdfDocument {
  const text = words[language];
  const at = new Date(receipt.submittedAt);
  const instant = new Intl.DateTimeFormat(language, {
    dateStyle: 'long',
    timeStyle: 'long',
    timeZone: 'Europe/Paris',
  }).format(at);
  const values = [
    receipt.title,
    receipt.buyer,
    receipt.supplier,
    receipt.attestedBy,
    instant,
    `${receipt.questionnaire} (sha256 ${receipt.questionnaireSha256})`,
    String(receipt.answers),
    receipt.submissionSha256,
  ];
  return {
    title: `${text.title}, ${receipt.title}`,
    language,
    createdAt: at,
    footer: text.footer,
    content: [
      { text: text.title, style: 'h1', headlineLevel: 1 },
      { text: text.number(receipt.number), margin: [0, 0, 0, 12] },
      {
        layout: 'lightHorizontalLines',
        table: { widths: [130, '*'], body: text.labels.map((label, index) => [label, values[index] ?? '']) },
      },
      { text: text.attestation, margin: [0, 12, 0, 12] },
      { text: text.pieces, style: 'h2', headlineLevel: 2 },
      ...(receipt.pieces.length === 0
        ? [{ text: text.none }]
        : receipt.pieces.map(({ name, sha256 }) => ({
            text: `${name}\nsha256 ${sha256}`,
            margin: [0, 4, 0, 4] as [number, number, number, number],
          }))),
    ],
  };
}
