import type { Play } from './in-order.js';
import { questionsOf, fileNameOf, isPieceKey, type PieceKey } from './pieces.js';
import type { Deciding, Reviewing } from './story.js';
import type { Visitor } from './visitor.js';

interface ReviewState {
  readonly questions: readonly { readonly questionId: string; readonly revision: number }[];
  readonly pieces: readonly {
    readonly evidenceId: string;
    readonly name: string;
    readonly questions: readonly { readonly questionId: string; readonly revision: number }[];
  }[];
}

/** Who acts on the buyer's side. */
export interface Buyers {
  readonly claire: Visitor;
  readonly ines: Visitor;
}

/** Grades the pieces, decides the claims, notes, overrides, asks; then returns or finishes, or leaves it there. */
export async function* review({ claire, ines }: Buyers, assessmentId: string, told: Reviewing): Play {
  const at = `/api/assessments/${assessmentId}`;
  yield told.on;
  await judgePieces(claire, at, told);
  const revisionOf = revisionsOf(await claire.get<ReviewState>(`${at}/review`));
  for (const [id, { value, reason }] of Object.entries(told.overrides ?? {})) {
    const body = { state: 'answered', value, reason, revision: revisionOf(id) };
    await ines.put(`${at}/review/questions/${id}/override`, body);
  }
  const reviewed = new Set([...Object.keys(told.claims ?? {}), ...Object.keys(told.notes ?? {})]);
  for (const id of reviewed) {
    await claire.put(`${at}/review/questions/${id}`, {
      seen: true,
      notApplicable: told.claims?.[id] ?? null,
      note: told.notes?.[id] ?? '',
      revision: revisionOf(id),
    });
  }
  for (const [questionId, { asked }] of Object.entries(told.asks ?? {})) {
    await claire.post(`${at}/clarifications`, { questionId, body: asked });
  }
  if (told.returns !== undefined) await claire.post(`${at}/return`, { reason: told.returns });
  if (told.finishesOn === undefined) return;
  yield told.finishesOn;
  const { questions } = await claire.get<ReviewState>(`${at}/review`);
  await claire.post(`${at}/review/seen`, { questionIds: questions.map(({ questionId }) => questionId) });
  await claire.post(`${at}/finish-review`);
}

export async function* decide(buyers: Buyers, assessmentId: string, told: Deciding): Play {
  const { on, by, conditions = '', ...decision } = told;
  yield on;
  await buyers[by].post(`/api/assessments/${assessmentId}/decisions`, { ...decision, conditions });
}

async function judgePieces(claire: Visitor, at: string, { levels, rejected = {} }: Reviewing): Promise<void> {
  const { pieces } = await claire.get<ReviewState>(`${at}/review`);
  for (const key of Object.keys({ ...levels, ...rejected }).filter(isPieceKey)) {
    const piece = pieces.find(({ name }) => name === fileNameOf(key));
    if (piece === undefined) continue;
    const level = levels[key];
    await claire.put(`${at}/review/pieces/${piece.evidenceId}`, {
      questions: placesOf(piece, key),
      ...(level === undefined ? { verdict: 'rejected' } : { verdict: 'accepted', level }),
      note: rejected[key] ?? '',
    });
  }
}

function placesOf({ questions }: ReviewState['pieces'][number], key: PieceKey): object[] {
  const asked = new Set(questionsOf(key));
  return questions
    .filter(({ questionId }) => asked.has(questionId))
    .map(({ questionId, revision }) => ({ questionId, revision }));
}

function revisionsOf({ questions }: ReviewState): (questionId: string) => number {
  const known = new Map(questions.map(({ questionId, revision }) => [questionId, revision]));
  return (questionId) => known.get(questionId) ?? 0;
}
