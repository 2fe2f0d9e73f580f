import type { INestApplicationContext } from '@nestjs/common';
import { demoBuyerPeople, demoPassword } from '../../features/instance/instance.public.js';
import { cast, type CastKey } from './cast.js';
import { createPeople } from './people.js';
import { Stage } from './stage.js';
import { addSupplier, type KnownSupplier } from './suppliers.js';
import type { Visitor } from './visitor.js';

/** Plays the last months of a buyer and its suppliers, act by act, through the routes that everybody calls. */
export async function loadDemo(app: INestApplicationContext): Promise<void> {
  await createPeople(app);
  const stage = await Stage.open(app);
  try {
    stage.on(80);
    const claire = await signIn(stage, demoBuyerPeople.claire.email);
    const ines = await signIn(stage, demoBuyerPeople.ines.email);
    await publishQuestionnaire(ines);
    const known = new Map<CastKey, KnownSupplier>();
    for (const supplier of cast) known.set(supplier.key, await addSupplier(claire, supplier));
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
