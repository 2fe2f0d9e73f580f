import { Inject, Injectable } from '@nestjs/common';
import type { Decision } from '@probant/shared/decision';
import path from 'node:path';
import type { Scope } from '../../platform/access/scope.js';
import { CONFIG, type ServeConfig } from '../../platform/config/config-token.js';
import type { Upload } from '../../platform/http/upload.js';
import { createTableReader, type TableReader } from '../../platform/tables/read-table.js';
import type { TableSheet } from '../../platform/tables/table.js';

/** Reads an upload as sheets; it is scanned first, like every file. */
@Injectable()
export class Tables {
  private readonly reader: TableReader;

  constructor(@Inject(CONFIG) config: ServeConfig) {
    this.reader = createTableReader({
      workFolder: path.join(config.dataFolder, 'files', 'uploads'),
      clamd: config.clamd ?? undefined,
    });
  }

  read(
    { organisationId }: Pick<Scope, 'organisationId'>,
    { received, fileName }: Upload<object>,
  ): Promise<Decision<readonly TableSheet[]>> {
    return this.reader.read(received, fileName, organisationId);
  }
}
