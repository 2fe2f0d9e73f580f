import { Injectable } from '@nestjs/common';
import type { Decision } from '@probant/shared/decision';
import type { QuestionnaireId } from '@probant/shared/ids';
import { maxCounts } from '@probant/shared/limits';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import { hashContent } from '@probant/shared/questionnaires/content-hash';
import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import type { StepConflict } from '@probant/shared/questionnaires/draft/apply-steps';
import { decideSteps } from '@probant/shared/questionnaires/draft/decide-steps';
import { touchedBy, type DraftStep } from '@probant/shared/questionnaires/draft/draft-step';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { accepted, fail } from '../../platform/http/problem.js';
import type { DraftStepsRequest, DraftStepsResponse } from './drafts.dto.js';
import { QuestionnaireEntity } from './questionnaires.entity.js';
import { Questionnaires } from './questionnaires.service.js';

/** Edits of a draft that several authors have open: what touches different things merges, the same thing is asked about. */
@Injectable()
export class Drafts {
  constructor(
    private readonly work: Work,
    private readonly questionnaires: Questionnaires,
    private readonly clock: Clock,
  ) {}

  put(scope: Scope, id: QuestionnaireId, request: DraftStepsRequest): Promise<DraftStepsResponse> {
    const steps = checkedList(request.steps);
    return this.work.run(scope, async (tx) => {
      const questionnaire = await tx.lock(QuestionnaireEntity, { organisationId: scope.organisationId, id });
      const savedAt =
        (await findEdit(tx, questionnaire, { clientKey: request.clientKey, steps })) ??
        (await this.apply(tx, scope, questionnaire, { clientKey: request.clientKey, steps }));
      const revision = questionnaire.draftRevision;
      const alone = revision === request.seen + 1 && request.whole !== true;
      return {
        revision,
        savedAt: savedAt.toISOString(),
        questionnaire: alone ? null : await this.questionnaires.describe(tx, scope, questionnaire),
      };
    });
  }

  private async apply(
    tx: Tx,
    scope: Scope,
    questionnaire: QuestionnaireEntity,
    { clientKey, steps }: { readonly clientKey: string; readonly steps: readonly object[] },
  ): Promise<Date> {
    const ground = await this.questionnaires.groundOf(tx, questionnaire);
    const decision = decideSteps(ground, steps);
    const draft = accepted(await withAuthors(tx, questionnaire, decision, steps));
    const now = this.clock.now();
    Object.assign(questionnaire, {
      draft,
      title: draft.title,
      draftRevision: questionnaire.draftRevision + 1,
      updatedAt: now,
    });
    await tx.save(questionnaire, {
      kind: 'questionnaire-changed',
      questionnaireId: questionnaire.id,
      title: draft.title.fr,
      revision: questionnaire.draftRevision,
      documentSha256: hashContent(draft, sha256).sha256,
    });
    // Steps that were decided are steps.
    const touched = [...new Set((steps as readonly DraftStep[]).flatMap(touchedBy))];
    await tx.query(
      `INSERT INTO questionnaire_edits
         (organisation_id, questionnaire_id, revision, client_key, steps_sha256, account_id, account_name, touched, edited_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        scope.organisationId,
        questionnaire.id,
        questionnaire.draftRevision,
        clientKey,
        hashOfSteps(steps),
        scope.accountId,
        scope.accountName,
        touched,
        now,
      ],
    );
    return now;
  }
}

function checkedList(steps: unknown): readonly object[] {
  if (!Array.isArray(steps)) fail('invalid-input', { errors: [{ pointer: '/steps', code: 'wrong-type' }] });
  if (steps.length === 0) fail('invalid-input', { errors: [{ pointer: '/steps', code: 'required' }] });
  if (steps.length > maxCounts.stepsPerEdit) {
    const params = { max: maxCounts.stepsPerEdit };
    fail('invalid-input', { errors: [{ pointer: '/steps', code: 'too-many', params }] });
  }
  // What each of them is, the rule looks at.
  return steps as readonly object[];
}

const hashOfSteps = (steps: readonly object[]): string => sha256(canonicalJson(steps));

/** When the same edit was applied, if it was. A key that another edit was sent under is refused: it would be lost as if it were saved. */
async function findEdit(
  tx: Tx,
  { organisationId, id }: QuestionnaireEntity,
  { clientKey, steps }: { readonly clientKey: string; readonly steps: readonly object[] },
): Promise<Date | undefined> {
  const [edit] = await tx.query<{ edited_at: Date; steps_sha256: string }>(
    `SELECT edited_at, steps_sha256 FROM questionnaire_edits
     WHERE organisation_id = $1 AND questionnaire_id = $2 AND client_key = $3`,
    [organisationId, id, clientKey],
  );
  if (edit !== undefined && edit.steps_sha256 !== hashOfSteps(steps))
    fail('invalid-input', { errors: [{ pointer: '/clientKey', code: 'save-key-reused' }] });
  return edit?.edited_at;
}

/** Conflicts with who made the other change, and when. */
async function withAuthors(
  tx: Tx,
  questionnaire: QuestionnaireEntity,
  decision: Decision<QuestionnaireDocument>,
  steps: readonly object[],
): Promise<Decision<QuestionnaireDocument>> {
  if (decision.accepted || decision.refusal.code !== 'edit-conflict') return decision;
  // The rule tells conflicts of steps that it has checked.
  const conflicts = (decision.refusal.conflicts ?? []) as readonly StepConflict[];
  const told: object[] = [];
  for (const conflict of conflicts) {
    const step = steps[conflict.index] as DraftStep;
    told.push({ ...conflict, ...(await lastEdit(tx, questionnaire, touchedBy(step))) });
  }
  return { accepted: false, refusal: { ...decision.refusal, conflicts: told } };
}

/** Of two names where one begins the other, the shorter holds the longer. */
async function lastEdit(
  tx: Tx,
  { organisationId, id }: QuestionnaireEntity,
  touched: readonly string[],
): Promise<{ readonly by: string | null; readonly at: string | null }> {
  const [edit] = await tx.query<{ account_name: string; edited_at: Date }>(
    `SELECT e.account_name, e.edited_at FROM questionnaire_edits e
     WHERE e.organisation_id = $1 AND e.questionnaire_id = $2 AND EXISTS (
       SELECT 1 FROM unnest(e.touched) AS theirs(name), unnest($3::text[]) AS mine(name)
       WHERE starts_with(theirs.name, mine.name) OR starts_with(mine.name, theirs.name))
     ORDER BY e.revision DESC LIMIT 1`,
    [organisationId, id, touched],
  );
  return { by: edit?.account_name ?? null, at: edit?.edited_at.toISOString() ?? null };
}
