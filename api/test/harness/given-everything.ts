import { emptyTerms } from '@probant/shared/contracts/terms';
import type { OrganisationId } from '@probant/shared/ids';
import { Work } from '../../src/platform/database/work.js';
import { newId } from '../../src/platform/database/new-id.js';
import type { ObligationDetailResponse } from '../../src/features/calendar/calendar.dto.js';
import type { NoticeResponse } from '../../src/features/notices/notices.dto.js';
import type { Reply } from './actor.js';
import { aCertificate } from './given-certificate.js';
import { managedServices } from './given-assessment.js';
import { givenDrill, someHead, someLimits } from './given-drill.js';
import { aPlan, GivenFinding } from './given-finding.js';
import { givenIncident, someFacts, someFile } from './given-incident.js';
import { addsPiece, aStep, givenNotice } from './given-notice.js';
import type { GivenSubmission } from './given-submission.js';
import { aWarning, givenWarning } from './given-warning.js';
import { sha256 } from './read-chain.js';
import type { World } from './world.js';

/** Words of the buyer's own side, which no supplier may read. */
export const innerWords = {
  contract: 'La responsabilité du prestataire est plafonnée à douze mois.',
  reading: 'Plafond trop bas, à renégocier.',
  counsel: 'Me Perrin',
  acceptance: 'Coût interne trop élevé.',
  incident: 'Nous savions depuis la veille.',
  reply: 'etat_administratif',
  plan: 'Serveur tenu secret',
  ending: 'Décidé en comité restreint.',
  patchReport: 'Annexe illisible, redemandée.',
} as const;

/** An engagement of which every part has something: what either side did, through the routes. */
export async function givenEverything(all: World): Promise<GivenSubmission> {
  const finding = await GivenFinding.of(all, {
    context: { ...managedServices, health_data: true },
    answers: {
      'ADV-03': { state: 'answered', value: 'oui' },
      'EIC-03': { state: 'answered', value: 0.25 },
    },
  });
  const { given } = finding;
  await tellSubmitted(all, given);
  await readsContract(all, given);
  await admits(all, given);
  await statesChain(all, given);
  await checksCompany(all, given);
  await warns(all, given);
  await drills(all, given);
  await patchReports(all, given);
  await reportsIncident(all, given);
  await givesNotice(all, given);
  await corrects(all, finding);
  await judges(all, given);
  return given;
}

/** A submission of the harness is a row; people’s is told of in both chains. */
export function tellSubmitted(all: World, given: GivenSubmission): Promise<void> {
  const { assessmentId, submissionId, submissionSha256, supplierOrganisationId, pieces } = given;
  return all.app.get(Work).runFor(supplierOrganisationId as OrganisationId, (tx) =>
    tx.recordForBoth({
      kind: 'submitted',
      assessmentId,
      submissionId,
      number: 1,
      submissionSha256,
      answers: 1,
      pieces: pieces.length,
    }),
  );
}

function did<T>(reply: Reply<T>): T {
  if (reply.status >= 300) throw new Error(JSON.stringify(reply.body));
  return reply.body;
}

async function readsContract(all: World, { engagementId }: GivenSubmission): Promise<void> {
  const { buyer } = all.acme;
  const path = `/api/engagements/${engagementId}/contract`;
  const terms = { ...emptyTerms('Contrat d’infogérance'), startsOn: '2026-01-01', termMonths: 36 };
  did(await buyer.put(`${path}/terms`, { terms, reason: '', number: 0 }));
  const sent = buyer.start('post', `${path}/documents`);
  const stored = did(
    buyer.finish<{ items: { id: string }[] }>(
      await sent.attach('file', Buffer.from(`ARTICLE 9. ${innerWords.contract}`), 'contrat.txt'),
    ),
  );
  const start = 'ARTICLE 9. '.length;
  const passage = {
    documentId: stored.items[0]?.id,
    start,
    end: start + innerWords.contract.length,
  };
  const note = innerWords.reading;
  did(await buyer.put(`${path}/clauses/CL-12`, { status: 'weak', passage, note, revision: 0 }));
  did(await buyer.put(`${path}/clauses/CL-01`, { status: 'absent', passage: null, note, revision: 0 }));
}

/** Asked what a text makes it change, the supplier answers, and the buyer files it. */
async function admits(all: World, { engagementId, assessmentId }: GivenSubmission): Promise<void> {
  const { buyer } = all.acme;
  const query = `engagementId=${engagementId}&regulation=decree-2026-209&state=all`;
  const { items } = did(await buyer.get<{ items: { id: string }[] }>(`/api/calendar?${query}`));
  const path = `/api/calendar/obligations/${items[0]?.id ?? ''}`;
  did(await buyer.post(`${path}/question`, { language: 'fr' }));
  all.clock.at = new Date(all.clock.now().getTime() + 1_000);
  const answer = { questionId: '', body: 'Le stockage, avant mars.' };
  did(await all.cadran.contributor.post(`/api/requests/${assessmentId}/clarifications`, answer));
  const read = did(await buyer.get<ObligationDetailResponse>(path));
  const clarificationId = read.regulation?.asked?.replies[0]?.id;
  did(await buyer.post(`${path}/admission`, { clarificationId, changeBy: '2027-03-01', number: 0 }));
}

async function statesChain(all: World, { supplierId, engagementId }: GivenSubmission): Promise<void> {
  const { buyer } = all.acme;
  const [supplier] = await all.sql<{ name: string }>('SELECT name FROM suppliers WHERE id = $1', [
    supplierId,
  ]);
  const actors = [{ id: supplierId, name: supplier?.name ?? '', siren: null }];
  const performance = {
    ...{ activity: '1_sites', actorId: supplierId, sites: [], claim: 'unknown' },
    ...{ hostId: null, source: null, statedOn: null },
  };
  did(
    await buyer.put(`/api/engagements/${engagementId}/certification`, {
      ...{ revision: 0, actors, contracts: [], performances: [performance], notPerformed: [] },
    }),
  );
  const { id } = did(await buyer.post<{ id: string }>('/api/certificates', aCertificate(supplierId)));
  const loss = { cause: 'withdrawn', lostOn: '2026-11-20', note: 'Liste publique' };
  did(await all.acme['risk-manager'].post(`/api/certificates/${id}/loss`, loss));
  const path = `/api/engagements/${engagementId}/certification`;
  const { procedures } = did(await buyer.get<{ procedures: { id: string }[] }>(path));
  const step = { step: 'told', doneOn: '2026-11-21', note: '' };
  did(await buyer.post(`${path}/procedures/${procedures[0]?.id ?? ''}/steps`, step));
  did(await buyer.post('/api/certificates', aCertificate(supplierId, { number: 'HDS-2025-0001' })));
}

/** As it would be kept, without asking anybody. */
async function checksCompany(
  all: World,
  { buyerId, engagementId, assessmentId }: GivenSubmission,
): Promise<void> {
  const checkId = newId();
  const body = JSON.stringify({ [innerWords.reply]: 'A' });
  const reading = '{"remarks":[],"verdict":"ok"}';
  const at = all.clock.now();
  await all.sql(
    `INSERT INTO checks (organisation_id, id, engagement_id, kind, target, verdict, reading, asked_by, asked_by_name, fetched_at)
     SELECT $1, $2, $3, 'company', '732829320', 'ok', $5::jsonb, m.account_id, 'Claire', $4
     FROM memberships m WHERE m.organisation_id = $1 LIMIT 1`,
    [buyerId, checkId, engagementId, at, reading],
  );
  await all.sql(
    `INSERT INTO check_replies (organisation_id, check_id, place, source, status, sha256, body, fetched_at)
     VALUES ($1, $2, 0, 'https://registre.example/search', 200, $4, convert_to($5, 'UTF8'), $3)`,
    [buyerId, checkId, at, sha256(body), body],
  );
  await all.sql(
    `INSERT INTO check_proofs (organisation_id, assessment_id, question_key, check_id, name, level, checked_on, answer_sha256,
       graded_by, graded_by_name, graded_at)
     SELECT $1, $2, 'GOV-01', $3, 'SIREN', 'E3', '2026-11-22', repeat('a', 64), m.account_id, 'Claire', $4
     FROM memberships m WHERE m.organisation_id = $1 LIMIT 1`,
    [buyerId, assessmentId, checkId, at],
  );
  await all.app.get(Work).runFor(buyerId as OrganisationId, async (tx) => {
    await tx.record({
      kind: 'check-made',
      engagementId,
      checkId: checkId as never,
      check: 'company',
      target: '732829320',
      verdict: 'ok',
      readingSha256: sha256(reading),
      repliesSha256: [sha256(body)],
    });
    await tx.record({
      kind: 'check-graded',
      assessmentId,
      questionId: 'GOV-01',
      checkId: checkId as never,
      name: 'SIREN',
      level: 'E3',
      checkedOn: '2026-11-22',
    });
  });
}

/** Given by the supplier and accepted; entered by the buyer and confirmed; and taken as proof. */
async function warns(all: World, given: GivenSubmission): Promise<void> {
  const { buyer } = all.acme;
  const { warningId } = await givenWarning(all, given);
  did(
    await buyer.post(`/api/warnings/${warningId}/decisions`, { decision: 'refused', reason: 'Hors budget.' }),
  );
  const review = `/api/assessments/${given.assessmentId}/review/warnings/${warningId}`;
  did(await buyer.put(review, { questionId: 'ADV-03', level: 'E2' }));
  const entered = did(
    await buyer.post<{ id: string }>(`/api/engagements/${given.engagementId}/warnings`, {
      ...aWarning,
      subject: 'Mise à jour',
      received: { on: '2026-11-10', by: 'letter' },
    }),
  );
  did(await all.cadran.contributor.post(`/api/warnings/${entered.id}/confirmation`));
}

async function drills(all: World, given: GivenSubmission): Promise<void> {
  const { recordId, authorisationId } = await givenDrill(all, given.engagementId, {
    recorded: true,
    head: { ...someHead, limits: { ...someLimits, source: 'article 9', tellHours: 4 } },
  });
  const reply = { stance: 'countersigned', reason: '' };
  did(await all.cadran['supplier-admin'].post(`/api/follow-up/drills/${recordId}/reply`, reply));
  const measure = `/api/assessments/${given.assessmentId}/measures/EIC-03`;
  did(await all.acme.buyer.put(measure, { recordId, confirmed: true }));
  const path = `/api/engagements/${given.engagementId}`;
  const drop = { on: '2026-12-08', at: '23:30', place: innerWords.plan };
  did(await all.acme['risk-manager'].put(`${path}/drill-plan`, { revision: 0, drops: [drop] }));
  const withdrawal = `${path}/drill-authorisations/${authorisationId}/withdraw`;
  did(await all.acme.buyer.post(withdrawal, { reason: 'Migration en cours' }));
}

async function patchReports(all: World, { engagementId }: GivenSubmission): Promise<void> {
  const path = `/api/engagements/${engagementId}`;
  const month = all.clock.at.toISOString().slice(0, 7);
  const expected = { revision: 0, fromMonth: month };
  did(await all.acme.buyer.put(`${path}/patch-report-expectation`, expected));
  const received = { outcome: 'received', receivedOn: `${month}-01`, note: innerWords.patchReport };
  did(await all.acme['risk-manager'].post(`${path}/patch-reports`, { month, revision: 0, ...received }));
}

async function reportsIncident(all: World, { engagementId }: GivenSubmission): Promise<void> {
  const id = await givenIncident(all, engagementId);
  const { buyer } = all.acme;
  const other = { ...someFacts, toldAt: { on: '2026-11-19', at: '08:00' } };
  did(await all.cadran.contributor.post(`/api/follow-up/incidents/${id}/statements`, other));
  const file = { ...someFile, note: innerWords.incident, revision: 0 };
  did(await buyer.put(`/api/engagements/${engagementId}/incidents/${id}/file`, file));
}

/** Posted, received, answered with a cure that the buyer grades. */
async function givesNotice(all: World, { engagementId }: GivenSubmission): Promise<void> {
  const { buyer } = all.acme;
  const { noticeId } = await givenNotice(all, engagementId);
  const path = `/api/notices/${noticeId}`;
  const read = async () => did(await buyer.get<NoticeResponse>(path));
  did(await addsPiece(buyer, `${path}/pieces`, { role: 'receipt' }, 'avis.txt'));
  const { revision } = await read();
  did(await buyer.post(`${path}/steps`, { ...aStep('receive', { on: '2018-04-18' }), revision }));
  const theirs = `/api/received-notices/${noticeId}`;
  did(
    await all.cadran.contributor.post(`${theirs}/replies`, { kind: 'cures', body: 'Mises à jour faites.' }),
  );
  did(await addsPiece(all.cadran.contributor, `${theirs}/pieces`, { datedOn: '2018-05-02' }, 'relevé.txt'));
  const cure = (await read()).pieces.find(({ role }) => role === 'cure')?.id ?? '';
  did(await buyer.put(`${path}/pieces/${cure}/grading`, { level: 'E2', reason: '', number: 0 }));
}

/** A plan is agreed, proved and verified; then opened again, and the risk accepted. */
async function corrects(all: World, finding: GivenFinding): Promise<void> {
  did(await finding.buyer('plan', aPlan));
  did(await finding.supplier('agree'));
  await finding.proves();
  did(await finding.supplier('delivery', { reason: 'Copie en place.' }));
  did(
    await finding.buyer('verification', {
      value: 'immuable',
      level: 'E3',
      datedOn: '2026-11-12',
      reason: 'Vu sur place.',
    }),
  );
  did(await finding.buyer('reopen', { reason: 'La copie a disparu.' }));
  const until = '2027-02-01';
  did(await finding.buyer('acceptance', { reason: innerWords.acceptance, until }));
  did(
    await finding.buyer(
      'acceptance/decision',
      { accepted: true, reason: innerWords.acceptance },
      all.acme['risk-manager'],
    ),
  );
}

async function judges(all: World, { engagementId }: GivenSubmission): Promise<void> {
  const { buyer } = all.acme;
  const dates = { toldOn: '2018-05-25', effectiveOn: '2018-06-30' };
  const ending = { ground: 'breach', ...dates, note: innerWords.ending, number: 0 };
  did(await buyer.post(`/api/engagements/${engagementId}/contract/endings`, ending));
  const losses = [{ kind: 'interruption', label: '', cents: 482_463_03, excluded: false }];
  const estimate = { key: 'ransomware', losses, ownCostsCents: 0, lostChance: null, grossFault: false };
  const terms = {
    annualFeeCents: 12_000_00,
    cap: { kind: 'multiple', multiple: 1 },
    remainingFeesCents: 37_343_63,
    exitClauses: [],
  };
  did(await buyer.put('/api/exposure-notice', { number: 1 }));
  did(
    await buyer.put(`/api/engagements/${engagementId}/exposure`, {
      terms,
      estimates: [estimate],
      revision: 0,
    }),
  );
}
