import { Inject, Injectable } from '@nestjs/common';
import { media } from '@probant/shared/evidence/media';
import { toRedline } from '@probant/shared/contracts/redline';
import type { EngagementId } from '@probant/shared/ids';
import type { Language } from '@probant/shared/questionnaires/document';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work } from '../../platform/database/work.js';
import { writeDocx } from '../../platform/docx/write-docx.js';
import { PDF, type PdfRenderer } from '../../platform/pdf/pdf-token.js';
import { Library } from '../library/library.public.js';
import type { RedlineFormat } from './contracts.dto.js';
import { getEngagement } from './own-engagement.js';
import { currentAssessments, findTerms } from './read-contract.js';
import { redlineDocx } from './redline-docx.js';
import { redlinePdf } from './redline-pdf.js';
import type { RedlineFile } from './redline-words.js';

export interface PrintedRedline {
  readonly content: Buffer;
  readonly type: string;
  readonly fileName: string;
}

/** The gaps of a contract with the wording that would close them, as a file for the other side. */
@Injectable()
export class Redlines {
  constructor(
    private readonly work: Work,
    private readonly library: Library,
    private readonly clock: Clock,
    @Inject(PDF) private readonly pdf: PdfRenderer,
  ) {}

  async print(
    scope: Scope,
    engagementId: EngagementId,
    { format, language }: { readonly format: RedlineFormat; readonly language: Language },
  ): Promise<PrintedRedline> {
    const file = await this.work.run(scope, async (tx): Promise<RedlineFile> => {
      const { organisationId, organisationName } = scope;
      const { engagementName, supplierName } = await getEngagement(tx, scope, engagementId);
      const terms = await findTerms(tx, organisationId, engagementId);
      const assessed = await currentAssessments(tx, organisationId, engagementId);
      const redline = toRedline(this.library.clauses(), assessed);
      const clauses = redline.groups.reduce((sum, { items }) => sum + items.length, 0);
      await tx.record({ kind: 'contract-redline-exported', engagementId, engagementName, format, clauses });
      return {
        ...{ redline, engagementName, supplierName, organisationName, language },
        contractTitle: terms?.terms.title ?? null,
        at: this.clock.now(),
      };
    });
    const name = language === 'fr' ? 'amendements' : 'redline';
    return {
      content:
        format === 'docx' ? await writeDocx(redlineDocx(file)) : await this.pdf.render(redlinePdf(file)),
      type: media[format].mime,
      fileName: `${name}-${this.clock.today()}.${format}`,
    };
  }
}
