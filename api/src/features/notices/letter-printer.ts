import { Inject, Injectable } from '@nestjs/common';
import { media } from '@probant/shared/evidence/media';
import { letterKinds, type LetterKind } from '@probant/shared/notices/letter';
import type { FastifyReply } from 'fastify';
import { found } from '../../platform/http/problem.js';
import { PDF, type PdfRenderer } from '../../platform/pdf/pdf-token.js';
import { letterPdf } from './letter-pdf.js';
import type { PrintableLetter } from './notices.service.js';

const fileNames: Readonly<Record<LetterKind, string>> = {
  'formal-notice': 'mise-en-demeure',
  termination: 'resiliation',
};

/** A letter as a file, for either side. */
@Injectable()
export class LetterPrinter {
  constructor(@Inject(PDF) private readonly pdf: PdfRenderer) {}

  async send(
    reply: FastifyReply,
    asked: string,
    read: (kind: LetterKind) => Promise<PrintableLetter>,
  ): Promise<void> {
    const kind = found(letterKinds.find((one) => one === asked));
    const content = await this.pdf.render(letterPdf(await read(kind)));
    await reply
      .header('cache-control', 'private, no-store')
      .header('content-disposition', `attachment; filename="${fileNames[kind]}.pdf"`)
      .type(media.pdf.mime)
      .send(content);
  }
}
