import { Injectable } from '@nestjs/common';
import type { GivenAnswer } from '@probant/shared/answers/given-answer';
import type { AssessmentId } from '@probant/shared/ids';
import { can, type Action, type Role } from '@probant/shared/permissions';
import { DataSource } from 'typeorm';
import { fail } from '../../platform/http/problem.js';
import type { SheetAnswerResponse } from './answers.dto.js';

interface OpenedRow {
  readonly outcome: string;
  readonly document_sha256: string;
  readonly document_text: string | null;
  readonly sheet: string;
}

export interface OpenedSheet {
  readonly sha256: string;
  /** Canonical JSON of the questionnaire; empty when it was not asked for. */
  readonly documentText: string;
  readonly sheetText: string;
  /** Whether it is the sheet of a colleague who was handed a part: its rows are those of the part already. */
  readonly isPart: boolean;
}

/** Whose session a statement that finds it may be. */
const answeringRoles: readonly Role[] = ['supplier-admin', 'contributor', 'delegate'];

export interface CurrentAnswers {
  readonly answers: Readonly<Record<string, GivenAnswer>>;
  readonly revisions: Readonly<Record<string, number>>;
}

export function rolesAllowed(action: Action): string[] {
  return answeringRoles.filter((role) => can(role, action));
}

/** Ends the request as the guard would have, when a statement that finds the session itself refused. */
export function refuseOutcome(outcome: string): never {
  if (outcome === 'signed-out') return fail('not-signed-in');
  if (outcome === 'forbidden') return fail('not-permitted');
  return fail('not-found');
}

/** The supplier's sheet, read in one statement that also finds the session and checks the role. */
@Injectable()
export class Sheets {
  constructor(private readonly source: DataSource) {}

  /** For members: a colleague who was handed a part finds no whole sheet. */
  async open(
    session: Buffer,
    assessmentId: AssessmentId,
    action: Action,
    withDocument = true,
  ): Promise<OpenedSheet> {
    const opened = await this.openAny(session, assessmentId, action, withDocument);
    return opened.isPart ? fail('not-found') : opened;
  }

  /** For members and for colleagues with a part alike: the caller looks at `isPart`. */
  async openAny(
    session: Buffer,
    assessmentId: AssessmentId,
    action: Action,
    withDocument = true,
  ): Promise<OpenedSheet> {
    const rows = await this.source.query<OpenedRow[]>('SELECT * FROM open_sheet($1, $2, $3, $4)', [
      session,
      assessmentId,
      rolesAllowed(action),
      withDocument,
    ]);
    const row = rows[0] ?? fail('not-found');
    if (row.outcome !== 'open' && row.outcome !== 'part') refuseOutcome(row.outcome);
    return {
      sha256: row.document_sha256,
      documentText: row.document_text ?? '',
      sheetText: row.sheet,
      isPart: row.outcome === 'part',
    };
  }
}

/** The sheet's answers by question, as the rules of shared take them. */
export function readAnswers(sheetText: string): CurrentAnswers {
  const { answers } = JSON.parse(sheetText) as { answers: SheetAnswerResponse[] };
  return readGiven(answers);
}

export function readGiven(answers: readonly SheetAnswerResponse[]): CurrentAnswers {
  return {
    answers: Object.fromEntries(answers.map((answer) => [answer.questionId, toGivenAnswer(answer)])),
    revisions: Object.fromEntries(answers.map((answer) => [answer.questionId, answer.revision])),
  };
}

export function toGivenAnswer(
  row: Pick<SheetAnswerResponse, 'state' | 'value' | 'comment' | 'justification'>,
): GivenAnswer {
  const comment = row.comment === '' ? {} : { comment: row.comment };
  if (row.state === 'answered') return { state: row.state, value: row.value as never, ...comment };
  if (row.state === 'na') return { state: row.state, justification: row.justification, ...comment };
  return { state: row.state, ...comment };
}
