import { writeFile } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { exposureNotice } from '@probant/shared/exposure/notice';
import { PDF, type PdfRenderer } from '../../../platform/pdf/pdf-token.js';
import { ExposureRanges } from '../../exposure/exposure.public.js';
import { Library } from '../../library/library.public.js';
import { Scoring } from '../../scoring/scoring.public.js';
import type { ReportMaker, ReportMaking } from '../report-making.js';
import { filePdf } from './print-file.js';
import { fileSteps, readFile } from './read-file.js';

/** One engagement on paper, for those who decide on it or who sit across the table from its supplier. */
@Injectable()
export class SupplierFiles implements ReportMaker {
  constructor(
    private readonly library: Library,
    private readonly scoring: Scoring,
    private readonly exposures: ExposureRanges,
    @Inject(PDF) private readonly pdf: PdfRenderer,
  ) {}

  async make(making: ReportMaking): Promise<void> {
    const { engagementId, language, at, today, path, progress, organisationName: organisation } = making;
    if (engagementId === null) throw new Error('a supplier file is of one engagement');
    const { scoring, exposures } = this;
    const facts = await readFile(making, engagementId, { scoring, exposures });
    const print = {
      ...{ organisation, language, at, today, facts },
      document: facts.scored?.version.document ?? this.library.questionBank(),
      clauses: this.library.clauses(),
      findLesson: (id: string) => this.library.findLesson(id),
      notice: exposureNotice.text.map((text) => text[language]),
    };
    await writeFile(path, await this.pdf.render(filePdf(print)));
    progress(fileSteps, fileSteps);
  }
}
