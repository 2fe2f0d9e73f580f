import { Arrivals } from '../../src/features/reviews/reviews.public.js';
import type { Actor, Reply } from './actor.js';
import { givenSubmission, type GivenSubmission, type SubmissionWish } from './given-submission.js';
import type { World } from './world.js';

export interface FindingFile {
  readonly id: string;
  readonly status: string;
  readonly revision: number;
  readonly acts: readonly { readonly act: string; readonly by: string }[];
  readonly pieces: readonly { readonly evidenceId: string; readonly name: string }[];
}

export const aPlan = {
  action: 'Mettre une copie hors ligne',
  owner: 'Léa Martin',
  ownerSide: 'supplier',
  dueOn: '2027-01-15',
  proof: 'Procès-verbal de restauration',
};

/** The finding on disconnected backups, raised by an answer, and the acts of both sides on it as they would be sent. */
export class GivenFinding {
  private constructor(
    private readonly all: World,
    readonly given: GivenSubmission,
    readonly id: string,
  ) {}

  static async of(all: World, wish: SubmissionWish = {}): Promise<GivenFinding> {
    const given = await givenSubmission(all, {
      ...wish,
      answers: { 'BKP-04': { state: 'answered', value: 'non' }, ...wish.answers },
    });
    await all.app.get(Arrivals).run();
    const { body } = await all.acme.auditor.get<{ items: { id: string; questionId: string }[] }>(
      `/api/assessments/${given.assessmentId}/findings`,
    );
    const id = body.items.find(({ questionId }) => questionId === 'BKP-04')?.id ?? '';
    return new GivenFinding(all, given, id);
  }

  async file(): Promise<FindingFile> {
    return (await this.all.acme.auditor.get<FindingFile>(`/api/findings/${this.id}`)).body;
  }

  async followed(): Promise<FindingFile> {
    return (await this.all.cadran.contributor.get<FindingFile>(`/api/follow-up/findings/${this.id}`)).body;
  }

  async buyer(
    act: string,
    body: object = {},
    actor: Actor = this.all.acme.buyer,
  ): Promise<Reply<FindingFile>> {
    const { revision } = await this.file();
    return actor.post<FindingFile>(`/api/findings/${this.id}/${act}`, { ...body, revision });
  }

  async supplier(act: string, body: object = {}): Promise<Reply<FindingFile>> {
    const { revision } = await this.file();
    const path = `/api/follow-up/findings/${this.id}/${act}`;
    return this.all.cadran.contributor.post<FindingFile>(path, { ...body, revision });
  }

  async agreesPlan(): Promise<void> {
    await this.buyer('plan', aPlan);
    await this.supplier('agree');
  }

  proves(name = 'restauration.txt', content = 'Restauration réussie le 12 novembre.') {
    return this.all.cadran.contributor
      .start('post', `/api/follow-up/findings/${this.id}/pieces`)
      .field('kind', 'pv_test')
      .field('datedOn', '2026-11-12')
      .attach('file', Buffer.from(content), name);
  }

  async score(): Promise<number> {
    const [row] = await this.all.sql<{ score: number }>(
      'SELECT score FROM engagement_standings WHERE engagement_id = $1',
      [this.given.engagementId],
    );
    return row?.score ?? -1;
  }

  snapshots() {
    return this.all.sql<{ cause: string; inputs: { answers: Record<string, unknown> } }>(
      'SELECT cause, inputs FROM score_snapshots WHERE assessment_id = $1 ORDER BY at, id',
      [this.given.assessmentId],
    );
  }
}
