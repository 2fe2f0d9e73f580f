import { deriveCompletion, type PiecesBeside } from '../answers/completion.js';
import { findGiven, type GivenAnswer, type GivenAnswers } from '../answers/given-answer.js';
import { questionsOfDocument } from '../answers/visibility.js';
import { parisDay, type Day, type Instant } from '../calendar.js';
import { accept, fieldRefusal, pointer, refuse, type Decision } from '../decision.js';
import type { SupplierQuestionnaire } from '../questionnaires/supplier-questionnaire.js';
import { canonicalJson } from '../proof/canonical-json.js';
import { decideAct, type AssessmentProgress } from './lifecycle.js';

export interface PieceToSubmit {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly datedOn?: Day;
  readonly expiresOn?: Day;
  /** The questions it stands beside. */
  readonly questions: readonly string[];
}

/** Who last saved an answer, and when. */
export interface AnswerAuthor {
  readonly by: { readonly id: string; readonly name: string };
  readonly at: Instant;
}

export interface SubmissionParties {
  readonly buyer: { readonly id: string; readonly name: string };
  readonly supplier: { readonly id: string; readonly name: string };
  readonly attestedBy: { readonly id: string; readonly name: string };
}

export interface SubmissionInput extends SubmissionParties {
  readonly assessmentId: string;
  readonly progress: AssessmentProgress;
  readonly document: SupplierQuestionnaire;
  /** sha256 of the supplier's document, and of the version it was built from. */
  readonly documentSha256: string;
  readonly versionSha256: string;
  readonly answers: GivenAnswers;
  /** By question. */
  readonly authors: Readonly<Record<string, AnswerAuthor>>;
  readonly pieces: readonly PieceToSubmit[];
  /** Questions that changed after they were answered, and whose answers nobody has looked at since. */
  readonly toReconfirm: readonly string[];
  /** Revision of the whole sheet: as it stands, and as the person saw it when attesting. */
  readonly sheetRevision: number;
  readonly seenRevision: number;
  readonly attested: boolean;
  readonly at: Instant;
}

/** What is frozen: everything said and shown, and nothing that another answer made moot. */
export interface Submission extends SubmissionParties {
  readonly format: 1;
  readonly assessmentId: string;
  readonly number: number;
  readonly submittedAt: Instant;
  readonly sheetRevision: number;
  readonly questionnaire: {
    readonly code: string;
    readonly version: string;
    readonly documentSha256: string;
    readonly versionSha256: string;
  };
  readonly answers: Readonly<Record<string, GivenAnswer>>;
  /** Who last saved each of the answers; absent from submissions frozen before this was kept. */
  readonly authors?: Readonly<Record<string, AnswerAuthor>>;
  readonly pieces: readonly PieceToSubmit[];
}

export interface FrozenSubmission {
  readonly submission: Submission;
  /** Canonical JSON; its sha256 is the hash of the receipt. */
  readonly text: string;
}

export function decideSubmission(input: SubmissionInput): Decision<FrozenSubmission> {
  const { progress, document, answers, sheetRevision, seenRevision } = input;
  const moved = decideAct(progress, 'submit');
  if (!moved.accepted) return moved;
  if (sheetRevision !== seenRevision)
    return refuse('submission-outdated', { params: { sheetRevision, seenRevision } });
  const completion = deriveCompletion(document, answers, piecesByQuestion(input.pieces), parisDay(input.at));
  if (completion.mustAnswer.length > 0) {
    return refuse('submission-incomplete', {
      errors: completion.mustAnswer.map((id) => fieldRefusal(pointer('answers', id), 'answer-required')),
    });
  }
  const hidden = new Set(completion.hidden);
  const asked = new Set(questionsOfDocument(document).map(({ id }) => id));
  const unconfirmed = input.toReconfirm.filter((id) => asked.has(id) && !hidden.has(id));
  if (unconfirmed.length > 0) {
    return refuse('answers-to-reconfirm', {
      errors: unconfirmed.map((id) => fieldRefusal(pointer('answers', id), 'answer-to-reconfirm')),
    });
  }
  if (!input.attested) return refuse('attestation-required');
  const submission = freeze(input, hidden);
  return accept({ submission, text: canonicalJson(submission) });
}

export function piecesByQuestion(
  pieces: readonly Pick<PieceToSubmit, 'id' | 'kind' | 'datedOn' | 'expiresOn' | 'questions'>[],
): PiecesBeside {
  const beside = new Map<string, typeof pieces>();
  for (const piece of pieces) {
    for (const id of piece.questions) beside.set(id, [...(beside.get(id) ?? []), piece]);
  }
  return Object.fromEntries(beside);
}

function freeze(input: SubmissionInput, hidden: ReadonlySet<string>): Submission {
  const { document } = input;
  const asked = questionsOfDocument(document).filter(({ id }) => !hidden.has(id));
  const askedIds = new Set(asked.map(({ id }) => id));
  return {
    format: 1,
    assessmentId: input.assessmentId,
    number: input.progress.submissions + 1,
    submittedAt: input.at,
    sheetRevision: input.sheetRevision,
    buyer: input.buyer,
    supplier: input.supplier,
    attestedBy: input.attestedBy,
    questionnaire: {
      code: document.code,
      version: document.version,
      documentSha256: input.documentSha256,
      versionSha256: input.versionSha256,
    },
    answers: ofQuestions(asked, (id) => findGiven(input.answers, id)),
    authors: ofQuestions(asked, (id) =>
      findGiven(input.answers, id) === undefined ? undefined : own(input.authors, id),
    ),
    pieces: input.pieces
      .map((piece) => ({ ...piece, questions: piece.questions.filter((id) => askedIds.has(id)).sort() }))
      .filter((piece) => piece.questions.length > 0)
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

function ofQuestions<T>(
  asked: readonly { readonly id: string }[],
  find: (id: string) => T | undefined,
): Record<string, T> {
  return Object.fromEntries(
    asked.flatMap(({ id }): [string, T][] => {
      const found = find(id);
      return found === undefined ? [] : [[id, found]];
    }),
  );
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
