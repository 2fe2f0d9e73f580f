import { Injectable } from '@nestjs/common';
import { compileRules, type CompiledRules } from '@probant/shared/contracts/clause-rules';
import type { ReplayCase } from '@probant/shared/library/case';
import type { Clause } from '@probant/shared/library/clause-library';
import type { Lesson, QuestionnaireDocument, Source } from '@probant/shared/questionnaires/document';
import {
  readCases,
  readClauseLibrary,
  readClauseRules,
  readQuestionBank,
} from '../../platform/library/library-files.js';

export interface SourcedLesson {
  readonly lesson: Lesson;
  readonly source: Source | null;
}

/** The content that the product brings along; read once, the same for every organisation. */
@Injectable()
export class Library {
  private bank: QuestionnaireDocument | undefined;
  private replays: readonly ReplayCase[] | undefined;
  private modelClauses: readonly Clause[] | undefined;
  private passageRules: CompiledRules | undefined;

  questionBank(): QuestionnaireDocument {
    this.bank ??= readQuestionBank();
    return this.bank;
  }

  cases(): readonly ReplayCase[] {
    this.replays ??= readCases();
    return this.replays;
  }

  clauses(): readonly Clause[] {
    this.modelClauses ??= readClauseLibrary();
    return this.modelClauses;
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

  findLesson(id: string): SourcedLesson | undefined {
    const lesson = this.lessons().find((one) => one.id === id);
    if (lesson === undefined) return undefined;
    return { lesson, source: this.sources().find((source) => source.id === lesson.seed) ?? null };
  }
}
