import type { INestApplicationContext } from '@nestjs/common';
import { demoBuyerPeople, demoPassword } from '../../features/instance/instance.public.js';
import { readQuestionBank } from '../../platform/library/library-files.js';
import { cast, type CastKey } from './cast.js';
import { autumnCampaign, hostingCampaign, operationsCampaign } from './campaigns.js';
import { createPeople } from './people.js';
import { closeFindings, weigh } from './play-risk.js';
import { playCampaign } from './play.js';
import { playContracts } from './play-contracts.js';
import { Stage } from './stage.js';
import { addSupplier, type KnownSupplier } from './suppliers.js';
import type { Visitor } from './visitor.js';

/** When it begins. */
const daysAgo = 80;

/** Plays the last months of a buyer and its suppliers, act by act, through the routes that everybody calls. */
export async function loadDemo(app: INestApplicationContext): Promise<void> {
  await createPeople(app);
  const stage = await Stage.open(app);
  try {
    stage.on(daysAgo);
    const buyers = {
      claire: await signIn(stage, demoBuyerPeople.claire.email),
      ines: await signIn(stage, demoBuyerPeople.ines.email),
    };
    const versionId = await publishQuestionnaire(buyers.ines);
    const suppliers = new Map<CastKey, KnownSupplier>();
    for (const supplier of cast) suppliers.set(supplier.key, await addSupplier(buyers.claire, supplier));
    const scene = { stage, buyers, versionId, suppliers, bank: readQuestionBank() };
    await playCampaign(scene, hostingCampaign);
    await playCampaign(scene, operationsCampaign);
    await playCampaign(scene, autumnCampaign);
    await weigh(scene, 2);
    await closeFindings(scene, 1);
    await playContracts(scene);
  } finally {
    await stage.close();
  }
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
