import { Injectable } from '@nestjs/common';
import { lessonsOf, type ReplayCase } from '@probant/shared/library/case';
import { awardToClaim, ledgerOf, replayExposure } from '@probant/shared/library/replay-exposure';
import { scoreReplay, switchSettings, type ReplayMoment } from '@probant/shared/library/replay-score';
import type { Source } from '@probant/shared/questionnaires/document';
import { round } from '@probant/shared/scoring/round-result';
import type { ScoreResult } from '@probant/shared/scoring/score-assessment';
import { found } from '../../platform/http/problem.js';
import { Library, toLesson } from '../library/library.public.js';
import type { CaseResponse, CasesResponse, CaseSummaryResponse, ReplayNumbersResponse } from './cases.dto.js';

/** The cases of the library, told as assessments; their scores are worked out on the way out. */
@Injectable()
export class Cases {
  constructor(private readonly library: Library) {}

  list(): CasesResponse {
    return { items: this.library.cases().map((replay) => this.summarise(replay)) };
  }

  read(key: string): CaseResponse {
    const replay = found(this.library.cases().find((one) => one.key === key));
    const { ratio } = awardToClaim(this.library.cases());
    return {
      case: replay,
      source: this.sourceOf(replay),
      lessons: this.lessonsOf(replay),
      document: this.library.questionBank(),
      beside: this.besideOf(replay),
      awardToClaim: ratio,
      scores: switchSettings(replay).map((switched) => ({
        switched: [...switched],
        beforeSigning: this.score(replay, 'before-signing', switched),
        allFacts: this.score(replay, 'all-facts', switched),
        ledger: ledgerOf(replay, switched),
        exposure: replayExposure(replay, switched, ratio),
      })),
    };
  }

  /** A ruling shows what was lost; published terms on the same points show what is signed every day. */
  private besideOf(replay: ReplayCase): CaseResponse['beside'] {
    if (!isRuling(replay)) return [];
    const asked = new Set(replay.answers.map(({ question }) => question));
    return this.library
      .cases()
      .filter((other) => !isRuling(other))
      .map((terms) => ({
        summary: this.summarise(terms),
        answers: terms.answers.filter(({ question }) => asked.has(question)),
      }));
  }

  private summarise(replay: ReplayCase): CaseSummaryResponse {
    const { key, name, service, summary, answers } = replay;
    return {
      key,
      ruling: isRuling(replay),
      name,
      service,
      summary,
      source: this.sourceOf(replay),
      facts: answers.length,
      factsBeforeSigning: answers.filter(({ beforeSigning }) => beforeSigning).length,
      beforeSigning: toNumbers(this.score(replay, 'before-signing')),
      allFacts: toNumbers(this.score(replay, 'all-facts')),
    };
  }

  private score(replay: ReplayCase, moment: ReplayMoment, switched: readonly string[] = []): ScoreResult {
    return scoreReplay(this.library.questionBank(), replay, { switched, moment });
  }

  private sourceOf({ source }: ReplayCase): Source {
    return found(this.library.sources().find(({ id }) => id === source));
  }

  private lessonsOf(replay: ReplayCase): CaseResponse['lessons'] {
    return [...lessonsOf(replay)].sort().map((id) => toLesson(found(this.library.findLesson(id))));
  }
}

function isRuling({ decided }: ReplayCase): boolean {
  return decided.length > 0;
}

function toNumbers({ score, grade }: ScoreResult): ReplayNumbersResponse {
  return { score: score === null ? null : round(score, 2), grade };
}
