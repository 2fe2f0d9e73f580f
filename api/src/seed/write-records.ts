import type { Instant } from '@probant/shared/calendar';
import type { OrganisationId } from '@probant/shared/ids';
import { newId } from '../platform/database/new-id.js';
import type { Tx } from '../platform/database/work.js';
import { sha256 } from '../platform/hash/sha256.js';
import { replaceLapses } from '../features/portfolio/standing-lapses.js';
import { replaceRisks } from '../features/portfolio/standing-risks.js';
import { toStanding } from '../features/scoring/work-out.js';
import { countQuestions, type AssessedEngagement, type Batch, type Ground } from './invented-assessment.js';
import { insertRows } from './insert-rows.js';

export async function writeRecords(
  tx: Tx,
  { buyer, now }: Ground,
  { number, engagements }: Batch,
): Promise<void> {
  const { organisationId } = buyer.scope;
  const suppliers = new Map(engagements.map((one) => [one.supplierId, one]));
  const dated = { created_at: now };
  await insertRows(
    tx,
    'suppliers',
    [...suppliers.values()].map(({ supplierId, supplierName, contact }) => ({
      organisation_id: organisationId,
      id: supplierId,
      name: supplierName,
      country: 'FR',
      website: '',
      domains: [contact.email.split('@')[1]],
      notes: '',
      revision: 1,
      updated_at: now,
      ...dated,
    })),
  );
  await writeContacts(tx, organisationId, [...suppliers.values()], now);
  await insertRows(
    tx,
    'engagements',
    engagements.map(({ id, supplierId, name, asked }) => ({
      organisation_id: organisationId,
      id,
      supplier_id: supplierId,
      name,
      description: '',
      context: asked.context,
      tier: asked.tier,
      points: asked.points,
      revision: 1,
      updated_at: now,
      ...dated,
    })),
  );
  const fileSha256 = sha256(engagements.map(({ id }) => id).join('\n'));
  const fileName = `jeu-genere-${String(number).padStart(4, '0')}`;
  const imported = { kind: 'import-applied', fileName, fileSha256, changed: 0 } as const;
  await tx.record({ ...imported, list: 'suppliers', created: suppliers.size });
  await tx.record({ ...imported, list: 'engagements', created: engagements.length });
}

function writeContacts(
  tx: Tx,
  organisationId: OrganisationId,
  suppliers: readonly AssessedEngagement[],
  now: Instant,
): Promise<void> {
  return insertRows(
    tx,
    'contacts',
    suppliers.map(({ supplierId, contact }) => ({
      organisation_id: organisationId,
      id: newId(),
      supplier_id: supplierId,
      name: contact.name,
      email: contact.email,
      job_title: '',
      phone: '',
      language: 'fr',
      revision: 1,
      created_at: now,
    })),
  );
}

/** Written whole and once: following each assessment step by step would count the portfolio anew every time. */
export async function writeStandings(
  tx: Tx,
  { buyer }: Ground,
  { engagements, assessments }: Batch,
): Promise<void> {
  const current = new Map(assessments.map((one) => [one.engagement.id, one]));
  const scored = new Map(
    assessments.flatMap((one) => (one.scored === null ? [] : [[one.engagement.id, one.scored]])),
  );
  const standings = new Map([...scored].map(([id, last]) => [id, toStanding(last)]));
  await insertRows(
    tx,
    'engagement_standings',
    engagements.map((engagement) => {
      const one = current.get(engagement.id);
      const standing = standings.get(engagement.id);
      const states = standing?.knockouts.map(({ state }) => state) ?? [];
      return {
        organisation_id: buyer.scope.organisationId,
        engagement_id: engagement.id,
        supplier_id: engagement.supplierId,
        supplier_name: engagement.supplierName,
        engagement_name: engagement.name,
        tier: engagement.asked.tier,
        assessment_id: one?.id ?? null,
        status: one?.status ?? 'none',
        due_on: one?.dueOn ?? null,
        score: standing?.score ?? null,
        base: standing?.base ?? null,
        floor: standing?.floor ?? null,
        grade: standing?.grade ?? null,
        confidence: standing?.confidence ?? null,
        before_review: standing?.beforeReview ?? null,
        unexamined: standing?.unexamined ?? 0,
        knockouts: standing?.knockouts ?? [],
        unlawful: states.includes('unlawful'),
        undemonstrated: states.includes('undemonstrated'),
        themes: standing?.themes ?? {},
        answered: one === undefined ? 0 : Object.keys(one.answers).length,
        questions: one === undefined ? 0 : countQuestions(engagement),
        scored_at: standing?.scoredAt ?? null,
        scored_assessment_id: standing?.assessmentId ?? null,
        score_soon: standing?.scoreSoon ?? null,
        grade_soon: standing?.gradeSoon ?? null,
        archived: false,
      };
    }),
  );
  await replaceLapses(tx, [...standings.values()]);
  await replaceRisks(tx, [...standings.values()]);
}
