import { Injectable } from '@nestjs/common';
import type { QuestionnaireId, VersionId } from '@probant/shared/ids';
import { hashContent } from '@probant/shared/questionnaires/content-hash';
import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import type { Scope } from '../../platform/access/scope.js';
import { Work } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { writeDocumentYaml } from '../../platform/imports/write-document.js';
import { Versions } from '../questionnaires/questionnaires.public.js';
import type { documentFormats } from './questionnaire-imports.dto.js';

export type DocumentFormat = (typeof documentFormats)[number];

export interface DocumentFile {
  readonly name: string;
  readonly text: string;
  readonly type: string;
}

/** A questionnaire as a file of ours: JSON is its canonical text, byte for byte; YAML says the same to a person. */
@Injectable()
export class DocumentFiles {
  constructor(
    private readonly work: Work,
    private readonly versions: Versions,
  ) {}

  async ofDraft(scope: Scope, id: QuestionnaireId, format: DocumentFormat): Promise<DocumentFile> {
    const { draft, code } = await this.work.run(scope, (tx) =>
      tx.get<{ draft: QuestionnaireDocument; code: string }>(
        'SELECT draft, code FROM questionnaires WHERE organisation_id = $1 AND id = $2',
        [scope.organisationId, id],
      ),
    );
    return toFile(`${code}-brouillon`, hashContent(draft, sha256).text, format);
  }

  async ofVersion(
    scope: Scope,
    questionnaireId: QuestionnaireId,
    id: VersionId,
    format: DocumentFormat,
  ): Promise<DocumentFile> {
    const { code, number, documentText } = await this.versions.read(scope, questionnaireId, id);
    return toFile(`${code}-v${number}`, documentText, format);
  }
}

function toFile(name: string, text: string, format: DocumentFormat): DocumentFile {
  return format === 'json'
    ? { name: `${name}.json`, text, type: 'application/json; charset=utf-8' }
    : { name: `${name}.yaml`, text: writeDocumentYaml(text), type: 'application/yaml; charset=utf-8' };
}
