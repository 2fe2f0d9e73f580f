import type { LetterBlock, NoticeLetter } from '@probant/shared/notices/letter';
import type { Content } from 'pdfmake/interfaces.js';
import type { PdfDocument } from '../../platform/pdf/render-pdf.js';

interface Printed {
  readonly letter: NoticeLetter;
  readonly at: Date;
  /** Of the text as it was posted; none while it is a draft, which says so on every page. */
  readonly sha256: string | null;
}

/** A letter as it is signed and posted, in French. */
export function letterPdf({ letter, at, sha256 }: Printed): PdfDocument {
  const { sender, recipient, channel, dated, subject, blocks, signature, enclosures } = letter;
  return {
    title: subject,
    language: 'fr',
    createdAt: at,
    footer: sha256 === null ? 'Projet, à relire par un conseil' : `SHA-256 du texte ${sha256}`,
    content: [
      ...(sha256 === null ? [{ text: 'PROJET', bold: true, margin: [0, 0, 0, 8] } satisfies Content] : []),
      ...sender.map((text): Content => ({ text })),
      { stack: recipient.map((text) => ({ text })), margin: [260, 18, 0, 0] },
      { text: dated, margin: [260, 14, 0, 0] },
      { text: channel, bold: true, margin: [0, 14, 0, 0] },
      { text: `Objet\u00a0: ${subject}`, bold: true, headlineLevel: 1, margin: [0, 4, 0, 10] },
      ...blocks.map(blockContent),
      { stack: signature.map((text) => ({ text })), margin: [260, 24, 0, 0] },
      ...(enclosures.length === 0
        ? []
        : [
            {
              // A heading alone at the foot of a page says nothing; a long list has to break somewhere.
              unbreakable: enclosures.length <= 10,
              stack: [
                { text: 'Pièces jointes', style: 'heading', headlineLevel: 2 },
                { ul: [...enclosures], fontSize: 9 },
              ],
            } satisfies Content,
          ]),
    ],
  };
}

function blockContent({ kind, text }: LetterBlock): Content {
  if (kind === 'heading') return { text, style: 'heading', headlineLevel: 2 };
  if (kind === 'quote') return { text, italics: true, margin: [18, 0, 18, 6] };
  return { text, margin: [0, 0, 0, 6] };
}
