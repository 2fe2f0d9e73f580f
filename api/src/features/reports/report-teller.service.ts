import { Inject, Injectable } from '@nestjs/common';
import type { OrganisationId } from '@probant/shared/ids';
import type { ReportKind } from '@probant/shared/reports/report';
import { CONFIG, type ServeConfig } from '../../platform/config/config-token.js';
import type { Tx } from '../../platform/database/work.js';
import { Mail } from '../../platform/mail/mail.js';
import { readReaders } from './report-schedules.service.js';
import { reportLetter } from './reports.letters.js';

interface Told {
  readonly organisationId: OrganisationId;
  readonly organisationName: string;
  readonly reportId: string;
  readonly kind: ReportKind;
  readonly recipients: string[] | null;
}

/** Letters to those whom a schedule names: with a link, since what a report holds is for those who are signed in. */
@Injectable()
export class ReportTeller {
  constructor(
    private readonly mail: Mail,
    @Inject(CONFIG) private readonly config: Pick<ServeConfig, 'publicUrl'>,
  ) {}

  /** How many were told. */
  async tell(tx: Tx, { organisationId, recipients, ...told }: Told): Promise<number> {
    if (recipients === null) return 0;
    const readers = await readReaders(tx, organisationId);
    const named = readers.filter(({ accountId }) => recipients.includes(accountId));
    for (const { name, email, language } of named) {
      await this.mail.post(tx, {
        ...{ organisationId, template: 'report', to: { address: email, name }, language },
        ...reportLetter(language, { ...told, publicUrl: this.config.publicUrl }),
      });
    }
    return named.length;
  }
}
