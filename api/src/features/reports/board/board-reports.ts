import { writeFile } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { exposureNotice } from '@probant/shared/exposure/notice';
import { PDF, type PdfRenderer } from '../../../platform/pdf/pdf-token.js';
import { ExposureRanges } from '../../exposure/exposure.public.js';
import { Library } from '../../library/library.public.js';
import type { ReportMaker, ReportMaking } from '../report-making.js';
import { boardPdf } from './print-board.js';
import { boardSteps, readBoard } from './read-board.js';

/** What a board reads before it meets. */
@Injectable()
export class BoardReports implements ReportMaker {
  constructor(
    private readonly library: Library,
    private readonly exposures: ExposureRanges,
    @Inject(PDF) private readonly pdf: PdfRenderer,
  ) {}

  async make(making: ReportMaking): Promise<void> {
    const { language, at, path, progress, organisationName: organisation } = making;
    const facts = await readBoard(making, this.exposures);
    const document = this.library.questionBank();
    const findLesson = (id: string) => this.library.findLesson(id);
    const notice = exposureNotice.text.map((text) => text[language]);
    await writeFile(
      path,
      await this.pdf.render(boardPdf({ organisation, language, at, facts, document, findLesson, notice })),
    );
    progress(boardSteps, boardSteps);
  }
}
