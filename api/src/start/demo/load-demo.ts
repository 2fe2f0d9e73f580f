import type { INestApplicationContext } from '@nestjs/common';
import {
  demoBuyerPeople,
  demoPassword,
  demoSupplierPeople,
} from '../../features/instance/instance.public.js';
import { DailyStandings } from '../../features/scoring/scoring.public.js';
import { Work } from '../../platform/database/work.js';
import { readQuestionBank } from '../../platform/library/library-files.js';
import { cast, type CastKey } from './cast.js';
import { autumnCampaign, hostingCampaign, operationsCampaign } from './campaigns.js';
import { inOrder } from './in-order.js';
import { createPeople } from './people.js';
import { confront } from './play-contradictions.js';
import { handOverPart } from './play-delegation.js';
import { playContracts } from './play-contracts.js';
import { drill } from './play-drills.js';
import { incidents } from './play-incidents.js';
import { describeChains } from './play-certification.js';
import { estimateExposure } from './play-exposure.js';
import { recordPatchReports } from './play-patch-reports.js';
import { askForProof } from './play-proof.js';
import { importSheet } from './play-import.js';
import { playNotices } from './play-notices.js';
import { followObligations } from './play-obligations.js';
import { reassess } from './play-reassessments.js';
import { reportToTheBoard } from './play-reports.js';
import { remindWhenDue } from './play-reminders.js';
import { warn } from './play-warnings.js';
import { followFindings } from './play-findings.js';
import { weigh } from './play-risk.js';
import { playCampaign, type Scene } from './play.js';
import { Stage } from './stage.js';
import { addSupplier, type KnownSupplier } from './suppliers.js';
import type { Visitor } from './visitor.js';

/** When it begins. */
const daysAgo = 80;

/** Plays the last months of a buyer and its suppliers, act by act, through the routes that everybody calls. */
export async function loadDemo(app: INestApplicationContext, ownerUrl: string): Promise<void> {
  const stage = await Stage.open(app, ownerUrl);
  try {
    await stage.on(daysAgo);
    const organisationIds = await createPeople(stage.app);
    const scene = await setScene(stage);
    const campaigns = [hostingCampaign, operationsCampaign, autumnCampaign];
    const plays = [
      ...campaigns.map((campaign) => playCampaign(scene, campaign)),
      weigh(scene, 2),
      followFindings(scene),
      estimateExposure(scene, 1),
      playContracts(scene),
      recordPatchReports(scene, 1),
      warn(scene),
      askForProof(scene, 1),
      reportToTheBoard(scene, 1),
      importSheet(scene, 1),
      drill(scene),
      incidents(scene),
      describeChains(scene, 26),
      confront(scene),
      ...playNotices(scene),
      followObligations(scene),
      remindWhenDue(scene, campaigns),
      reassess(scene),
      handOverPart(scene),
    ];
    for await (const day of inOrder(plays)) await stage.on(day);
    // At the database's own instant: the chains say themselves that what precedes was played.
    for (const id of organisationIds)
      await app.get(Work).runFor(id, (tx) => tx.record({ kind: 'demo-loaded' }));
  } finally {
    await stage.close();
  }
  await app.get(DailyStandings).run();
}

async function setScene(stage: Stage): Promise<Scene> {
  const buyers = {
    claire: await signIn(stage, demoBuyerPeople.claire.email),
    ines: await signIn(stage, demoBuyerPeople.ines.email),
  };
  const versionId = await publishQuestionnaire(buyers.ines);
  const suppliers = new Map<CastKey, KnownSupplier>();
  for (const supplier of cast) suppliers.set(supplier.key, await addSupplier(buyers.claire, supplier));
  const lea = await signIn(stage, demoSupplierPeople.lea.email);
  return { stage, buyers, lea, versionId, suppliers, bank: readQuestionBank() };
}

async function signIn(stage: Stage, email: string): Promise<Visitor> {
  const visitor = stage.visitor();
  await visitor.post('/api/session', { email, password: demoPassword });
  return visitor;
}

async function publishQuestionnaire(riskManager: Visitor): Promise<string> {
  const { id, revision } = await riskManager.post<{ id: string; revision: number }>('/api/questionnaires', {
    fromLibrary: true,
  });
  const { versions } = await riskManager.post<{ versions: readonly { id: string }[] }>(
    `/api/questionnaires/${id}/versions`,
    { revision },
  );
  const [version] = versions;
  if (version === undefined) throw new Error('publishing left no version');
  return version.id;
}
