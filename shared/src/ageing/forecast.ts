import { toScoreAnswers, type ReviewedSubmission } from '../assessments/score-inputs.js';
import { addDays, isDay, parisDay, type Day, type Instant } from '../calendar.js';
import type {
  AnswerValue,
  EngagementContext,
  Grade,
  QuestionnaireDocument,
  TableRow,
} from '../questionnaires/document.js';
import type { Weights } from '../scoring/answer.js';
import { dateAgeMonths, daysUntil } from '../scoring/dates.js';
import { scoreAssessment, type ScoreResult } from '../scoring/score-assessment.js';
import { movesScore, type Lapse } from './lapses.js';
import type { NamedSubmission } from './replay.js';

/** What a submission is scored in, beside itself and the day. */
export interface ScoreFrame {
  readonly document: QuestionnaireDocument;
  readonly context: EngagementContext;
  readonly weights: Weights;
}

export function scoreOn(
  { document, context, weights }: ScoreFrame,
  submission: ReviewedSubmission,
  asOf: Instant,
): ScoreResult {
  const answers = toScoreAnswers(document, submission, asOf);
  return scoreAssessment(document, { context, answers, weights, asOf });
}

export interface ScoreAndGrade {
  readonly score: number | null;
  readonly grade: Grade | null;
}

export interface ForecastLapse extends Lapse {
  /** The score of today with this alone lapsed; null where it has lapsed already or never moves the score. */
  readonly alone: ScoreAndGrade | null;
  /** The score of the day after, with all that will have lapsed by then and nobody having done anything. */
  readonly together: ScoreAndGrade | null;
}

export function forecastLapses(
  frame: ScoreFrame,
  submission: NamedSubmission,
  lapses: readonly Lapse[],
  asOf: Instant,
): ForecastLapse[] {
  const today = parisDay(asOf);
  const byDay = new Map<Day, ScoreAndGrade>();
  const after = (day: Day): ScoreAndGrade => {
    const known = byDay.get(day) ?? brief(scoreOn(frame, submission, day));
    byDay.set(day, known);
    return known;
  };
  return lapses.map((lapse) => {
    if (lapse.lastOn < today) return { ...lapse, alone: null, together: null };
    const together = after(addDays(lapse.lastOn, 1));
    if (!movesScore(lapse)) return { ...lapse, alone: null, together };
    return { ...lapse, alone: brief(scoreOn(frame, lapsed(submission, lapse, today), asOf)), together };
  });
}

function brief({ score, grade }: ScoreResult): ScoreAndGrade {
  return { score, grade };
}

/** The submission as if the day of this one lapse were past. */
function lapsed(submission: NamedSubmission, lapse: Lapse, today: Day): NamedSubmission {
  switch (lapse.kind) {
    case 'piece-aged':
    case 'piece-expired':
      return withPieceStale(submission, lapse, addDays(today, -1));
    case 'certificate-nears-end':
    case 'certificate-ended': {
      const place = Number(lapse.subject.slice(lapse.subject.lastIndexOf('/') + 1));
      return withValue(submission, lapse, (value) => withRowOlder(value, place, addDays(lapse.lastOn, 1)));
    }
    case 'date-aged':
      return withValue(submission, lapse, (value) =>
        typeof value === 'string' && isDay(value) ? dateAgeMonths(value, addDays(lapse.lastOn, 1)) : value,
      );
    case 'answers-to-reconfirm':
      return submission;
  }
}

function withPieceStale(
  submission: NamedSubmission,
  { questions, subject }: Lapse,
  yesterday: Day,
): NamedSubmission {
  const changed = questions.map((id): [string, NamedSubmission['pieces'][string]] => [
    id,
    (submission.pieces[id] ?? []).map((piece) =>
      piece.id === subject ? { ...piece, expiresOn: yesterday } : piece,
    ),
  ]);
  return { ...submission, pieces: { ...submission.pieces, ...Object.fromEntries(changed) } };
}

function withValue(
  submission: NamedSubmission,
  { questions: [id = ''] }: Lapse,
  change: (value: AnswerValue) => AnswerValue,
): NamedSubmission {
  const { answers, reviews } = submission;
  const review = Object.hasOwn(reviews, id) ? reviews[id] : undefined;
  if (review?.override?.state === 'answered') {
    const override = { ...review.override, value: change(review.override.value) };
    return { ...submission, reviews: { ...reviews, [id]: { ...review, override } } };
  }
  const given = Object.hasOwn(answers, id) ? answers[id] : undefined;
  if (given?.state !== 'answered') return submission;
  return { ...submission, answers: { ...answers, [id]: { ...given, value: change(given.value) } } };
}

function withRowOlder(value: AnswerValue, place: number, day: Day): AnswerValue {
  if (!Array.isArray(value)) return value;
  const rows: readonly (string | TableRow)[] = value;
  return rows
    .filter((row) => typeof row === 'object')
    .map((row, index) => {
      const on = row['expires_on'];
      return index === place && typeof on === 'string'
        ? { ...row, expires_in_days: daysUntil(on, day) }
        : row;
    });
}
