import { Injectable } from '@nestjs/common';
import { documentOfPart } from '@probant/shared/delegations/part';
import type { AssessmentId, OrganisationId } from '@probant/shared/ids';
import type { SupplierQuestionnaire } from '@probant/shared/questionnaires/supplier-questionnaire';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { fail } from '../../platform/http/problem.js';
import type { SheetAnswerResponse, SheetStateResponse } from './answers.dto.js';
import { readGiven, type CurrentAnswers, type OpenedSheet } from './sheets.service.js';

interface OpenedPart extends SheetStateResponse {
  readonly part: { readonly organisationId: OrganisationId; readonly questionIds: string[] };
}

/** The sheet of a colleague who was handed a part of a request. */
@Injectable()
export class PartSheets {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  /** JSON of `SheetResponse`: row security left the rows of the part, the questionnaire is cut down to it here. */
  async read(assessmentId: AssessmentId, opened: OpenedSheet): Promise<string> {
    const { part, ...sheet } = toPart(opened);
    const { answers } = await this.readAll(assessmentId, opened);
    // The boundary: the text is what was built when the request was sent.
    const document = JSON.parse(opened.documentText) as SupplierQuestionnaire;
    const cut = documentOfPart(document, new Set(part.questionIds), answers, this.clock.today());
    const saved = sheet.answers.map(({ savedAt }) => savedAt).toSorted();
    return JSON.stringify({
      document: cut,
      sheet: {
        ...sheet,
        part: { questionIds: part.questionIds },
        // Of the whole sheet, and of what the buyer wrote to whoever answers for the supplier, a part tells nothing.
        message: '',
        buyerContact: '',
        submissions: 0,
        revision: 0,
        lastSavedAt: saved.at(-1) ?? null,
      },
    });
  }

  /** All the answers, to settle whether a question of the part is asked; they never leave the program. */
  readAll(assessmentId: AssessmentId, opened: OpenedSheet): Promise<CurrentAnswers> {
    const { organisationId } = toPart(opened).part;
    return this.work.runFor(organisationId, (tx) => readSheetAnswers(tx, organisationId, assessmentId));
  }

  /** A question of another part is as unknown as one that does not exist. */
  refuseOthers(opened: OpenedSheet, inputs: readonly { readonly questionId: string }[]): void {
    const { questionIds } = toPart(opened).part;
    if (!inputs.every(({ questionId }) => questionIds.includes(questionId))) fail('not-found');
  }
}

/** The answers of a sheet as the rules of shared take them, in a transaction of whoever may see them. */
export async function readSheetAnswers(
  tx: Tx,
  organisationId: OrganisationId,
  assessmentId: AssessmentId,
): Promise<CurrentAnswers> {
  const rows = await tx.query<SheetAnswerResponse>(
    `SELECT question_key AS "questionId", state, value, comment, justification, revision FROM working_answers
     WHERE supplier_organisation_id = $1 AND assessment_id = $2`,
    [organisationId, assessmentId],
  );
  return readGiven(rows);
}

/** The boundary: the statement that opened the sheet says whose part it is. */
function toPart({ sheetText }: OpenedSheet): OpenedPart {
  return JSON.parse(sheetText) as OpenedPart;
}
