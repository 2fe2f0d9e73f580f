import { bank } from '@probant/shared/testing/bank';
import { DueReassessments } from '../../src/features/reassessments/due-reassessments.service.js';
import type {
  CarryOfAssessmentResponse,
  LaunchedResponse,
  ReassessmentResponse,
} from '../../src/features/reassessments/reassessments.dto.js';
import type { SheetResponse } from '../../src/features/answers/answers.dto.js';
import { Arrivals } from '../../src/features/reviews/reviews.public.js';
import { holdsLink, lastSecret, type GivenAssessment } from './given-assessment.js';
import { gone, narrowed, reworded } from './given-moves.js';
import { givenSubmission, setStatus, type GivenSubmission } from './given-submission.js';
import type { World } from './world.js';

export const answeredAt = '2026-03-12T09:00:00.000Z';
export const rule = { everyMonths: 12, certificateDays: null, triggers: [], act: 'send', dueDays: 21 };

export const at = (all: World, instant: string): void => {
  all.clock.at = new Date(instant);
};
export const runs = async (all: World, instant: string): Promise<void> => {
  at(all, instant);
  await all.app.get(DueReassessments).run();
};
export const choice = (key: string, place = 0): string => {
  const question = bank.themes.flatMap(({ questions }) => questions).find(({ id }) => id === key);
  return question && 'options' in question ? (question.options[place]?.value ?? '') : '';
};

/** What buyers and suppliers do around a reassessment. */
export function reassessing(all: World) {
  const answered = () =>
    givenSubmission(all, {
      status: 'decided',
      answers: {
        [reworded]: { state: 'answered', value: choice(reworded) },
        [narrowed]: { state: 'answered', value: choice(narrowed) },
        [gone]: { state: 'answered', value: choice(gone) },
      },
      pieces: [
        { questions: [reworded], name: 'bon.pdf', expiresOn: '2030-01-01' },
        { questions: [reworded], name: 'périmé.pdf', expiresOn: '2026-06-30', content: 'autre' },
      ],
    });
  const path = ({ engagementId }: GivenAssessment) => `/api/engagements/${engagementId}/reassessment`;
  const read = async (given: GivenAssessment) =>
    (await all.acme.buyer.get<ReassessmentResponse>(path(given))).body;
  const launches = (given: GivenAssessment) =>
    all.acme.buyer.post<LaunchedResponse>(path(given), { dueOn: '2027-05-03', message: '' });
  const sets = async (given: GivenSubmission, change: object = {}) => {
    const revision = (await read(given)).rule?.revision ?? 0;
    return all.acme.buyer.put(`${path(given)}-rule`, { ...rule, ...change, revision });
  };
  const sentOf = async ({ engagementId, assessmentId }: GivenSubmission) =>
    (
      await all.sql<{ id: string }>(
        'SELECT id FROM assessments WHERE engagement_id = $1 AND id <> $2 ORDER BY created_at',
        [engagementId, assessmentId],
      )
    ).map(({ id }) => id);
  const accepts = async (id: string, organisationId: string) => {
    const holder = await holdsLink(all, await lastSecret(all, id));
    return holder.post(`/api/requests/${id}/accept`, { organisationId });
  };
  const sheet = async (id: string, supplier = all.cadran['supplier-admin']) =>
    (await supplier.get<SheetResponse>(`/api/requests/${id}/sheet`)).body.sheet;
  const carry = async (id: string, actor = all.cadran['supplier-admin'], side = 'requests') =>
    (await actor.get<CarryOfAssessmentResponse>(`/api/${side}/${id}/carry`)).body.carry;
  /** The act of a decision is tested elsewhere: what counts here is its day. */
  const decided = async (given: GivenSubmission, on: string) => {
    await all.app.get(Arrivals).run();
    await all.sql(
      `INSERT INTO decisions (organisation_id, id, assessment_id, outcome, reason, snapshot_id, decided_by, decided_by_name, at)
       SELECT organisation_id, gen_random_uuid(), assessment_id, 'sign', 'bien', id, gen_random_uuid(), 'buyer', $2
       FROM score_snapshots WHERE assessment_id = $1 LIMIT 1`,
      [given.assessmentId, on],
    );
    await setStatus(all, given.assessmentId, 'decided');
  };
  return { answered, read, launches, sets, sentOf, accepts, sheet, carry, decided, path };
}
