import { Injectable } from '@nestjs/common';
import type { GivenAnswer } from '@probant/shared/answers/given-answer';
import { missesRows } from '@probant/shared/answers/required-rows';
import { validateAnswers } from '@probant/shared/answers/validate-answer';
import { fieldRefusal, pointer } from '@probant/shared/decision';
import type { AuditEvent } from '@probant/shared/audit/events';
import type { AssessmentId } from '@probant/shared/ids';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { accepted, fail } from '../../platform/http/problem.js';
import type { SaveAnswerRequest, SavedAnswersResponse } from './answers.dto.js';
import { KnownDocuments, type KnownDocument } from './known-documents.js';
import { PartSheets } from './part-sheets.service.js';
import { recordReconfirmations, type GivenAgain } from './record-reconfirmations.js';
import { readAnswers, refuseOutcome, rolesAllowed, Sheets, type CurrentAnswers } from './sheets.service.js';

const kinds = {
  answered: 'answer-saved',
  refused: 'answer-refused',
  na: 'not-applicable-claimed',
  cleared: 'answer-cleared',
} as const;

/** What save_answers says. */
type Outcome =
  | ({ readonly outcome: 'saved' } & SavedAnswersResponse)
  | { readonly outcome: 'stale'; readonly conflicts: readonly unknown[] }
  | { readonly outcome: 'key-reused'; readonly keys: readonly string[] }
  | { readonly outcome: 'closed' | 'changed' | 'signed-out' | 'not-found' | 'forbidden' };
const maxTries = 5;
const noAnswers: CurrentAnswers = { answers: {}, revisions: {} };

/** Saves answers: checked against the questionnaire that was sent, then written by one statement, all or nothing. */
@Injectable()
export class Answers {
  private readonly known = new KnownDocuments();

  constructor(
    private readonly source: DataSource,
    private readonly sheets: Sheets,
    private readonly parts: PartSheets,
    private readonly clock: Clock,
  ) {}

  async save(
    session: Buffer,
    assessmentId: AssessmentId,
    inputs: readonly SaveAnswerRequest[],
  ): Promise<SavedAnswersResponse> {
    for (let tries = 0; tries < maxTries; tries += 1) {
      const known =
        (tries === 0 ? this.known.find(assessmentId) : undefined) ?? (await this.load(session, assessmentId));
      const current = await this.currentFor(session, assessmentId, known, inputs);
      const answers = await this.check(session, assessmentId, { known, current, inputs });
      const result = await this.write(
        session,
        assessmentId,
        known,
        this.toItems(assessmentId, known, inputs, answers),
        seen(known, current, inputs),
        { inputs, answers },
      );
      switch (result.outcome) {
        case 'saved':
          return result;
        case 'closed':
          return fail('assessment-closed');
        case 'stale':
          return fail('stale-revision', { conflicts: result.conflicts });
        case 'key-reused':
          return refuseKeys(result.keys, inputs);
        case 'changed':
          break;
        default:
          refuseOutcome(result.outcome);
      }
    }
    return fail('unavailable');
  }

  private async load(session: Buffer, assessmentId: AssessmentId): Promise<KnownDocument> {
    const opened = await this.sheets.openAny(session, assessmentId, 'answers:write');
    return this.known.keep(assessmentId, opened.sha256, opened.documentText);
  }

  /** The answers that decide whether a question is asked; most questions are always asked and need no look. */
  private async currentFor(
    session: Buffer,
    assessmentId: AssessmentId,
    { parents }: KnownDocument,
    inputs: readonly SaveAnswerRequest[],
  ): Promise<CurrentAnswers> {
    if (inputs.every(({ questionId }) => (parents.get(questionId)?.size ?? 0) === 0)) return noAnswers;
    const opened = await this.sheets.openAny(session, assessmentId, 'answers:write', false);
    return opened.isPart ? this.parts.readAll(assessmentId, opened) : readAnswers(opened.sheetText);
  }

  private async check(
    session: Buffer,
    assessmentId: AssessmentId,
    {
      known,
      current,
      inputs,
    }: { known: KnownDocument; current: CurrentAnswers; inputs: readonly SaveAnswerRequest[] },
  ): Promise<Readonly<Record<string, GivenAnswer>>> {
    const decision = validateAnswers(
      known.document,
      current.answers,
      inputs.map((input) => ({ questionId: input.questionId, answer: answerOf(input) })),
      this.clock.now().toISOString(),
    );
    // Whoever may not see the assessment is told so, not what was wrong with the values.
    if (!decision.accepted) {
      const opened = await this.sheets.openAny(session, assessmentId, 'answers:write', false);
      if (opened.isPart) this.parts.refuseOthers(opened, inputs);
    }
    return accepted(decision);
  }

  private toItems(
    assessmentId: AssessmentId,
    { questions }: KnownDocument,
    inputs: readonly SaveAnswerRequest[],
    answers: Readonly<Record<string, GivenAnswer>>,
  ): string {
    return JSON.stringify(
      inputs.map((input) => {
        const answer = answers[input.questionId] ?? fail('internal-error');
        const comment = answer.comment ?? '';
        const justification = answer.state === 'na' ? answer.justification : '';
        const question = questions.get(input.questionId);
        const value = answer.state === 'answered' ? { value: answer.value } : {};
        const event: AuditEvent = {
          kind: kinds[answer.state],
          assessmentId,
          questionId: input.questionId,
          revision: input.revision + 1,
          answer: { state: answer.state, ...value, comment, justification },
          ...(input.reconfirms === undefined ? {} : { reconfirms: input.reconfirms }),
        };
        return {
          key: input.questionId,
          expected: input.revision,
          client: input.clientKey,
          kind: event.kind,
          state: answer.state,
          ...value,
          comment,
          justification,
          partial: question !== undefined && missesRows(question, answer) !== undefined,
          text: canonicalJson(event),
        };
      }),
    );
  }

  private async write(
    session: Buffer,
    assessmentId: AssessmentId,
    known: KnownDocument,
    items: string,
    seenRevisions: string,
    given: GivenAgain,
  ): Promise<Outcome> {
    const parameters = [
      session,
      assessmentId,
      rolesAllowed('answers:write'),
      known.sha256,
      seenRevisions,
      items,
    ];
    if (given.inputs.every(({ reconfirms }) => reconfirms === undefined))
      return callSave(this.source, parameters);
    // What is said again is told of beside the save, and the save stands only with it.
    return this.source.transaction(async (manager) => {
      const outcome = await callSave(manager, parameters);
      if (outcome.outcome !== 'saved') return outcome;
      await recordReconfirmations(manager, { ...given, assessmentId, known, now: this.clock.now() });
      return outcome;
    });
  }
}

async function callSave(source: Pick<DataSource, 'query'>, parameters: readonly unknown[]): Promise<Outcome> {
  const rows = await source.query<{ reply: Outcome }[]>(
    'SELECT save_answers($1, $2, $3, $4, $5, $6) AS reply',
    [...parameters],
  );
  return rows[0]?.reply ?? fail('internal-error');
}

/** The same key means the same save sent again; another answer under it would be lost without a word. */
function refuseKeys(keys: readonly string[], inputs: readonly SaveAnswerRequest[]): never {
  const errors = inputs.flatMap(({ questionId }, index) =>
    keys.includes(questionId)
      ? [fieldRefusal(pointer('answers', index, 'clientKey'), 'save-key-reused')]
      : [],
  );
  return fail('invalid-input', { errors });
}

function answerOf({ state, value, comment, justification }: SaveAnswerRequest): object {
  return {
    state,
    ...(value === undefined ? {} : { value }),
    ...(comment === undefined ? {} : { comment }),
    ...(justification === undefined ? {} : { justification }),
  };
}

/** Revisions of the parents that the checks looked at, except those this very save moves. */
function seen(
  { parents }: KnownDocument,
  current: CurrentAnswers,
  inputs: readonly SaveAnswerRequest[],
): string {
  const looked = new Set(inputs.flatMap(({ questionId }) => [...(parents.get(questionId) ?? [])]));
  return JSON.stringify(Object.fromEntries([...looked].map((key) => [key, current.revisions[key] ?? 0])));
}
