import {
  decideSubmission,
  type FrozenSubmission,
  type PieceToSubmit,
} from '@probant/shared/assessments/submit';
import type { AssessmentStatus } from '@probant/shared/assessments/lifecycle';
import { parisDay, addDays, type Day, type Instant } from '@probant/shared/calendar';
import type { GivenAnswers } from '@probant/shared/answers/given-answer';
import { questionsOfDocument } from '@probant/shared/answers/visibility';
import type { AssessmentId, EngagementId, SnapshotId, SubmissionId, SupplierId } from '@probant/shared/ids';
import type { EngagementContext, EvidenceLevel, Tier } from '@probant/shared/questionnaires/document';
import type { SupplierQuestionnaire } from '@probant/shared/questionnaires/supplier-questionnaire';
import { type Scored, workOut } from '../features/scoring/work-out.js';
import type { ProfileInForce } from '../features/profiles/profiles.public.js';
import type { PublishedVersion } from '../features/questionnaires/questionnaires.public.js';
import { newId } from '../platform/database/new-id.js';
import { sha256 } from '../platform/hash/sha256.js';
import type { Chance } from './chance.js';
import { inventAnswers, type Choices } from './invented-answers.js';
import type { SupplierWorkspace, Workspace } from './workspaces.js';

/** What is asked in a context: the same for every engagement of that context. */
export interface Asked {
  readonly context: EngagementContext;
  readonly tier: Tier;
  readonly points: number;
  readonly document: SupplierQuestionnaire;
  readonly text: string;
  readonly sha256: string;
  readonly choices: Choices;
}

/** What every assessment of a run shares. */
export interface Ground {
  readonly buyer: Workspace;
  readonly suppliers: readonly SupplierWorkspace[];
  readonly version: PublishedVersion;
  readonly profile: ProfileInForce;
  readonly now: Instant;
}

export interface AssessedEngagement {
  readonly id: EngagementId;
  readonly name: string;
  readonly supplierId: SupplierId;
  readonly supplierName: string;
  readonly contact: { readonly name: string; readonly email: string };
  readonly workspace: SupplierWorkspace;
  /** 0 to 1. */
  readonly quality: number;
  readonly asked: Asked;
}

export type Status = Extract<
  AssessmentStatus,
  'sent' | 'opened' | 'in-progress' | 'submitted' | 'in-review' | 'reviewed' | 'decided'
>;

export interface InventedVerdict {
  readonly questionId: string;
  readonly evidenceId: string;
  readonly level: EvidenceLevel;
}

export interface InventedAssessment {
  readonly id: AssessmentId;
  readonly engagement: AssessedEngagement;
  readonly status: Status;
  readonly sentAt: Instant;
  readonly actedAt: Instant;
  readonly dueOn: Day;
  readonly answers: GivenAnswers;
  readonly pieces: readonly PieceToSubmit[];
  readonly submission: {
    readonly id: SubmissionId;
    readonly sha256: string;
    readonly frozen: FrozenSubmission;
  } | null;
  readonly verdicts: readonly InventedVerdict[];
  readonly scored: Scored | null;
  readonly snapshotId: SnapshotId;
}

/** Engagements of a few suppliers, with their assessments; the last of an engagement is the current one. */
export interface Batch {
  readonly number: number;
  readonly engagements: readonly AssessedEngagement[];
  readonly assessments: readonly InventedAssessment[];
}

const levels = ['E1', 'E2', 'E3', 'E4'] as const;
const submitted: readonly Status[] = ['submitted', 'in-review', 'reviewed', 'decided'];
const examined: readonly Status[] = ['reviewed', 'decided'];

export function countQuestions({ asked }: AssessedEngagement): number {
  return asked.document.themes.reduce((sum, { questions }) => sum + questions.length, 0);
}

/** How many of a hundred current assessments stand where. */
const shares: readonly (readonly [Status, number])[] = [
  ['sent', 8],
  ['opened', 5],
  ['in-progress', 12],
  ['submitted', 15],
  ['in-review', 12],
  ['reviewed', 8],
  ['decided', 40],
];

export function drawStatus(chance: Chance): Status {
  let left = chance.below(100);
  for (const [status, share] of shares) {
    if (left < share) return status;
    left -= share;
  }
  return 'decided';
}

/** One assessment from its sending to its status, answered, proved and scored by the product's own rules. */
export function inventAssessment(
  ground: Ground,
  engagement: AssessedEngagement,
  { status, age }: { readonly status: Status; readonly age: number },
  chance: Chance,
): InventedAssessment {
  const at = (daysAgo: number): Instant =>
    new Date(Date.parse(ground.now) - Math.max(0, daysAgo) * 86_400_000).toISOString();
  const sentAt = at(age);
  const actedAt = at(age - 4 - chance.below(20));
  const id = newId<AssessmentId>();
  const { asked, quality, workspace } = engagement;
  const begun = status !== 'sent' && status !== 'opened';
  const share = status === 'in-progress' ? 0.4 : 0.9;
  const answers = begun
    ? inventAnswers(asked.document, asked.choices, { quality, share, at: actedAt }, chance)
    : {};
  const pieces = begun ? showPieces(asked, answers, workspace, quality, chance) : [];
  const shown = {
    id,
    engagement,
    status,
    sentAt,
    actedAt,
    dueOn: addDays(parisDay(sentAt), 30),
    answers,
    pieces,
  };
  const submission = submitted.includes(status) ? submit(ground, shown) : null;
  const verdicts = examined.includes(status) ? examine(pieces, quality, chance) : [];
  const scored = submission === null ? null : score(ground, { ...shown, submission, verdicts });
  return { ...shown, submission, verdicts, scored, snapshotId: newId<SnapshotId>() };
}

type Shown = Omit<InventedAssessment, 'submission' | 'verdicts' | 'scored' | 'snapshotId'>;

/** Good suppliers show more; each piece stands beside several questions. */
function showPieces(
  asked: Asked,
  answers: GivenAnswers,
  { pieces }: SupplierWorkspace,
  quality: number,
  chance: Chance,
): readonly PieceToSubmit[] {
  const questions = new Map<number, string[]>();
  for (const { id, evidence } of questionsOfDocument(asked.document)) {
    if (
      answers[id]?.state !== 'answered' ||
      evidence.need === 'none' ||
      !chance.happens(0.25 + 0.7 * quality)
    )
      continue;
    const place = chance.below(pieces.length);
    questions.set(place, [...(questions.get(place) ?? []), id]);
  }
  return pieces.flatMap((piece, place): PieceToSubmit[] => {
    const beside = questions.get(place);
    return beside === undefined ? [] : [{ ...piece, mediaType: 'text/plain', questions: beside }];
  });
}

function submit(
  { buyer, version }: Ground,
  { id, engagement, answers, pieces, actedAt }: Shown,
): NonNullable<InventedAssessment['submission']> {
  const { asked, workspace } = engagement;
  const decision = decideSubmission({
    assessmentId: id,
    progress: { status: 'in-progress', submissions: 0, accepted: true },
    document: asked.document,
    documentSha256: asked.sha256,
    versionSha256: version.sha256,
    answers,
    authors: {},
    pieces,
    toReconfirm: [],
    sheetRevision: 1,
    seenRevision: 1,
    attested: true,
    at: actedAt,
    buyer: { id: buyer.scope.organisationId, name: buyer.scope.organisationName },
    supplier: { id: workspace.scope.organisationId, name: workspace.scope.organisationName },
    attestedBy: { id: workspace.scope.accountId, name: workspace.scope.accountName },
  });
  if (!decision.accepted)
    throw new Error(`invented answers cannot be submitted: ${JSON.stringify(decision.refusal)}`);
  return { id: newId<SubmissionId>(), sha256: sha256(decision.value.text), frozen: decision.value };
}

function examine(
  pieces: readonly PieceToSubmit[],
  quality: number,
  chance: Chance,
): readonly InventedVerdict[] {
  return pieces.flatMap(({ id, questions }) =>
    questions.map((questionId): InventedVerdict => {
      const place = Math.min(
        levels.length - 1,
        Math.floor((quality * 0.6 + chance.next() * 0.6) * levels.length),
      );
      return { questionId, evidenceId: id, level: levels[place] ?? 'E1' };
    }),
  );
}

function score(
  { buyer, version, profile, now }: Ground,
  invented: Shown &
    Required<Pick<InventedAssessment, 'verdicts'>> & {
      readonly submission: NonNullable<InventedAssessment['submission']>;
    },
): Scored {
  const { id, engagement, status, submission, verdicts } = invented;
  const levelOf = new Map(
    verdicts.map(({ questionId, evidenceId, level }) => [`${questionId}/${evidenceId}`, level]),
  );
  const { submission: frozen } = submission.frozen;
  const pieces: Record<string, Scored['facts']['pieces'][string][number][]> = {};
  for (const piece of frozen.pieces) {
    for (const question of piece.questions) {
      const level = levelOf.get(`${question}/${piece.id}`);
      const reviewed =
        level === undefined ? { verdict: 'unexamined' as const } : { verdict: 'accepted' as const, level };
      const dated = piece.datedOn === undefined ? {} : { datedOn: piece.datedOn };
      (pieces[question] ??= []).push({ id: piece.id, name: piece.name, ...reviewed, ...dated });
    }
  }
  const facts: Scored['facts'] = {
    organisationId: buyer.scope.organisationId,
    assessmentId: id,
    engagementId: engagement.id,
    status,
    versionId: version.id,
    context: engagement.asked.context,
    submissionId: submission.id,
    submission: frozen,
    answers: frozen.answers,
    pieces,
    reviews: {},
  };
  return workOut(facts, version, profile, now);
}
