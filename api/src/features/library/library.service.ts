import { Injectable } from '@nestjs/common';
import { compileRules, type CompiledRules } from '@probant/shared/contracts/clause-rules';
import type { ReplayCase } from '@probant/shared/library/case';
import { findCitations, findNeighbours, type Citations } from '@probant/shared/library/citations';
import type { Clause } from '@probant/shared/library/clause-library';
import type { Teachings } from '@probant/shared/library/teachings';
import type {
  Lesson,
  Localised,
  QuestionnaireDocument,
  Source,
} from '@probant/shared/questionnaires/document';
import {
  readCases,
  readClauseLibrary,
  readClauseRules,
  readQuestionBank,
  readTeachings,
} from '../../platform/library/library-files.js';
import type { LessonResponse } from './library.dto.js';

export interface SourcedLesson {
  readonly lesson: Lesson;
  readonly source: Source | null;
  readonly teaching: Localised;
}

/** The content that the product brings along; read once, the same for every organisation. */
@Injectable()
export class Library {
  private bank: QuestionnaireDocument | undefined;
  private replays: readonly ReplayCase[] | undefined;
  private clauseLibrary: readonly Clause[] | undefined;
  private teachings: Teachings | undefined;
  private passageRules: CompiledRules | undefined;

  questionBank(): QuestionnaireDocument {
    this.bank ??= readQuestionBank();
    return this.bank;
  }

  cases(): readonly ReplayCase[] {
    this.replays ??= readCases();
    return this.replays;
  }

  /** The rules that propose passages of a contract for the clauses. */
  clauseRules(): CompiledRules {
    this.passageRules ??= compileRules(readClauseRules());
    return this.passageRules;
  }

  lessons(): readonly Lesson[] {
    return this.questionBank().lessons;
  }

  sources(): readonly Source[] {
    return this.questionBank().sources;
  }

  clauses(): readonly Clause[] {
    this.clauseLibrary ??= readClauseLibrary();
    return this.clauseLibrary;
  }

  findLesson(id: string): SourcedLesson | undefined {
    const lesson = this.lessons().find((one) => one.id === id);
    this.teachings ??= readTeachings();
    const teaching = this.teachings[id];
    if (lesson === undefined || teaching === undefined) return undefined;
    return { lesson, teaching, source: this.sources().find((source) => source.id === lesson.seed) ?? null };
  }

  neighbours(id: string): ReturnType<typeof findNeighbours> {
    return findNeighbours(id, this.questionBank());
  }

  citations(id: string): Citations {
    return findCitations(id, { bank: this.questionBank(), clauses: this.clauses(), cases: this.cases() });
  }
}

export function toLesson({ lesson, source, teaching }: SourcedLesson): LessonResponse {
  return {
    id: lesson.id,
    quote: lesson.quote ?? null,
    reference: lesson.reference ?? null,
    source,
    teaching,
  };
}
