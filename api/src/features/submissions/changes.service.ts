import { Injectable } from '@nestjs/common';
import type { GivenAnswer } from '@probant/shared/answers/given-answer';
import { deriveHidden, findQuestion, questionsOfDocument } from '@probant/shared/answers/visibility';
import { deriveChanges, type Standing } from '@probant/shared/assessments/changes';
import type { Submission } from '@probant/shared/assessments/submit';
import type { AssessmentId } from '@probant/shared/ids';
import type { SupplierQuestionnaire } from '@probant/shared/questionnaires/supplier-questionnaire';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { fail, found } from '../../platform/http/problem.js';
import { readSheetAnswers } from '../answers/answers.public.js';
import { AssessmentEntity, readSupplierDocument } from '../assessments/assessments.public.js';
import type { ChangesResponse, MomentResponse, StandingAnswerResponse } from './changes.dto.js';

/** What is not as it was: for the buyer between two submissions, for the supplier since the last one. */
@Injectable()
export class Changes {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  /** The draft is the supplier's: the buyer compares what was submitted with what was submitted before. */
  betweenSubmissions(scope: Scope, id: AssessmentId, number: number | undefined): Promise<ChangesResponse> {
    return this.work.run(scope, async (tx) => {
      const { organisationId: buyerId } = scope;
      const assessment = found(await tx.find(AssessmentEntity, { buyerId, id }));
      const submissions = await readSubmitted(tx, id);
      const after =
        number === undefined ? submissions.at(-1) : submissions.find((one) => one.number === number);
      if (after === undefined) return number === undefined ? nothingYet(assessment) : fail('not-found');
      const before = submissions.findLast((one) => one.number < after.number);
      const document = await readSupplierDocument(tx, assessment);
      return tell(assessment, document, before, after, toMoment(after));
    });
  }

  sinceLastSubmission(scope: Scope, id: AssessmentId): Promise<ChangesResponse> {
    return this.work.run(scope, async (tx) => {
      const { organisationId: supplierOrganisationId } = scope;
      const assessment = found(await tx.find(AssessmentEntity, { supplierOrganisationId, id }));
      const before = (await readSubmitted(tx, id)).at(-1);
      const document = await readSupplierDocument(tx, assessment);
      const { answers } = await readSheetAnswers(tx, supplierOrganisationId, id);
      const hidden = deriveHidden(document, answers, this.clock.today());
      // As submitting would: what another answer made moot is not said.
      const asked = Object.entries(answers).filter(([questionId]) => !hidden.has(questionId));
      const pieces = (await readBeside(tx, scope, id)).map((piece) => ({
        ...piece,
        questions: piece.questions.filter((questionId) => !hidden.has(questionId)),
      }));
      return tell(assessment, document, before, { answers: Object.fromEntries(asked), pieces }, null);
    });
  }
}

async function readSubmitted(tx: Tx, id: AssessmentId): Promise<Submission[]> {
  const rows = await tx.query<{ submission_text: string }>(
    'SELECT submission_text FROM submissions WHERE assessment_id = $1 ORDER BY number',
    [id],
  );
  return rows.map(({ submission_text }) => JSON.parse(submission_text) as Submission);
}

function readBeside(
  tx: Tx,
  { organisationId }: Scope,
  id: AssessmentId,
): Promise<{ id: string; name: string; questions: string[] }[]> {
  return tx.query(
    `SELECT e.id, e.name, array_agg(l.question_key ORDER BY l.question_key) AS questions
     FROM evidence_links l JOIN evidence e ON e.organisation_id = l.organisation_id AND e.id = l.evidence_id
     WHERE l.organisation_id = $1 AND l.assessment_id = $2 GROUP BY e.organisation_id, e.id ORDER BY e.id`,
    [organisationId, id],
  );
}

function nothingYet({ title }: AssessmentEntity): ChangesResponse {
  return { title, before: null, after: null, changes: [] };
}

function tell(
  { title }: AssessmentEntity,
  document: SupplierQuestionnaire,
  before: Submission | undefined,
  after: Standing,
  moment: MomentResponse | null,
): ChangesResponse {
  if (before === undefined) return { title, before: null, after: moment, changes: [] };
  const order = questionsOfDocument(document).map(({ id }) => id);
  const changes = deriveChanges(before, after, order);
  return {
    title,
    before: toMoment(before),
    after: moment,
    changes: changes.map((change) => ({
      ...change,
      question: { ...found(findQuestion(document, change.questionId)) },
      before: toAnswer(change.before),
      after: toAnswer(change.after),
      piecesAdded: [...change.piecesAdded],
      piecesRemoved: [...change.piecesRemoved],
    })),
  };
}

function toMoment({ number, submittedAt }: Submission): MomentResponse {
  return { number, submittedAt };
}

function toAnswer(answer: GivenAnswer | undefined): StandingAnswerResponse | null {
  if (answer === undefined) return null;
  return {
    state: answer.state,
    value: answer.state === 'answered' ? answer.value : null,
    comment: answer.comment ?? '',
    justification: answer.state === 'na' ? answer.justification : '',
  };
}
