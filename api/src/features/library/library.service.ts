import { Injectable } from '@nestjs/common';
import type { ReplayCase } from '@probant/shared/library/case';
import type { Lesson, QuestionnaireDocument, Source } from '@probant/shared/questionnaires/document';
import { readCases, readQuestionBank } from '../../platform/library/library-files.js';

export interface SourcedLesson {
  readonly lesson: Lesson;
  readonly source: Source | null;
}

/** The content that the product brings along; read once, the same for every organisation. */
@Injectable()
export class Library {
  private bank: QuestionnaireDocument | undefined;
  private replays: readonly ReplayCase[] | undefined;

  questionBank(): QuestionnaireDocument {
    this.bank ??= readQuestionBank();
    return this.bank;
  }

  cases(): readonly ReplayCase[] {
    this.replays ??= readCases();
    return this.replays;
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
