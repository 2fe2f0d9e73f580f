import type { LibraryContent } from '@probant/shared/answer-library/library-entry';
import { isReconfirmed } from '@probant/shared/answer-library/fit-answer';
import type { GivenAnswer } from '@probant/shared/answers/given-answer';
import { fieldRefusal, pointer } from '@probant/shared/decision';
import type { AssessmentId } from '@probant/shared/ids';
import type { EntityManager } from 'typeorm';
import { fail } from '../../platform/http/problem.js';
import type { SaveAnswerRequest } from './answers.dto.js';
import type { KnownDocument } from './known-documents.js';

export interface GivenAgain {
  readonly inputs: readonly SaveAnswerRequest[];
  /** As they were checked, by question. */
  readonly answers: Readonly<Record<string, GivenAnswer>>;
}

interface Around extends GivenAgain {
  readonly assessmentId: AssessmentId;
  readonly known: KnownDocument;
  readonly now: Date;
}

/**
 * Answers of the library that are given once more, in the transaction that saved them: it speaks for the workspace already. Only
 * what is the earlier answer to the letter, as the question takes it, was looked at again; anything else is an answer of its own.
 */
export async function recordReconfirmations(manager: EntityManager, around: Around): Promise<void> {
  for (const [index, input] of around.inputs.entries()) {
    if (input.reconfirms === undefined) continue;
    const [entry] = await manager.query<LibraryContent[]>(
      `SELECT q.question, e.answer FROM library_entries e
       JOIN library_questions q ON q.organisation_id = e.organisation_id AND q.sha256 = e.question_sha256
       WHERE e.organisation_id = organisation() AND e.id = $1`,
      [input.reconfirms],
    );
    if (entry === undefined || !saysAgain(around, input.questionId, entry)) {
      const errors = [fieldRefusal(pointer('answers', index, 'reconfirms'), 'not-the-earlier-answer')];
      fail('invalid-input', { errors });
    }
    await manager.query(
      `INSERT INTO answer_reconfirmations (organisation_id, assessment_id, question_key, answer_revision, entry_id, by_id, by_name, at)
       SELECT organisation(), w.assessment_id, w.question_key, w.revision, $3, w.updated_by, w.updated_by_name, w.updated_at
       FROM working_answers w
       WHERE w.supplier_organisation_id = organisation() AND w.assessment_id = $1 AND w.question_key = $2
       ON CONFLICT DO NOTHING`,
      [around.assessmentId, input.questionId, input.reconfirms],
    );
  }
}

function saysAgain({ known, answers, now }: Around, questionId: string, entry: LibraryContent): boolean {
  const question = known.questions.get(questionId);
  const given = answers[questionId];
  return (
    question !== undefined && given !== undefined && isReconfirmed(question, entry, given, now.toISOString())
  );
}
