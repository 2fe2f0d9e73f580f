import { Injectable } from '@nestjs/common';
import { findGiven, type GivenAnswer } from '@probant/shared/answers/given-answer';
import { findQuestion } from '@probant/shared/answers/visibility';
import { parisClock } from '@probant/shared/calendar';
import type { AssessmentId } from '@probant/shared/ids';
import { fieldDetail } from '@probant/shared/problems';
import type { Language } from '@probant/shared/questionnaires/document';
import type { SupplierQuestionnaire } from '@probant/shared/questionnaires/supplier-questionnaire';
import { answerInWords } from '@probant/shared/workbook/answer-in-words';
import { readAnswerBook, type BookRow } from '@probant/shared/workbook/read-answer-book';
import { toAnswerBook } from '@probant/shared/workbook/to-answer-book';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { fileSlug } from '../../platform/files/file-slug.js';
import { accepted, fail } from '../../platform/http/problem.js';
import type { Upload } from '../../platform/http/upload.js';
import { readAnswers, Sheets, type CurrentAnswers, type OpenedSheet } from '../answers/answers.public.js';
import { Tables } from '../imports/imports.public.js';
import { writeBook } from './write-book.js';
import type {
  WorkbookAnswerResponse,
  WorkbookPreviewResponse,
  WorkbookRowResponse,
} from './workbooks.dto.js';

interface SheetHead {
  readonly title: string;
  readonly buyerName: string;
  readonly versionNumber: number;
}

interface WrittenWorkbook {
  readonly content: Buffer;
  /** Says whose request it is: a supplier has several. */
  readonly name: string;
}

/** A request as a workbook, there and back; what comes back is shown and saved by the route that saves any answer. */
@Injectable()
export class Workbooks {
  constructor(
    private readonly sheets: Sheets,
    private readonly tables: Tables,
    private readonly clock: Clock,
  ) {}

  async write(session: Buffer, assessmentId: AssessmentId, language: Language): Promise<WrittenWorkbook> {
    const opened = await this.sheets.open(session, assessmentId, 'answers:read');
    const { title, buyerName, versionNumber } = JSON.parse(opened.sheetText) as SheetHead;
    const head = {
      request: title,
      buyerName,
      versionNumber,
      documentSha256: opened.sha256,
      exportedAt: parisClock(this.clock.now().toISOString()),
    };
    const book = toAnswerBook(documentOf(opened), readAnswers(opened.sheetText).answers, head, language);
    return { content: await writeBook(book, language), name: `${fileSlug(`${buyerName} ${title}`)}.xlsx` };
  }

  async require(session: Buffer, assessmentId: AssessmentId): Promise<void> {
    await this.sheets.open(session, assessmentId, 'answers:write', false);
  }

  async preview(
    scope: Scope,
    session: Buffer,
    assessmentId: AssessmentId,
    upload: Upload<{ readonly language?: Language }>,
  ): Promise<WorkbookPreviewResponse> {
    const opened = await this.sheets.open(session, assessmentId, 'answers:write');
    const sheets = accepted(await this.tables.read(scope, upload));
    const document = documentOf(opened);
    const current = readAnswers(opened.sheetText);
    const reading = readAnswerBook(
      sheets.map(({ name, rows }) => ({
        name,
        rows: rows.map(({ number, cells }) => ({
          row: number,
          cells: cells.flatMap((text, index) => (text === '' ? [] : [{ column: index + 1, text }])),
        })),
      })),
      {
        document,
        documentSha256: opened.sha256,
        answers: current.answers,
        asOf: this.clock.now().toISOString(),
      },
    );
    if (reading === undefined) return fail('workbook-without-answers');
    return {
      version: reading.version,
      rows: reading.rows.map((row) =>
        toRow(row, {
          document,
          current,
          language: upload.fields.language ?? scope.language,
        }),
      ),
      unknownColumns: reading.unknownColumns.map((column) => ({ ...column })),
    };
  }
}

function documentOf({ documentText }: OpenedSheet): SupplierQuestionnaire {
  return JSON.parse(documentText) as SupplierQuestionnaire;
}

interface RowFrame {
  readonly document: SupplierQuestionnaire;
  readonly current: CurrentAnswers;
  readonly language: Language;
}

function toRow(row: BookRow, { document, current, language }: RowFrame): WorkbookRowResponse {
  const { change, questionId, place, answer, problem, text = '' } = row;
  const question = findQuestion(document, questionId);
  const standing = findGiven(current.answers, questionId);
  const inWords = (given: GivenAnswer | undefined): string =>
    question === undefined || given === undefined ? '' : answerInWords(question, given, language);
  return {
    change,
    questionId,
    text: question === undefined ? text : question.text[language],
    place,
    before: inWords(standing),
    after: inWords(answer),
    answer: answer === undefined ? null : toAnswer(answer),
    revision: current.revisions[questionId] ?? 0,
    problem: problem === undefined ? null : fieldDetail(problem, language),
  };
}

function toAnswer(given: GivenAnswer): WorkbookAnswerResponse {
  return {
    state: given.state,
    value: given.state === 'answered' ? given.value : null,
    comment: given.comment ?? '',
    justification: given.state === 'na' ? given.justification : '',
  };
}
