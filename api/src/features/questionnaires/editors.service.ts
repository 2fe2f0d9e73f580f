import { Injectable } from '@nestjs/common';
import type { QuestionnaireId } from '@probant/shared/ids';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import type { EditorRequest, EditorsResponse } from './drafts.dto.js';

/** A tab that has not spoken for so long is closed, asleep or without a network. */
const presentMs = 20_000;

/** Who has a draft open: nothing that is kept, and no act of anybody. */
@Injectable()
export class Editors {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  announce(
    scope: Scope,
    id: QuestionnaireId,
    { tabId, place, leaving = false }: EditorRequest,
  ): Promise<EditorsResponse> {
    return this.work.run(scope, async (tx) => {
      const { organisationId } = scope;
      const { draft_revision: revision } = await tx.get<{ draft_revision: number }>(
        'SELECT draft_revision FROM questionnaires WHERE organisation_id = $1 AND id = $2',
        [organisationId, id],
      );
      const now = this.clock.now();
      await this.forget(tx, scope, id, { tabId, since: new Date(now.getTime() - presentMs) });
      if (!leaving) {
        await tx.query(
          `INSERT INTO questionnaire_editors (organisation_id, questionnaire_id, tab_id, account_id, account_name, place, seen_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7)
           ON CONFLICT (organisation_id, questionnaire_id, tab_id) DO UPDATE
             SET account_id = $4, account_name = $5, place = $6, seen_at = $7`,
          [organisationId, id, tabId, scope.accountId, scope.accountName, place, now],
        );
      }
      const others = await tx.query<{ name: string; place: string; self: boolean }>(
        `SELECT account_name AS name, place, account_id = $4 AS self FROM questionnaire_editors
         WHERE organisation_id = $1 AND questionnaire_id = $2 AND tab_id <> $3 ORDER BY account_name, tab_id`,
        [organisationId, id, tabId, scope.accountId],
      );
      return { revision, others };
    });
  }

  /** The tab itself, and those that have fallen silent. */
  private async forget(
    tx: Tx,
    { organisationId }: Scope,
    id: QuestionnaireId,
    { tabId, since }: { readonly tabId: string; readonly since: Date },
  ): Promise<void> {
    await tx.query(
      'DELETE FROM questionnaire_editors WHERE organisation_id = $1 AND questionnaire_id = $2 AND (tab_id = $3 OR seen_at < $4)',
      [organisationId, id, tabId, since],
    );
  }
}
