export {
  currentFacts,
  factsOf,
  findFacts,
  piecesOf,
  reviewsOf,
  toJudgement,
  verifiedOf,
  type AssessedFacts,
  type JudgementRow,
  type VerdictRow,
  type VerificationRow,
} from './assessed-facts.js';
export { DailyStandings } from './daily-standings.service.js';
export { toScore } from './score-reader.service.js';
export { ScoreNumbersResponse, ScoreResponse } from './scoring.dto.js';
export { ScoreSnapshotEntity } from './scoring.entity.js';
export { ScoringModule } from './scoring.module.js';
export { Scoring } from './scoring.service.js';
export { workOut, type Scored } from './work-out.js';
