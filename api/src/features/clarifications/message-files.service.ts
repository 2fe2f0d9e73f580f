import { Injectable } from '@nestjs/common';
import type { Party } from '@probant/shared/assessments/clarification';
import type { AssessmentId } from '@probant/shared/ids';
import { reaches, type Scope } from '../../platform/access/scope.js';
import { Files } from '../../platform/files/files.js';
import { accepted, fail } from '../../platform/http/problem.js';
import type { Upload } from '../../platform/http/upload.js';
import { Clarifications } from './clarifications.service.js';
import type { MessageFileRequest, ThreadsResponse } from './clarifications.dto.js';

/** A message that brings a file: scanned as every piece is, kept by the side that sends it, read by both. */
@Injectable()
export class MessageFiles {
  constructor(
    private readonly clarifications: Clarifications,
    private readonly files: Files,
  ) {}

  async send(
    scope: Scope,
    party: Party,
    id: AssessmentId,
    { received, fileName, fields }: Upload<MessageFileRequest>,
  ): Promise<ThreadsResponse> {
    if (!reaches(scope, fields.questionId)) {
      await received.discard();
      fail('not-found');
    }
    const taken = accepted(await this.files.examine(received, fileName, scope.organisationId));
    try {
      await this.files.store.keep(
        { organisationId: scope.organisationId, sha256: received.sha256 },
        received,
      );
      const { questionId, body = '', mentions = [] } = fields;
      return await this.clarifications.post(scope, party, id, { questionId, body, mentions }, taken);
    } finally {
      await received.discard();
    }
  }
}
