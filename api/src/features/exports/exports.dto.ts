import { lists, type ListName } from '@probant/shared/audit/organisation-events';
import { languages, type Language } from '@probant/shared/questionnaires/document';
import { OneOf } from '../../platform/http/fields.js';

export const exportFormats = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** How a file is wanted. */
export class ExportFormatQuery {
  @OneOf(exportFormats) format!: ExportFormat;
  @OneOf(languages, { optional: true, description: 'Of headings and values; by default that of the account' })
  language?: Language;
}

export class ExportQuery extends ExportFormatQuery {
  @OneOf(lists) list!: ListName;
}
