import type { OrganisationId } from '@probant/shared/ids';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import type { Question, QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { bank } from '@probant/shared/testing/bank';
import { withQuestion } from '@probant/shared/testing/change-document';
import { givenAssessment, type GivenAssessment } from './given-assessment.js';
import { type GivenSubmission } from './given-submission.js';
import type { ReadQuestionnaire } from './given-version.js';
import { type World } from './world.js';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import type { SheetResponse } from '../../src/features/answers/answers.dto.js';
import type { DryRunResponse, MoveListResponse } from '../../src/features/moves/moves.dto.js';

/** One question reworded, one that lost a choice, one that weighs more, one that is gone. */
export const reworded = 'BKP-01';
export const narrowed = 'PAT-01';
export const heavier = 'BKP-03';
export const gone = 'BKP-05';
export const second: QuestionnaireDocument = without(
  [
    [reworded, ({ text }: Question) => ({ text: { fr: `${text.fr} vraiment`, en: `${text.en} really` } })],
    [
      narrowed,
      (question: Question) => ({ options: 'options' in question ? question.options.slice(0, -1) : [] }),
    ],
    [heavier, ({ weight }: Question) => ({ weight: weight + 5 })],
  ].reduce<QuestionnaireDocument>(
    (document, [key, change]) =>
      withQuestion(document, key as string, change as (question: Question) => object),
    bank,
  ),
  gone,
);

export function without(document: QuestionnaireDocument, key: string): QuestionnaireDocument {
  return {
    ...document,
    knockouts: document.knockouts.filter((knockout) => !canonicalJson(knockout).includes(`"${key}"`)),
    consistencyChecks: [],
    themes: document.themes.map((theme) => ({
      ...theme,
      questions: theme.questions.filter(({ id }) => id !== key),
    })),
  };
}

export function lastChoice(key: string): string {
  const question = bank.themes.flatMap(({ questions }) => questions).find(({ id }) => id === key);
  return question && 'options' in question ? (question.options.at(-1)?.value ?? '') : '';
}

/** What authors, buyers and suppliers do around a move. */
export function movesOf(all: World) {
  const publishes = async (
    { questionnaireId }: GivenAssessment,
    document = second,
    equivalence?: readonly object[],
  ): Promise<ReadQuestionnaire> => {
    await all.sql('UPDATE questionnaires SET draft = $2 WHERE id = $1', [
      questionnaireId,
      JSON.stringify(document),
    ]);
    const path = `/api/questionnaires/${questionnaireId}`;
    const { body } = await all.acme.buyer.get<ReadQuestionnaire>(path);
    const reply = await all.acme['risk-manager'].post<ReadQuestionnaire>(`${path}/versions`, {
      revision: body.revision,
      ...(equivalence === undefined ? {} : { equivalence }),
    });
    if (reply.status !== 201) throw new Error(JSON.stringify(reply.body));
    return reply.body;
  };
  const tries = async ({ versions, id }: ReadQuestionnaire): Promise<DryRunResponse> => {
    const path = `/api/questionnaires/${id}/versions/${versions[0]?.id ?? ''}/dry-runs`;
    const { body } = await all.acme.buyer.post<DryRunResponse>(path);
    await all.app.get(Jobs).runQueued(all.acme.id as OrganisationId);
    return (await all.acme.buyer.get<DryRunResponse>(`/api/dry-runs/${body.id}`)).body;
  };
  const moves = async (run: DryRunResponse, ids: readonly string[]): Promise<DryRunResponse> => {
    const reply = await all.acme.buyer.post(`/api/dry-runs/${run.id}/moves`, { assessmentIds: ids });
    if (reply.status !== 200) throw new Error(JSON.stringify(reply.body));
    await all.app.get(Jobs).runQueued(all.acme.id as OrganisationId);
    return (await all.acme.buyer.get<DryRunResponse>(`/api/dry-runs/${run.id}`)).body;
  };
  const sheetOf = async ({ assessmentId, supplier }: GivenAssessment) =>
    (await supplier.get<SheetResponse>(`/api/requests/${assessmentId}/sheet`)).body;
  const answersOf = async (given: GivenAssessment) =>
    Object.fromEntries((await sheetOf(given)).sheet.answers.map((answer) => [answer.questionId, answer]));
  const saves = async (
    { assessmentId, supplier }: GivenAssessment,
    answers: readonly { questionId: string; revision: number; value: unknown }[],
  ) =>
    supplier.put(`/api/requests/${assessmentId}/answers`, {
      answers: answers.map((answer) => ({
        state: 'answered',
        clientKey: `key-${answer.questionId}-${answer.revision}-${String(answer.value)}`,
        ...answer,
      })),
    });
  const choice = (key: string) => {
    const question = bank.themes.flatMap(({ questions }) => questions).find(({ id }) => id === key);
    return question && 'options' in question ? (question.options[0]?.value ?? '') : '';
  };
  const halfFilled = async (): Promise<GivenAssessment> => {
    const given = await givenAssessment(all);
    const saved = await saves(given, [
      { questionId: reworded, revision: 0, value: choice(reworded) },
      { questionId: narrowed, revision: 0, value: lastChoice(narrowed) },
      { questionId: heavier, revision: 0, value: choice(heavier) },
      { questionId: gone, revision: 0, value: choice(gone) },
    ]);
    if (saved.status !== 200) throw new Error(JSON.stringify(saved.body));
    return given;
  };

  const fillsIn = async (given: GivenAssessment): Promise<void> => {
    const { document, sheet } = await sheetOf(given);
    const known = new Set(sheet.answers.map(({ questionId }) => questionId));
    const { themes } = document as { themes: { questions: { id: string; mustAnswer: boolean }[] }[] };
    const open = themes
      .flatMap(({ questions }) => questions)
      .filter(({ id, mustAnswer }) => mustAnswer && !known.has(id));
    for (let from = 0; from < open.length; from += 1) {
      await given.supplier.put(`/api/requests/${given.assessmentId}/answers`, {
        answers: [
          {
            questionId: open[from]?.id,
            revision: 0,
            clientKey: `fill-${open[from]?.id ?? ''}`,
            state: 'refused',
          },
        ],
      });
    }
  };
  const returns = (given: GivenAssessment | GivenSubmission, run: DryRunResponse) =>
    all.acme.buyer.post<MoveListResponse>(
      `/api/assessments/${given.assessmentId}/moves/${
        run.items.find(({ assessmentId }) => assessmentId === given.assessmentId)?.moveId ?? ''
      }/return`,
    );
  return { publishes, tries, moves, sheetOf, answersOf, saves, choice, halfFilled, fillsIn, returns };
}
