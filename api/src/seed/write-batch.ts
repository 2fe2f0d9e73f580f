import type { Work, Tx } from '../platform/database/work.js';
import type { Batch, Ground } from './invented-assessment.js';
import { insertRows } from './insert-rows.js';
import { tellStory, type Told } from './tell-story.js';
import { writeSheets, writeSubmissions } from './write-answers.js';
import { writeRecords, writeStandings } from './write-records.js';
import { writeAssessments } from './write-requests.js';
import { writeReviews } from './write-reviews.js';

/** All of a batch in one transaction, each row by the side that owns it. */
export async function writeBatch(work: Work, ground: Ground, batch: Batch): Promise<void> {
  const { scope } = ground.buyer;
  await work.run(scope, async (tx) => {
    await writeRecords(tx, ground, batch);
    const recipients = await writeAssessments(tx, ground, batch);
    await writeStandings(tx, ground, batch);
    await tx.query("SELECT speak($1, $2, 'link')", [scope.organisationId, scope.accountId]);
    await insertRows(tx, 'acceptances', recipients);
    await writeSuppliers(tx, ground, batch);
    await tx.query("SELECT speak($1, $2, '')", [scope.organisationId, scope.accountId]);
    await writeReviews(tx, ground, batch);
  });
}

/** Sheets, answers, submissions and chains of each supplier's workspace; the buyer's chains come after. */
async function writeSuppliers(tx: Tx, ground: Ground, { assessments }: Batch): Promise<void> {
  const { buyer, suppliers } = ground;
  const told = assessments.map((one) => tellStory(ground, one));
  for (const { scope } of suppliers) {
    const own = assessments.filter(
      ({ status, engagement }) => status !== 'sent' && engagement.workspace.scope === scope,
    );
    await tx.query("SELECT speak($1, $2, '')", [scope.organisationId, scope.accountId]);
    await writeSheets(tx, buyer.scope.organisationId, own);
    await writeSubmissions(tx, buyer.scope.organisationId, own);
    await writeChains(tx, told.flat(), scope.organisationId);
  }
  await tx.query("SELECT speak($1, $2, '')", [buyer.scope.organisationId, buyer.scope.accountId]);
  await writeChains(tx, told.flat(), buyer.scope.organisationId);
}

async function writeChains(tx: Tx, told: readonly Told[], organisationId: string): Promise<void> {
  const own = told.filter(({ chains }) => chains[0]?.['organisation_id'] === organisationId);
  await insertRows(
    tx,
    'chains',
    own.flatMap(({ chains }) => chains),
  );
  await insertRows(
    tx,
    'events',
    own.flatMap(({ events }) => events),
  );
}
