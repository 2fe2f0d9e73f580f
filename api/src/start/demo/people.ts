import type { INestApplicationContext } from '@nestjs/common';
import type { OrganisationId } from '@probant/shared/ids';
import { Accounts } from '../../features/identity/identity.public.js';
import {
  demoBuyer,
  demoBuyerPeople,
  demoPassword,
  demoPeople,
  demoSupplier,
  demoSupplierPeople,
  type DemoPerson,
} from '../../features/instance/instance.public.js';
import { speakFor, Work } from '../../platform/database/work.js';

/** The two workspaces whose people one can be: a buyer's and a supplier's. */
export async function createPeople(app: INestApplicationContext): Promise<OrganisationId[]> {
  const { claire, ines, paul } = demoBuyerPeople;
  const { lea, hugo } = demoSupplierPeople;
  return [
    await createOrganisation(app, { kind: 'buyer', name: demoBuyer }, claire, [ines, paul]),
    await createOrganisation(app, { kind: 'supplier', name: demoSupplier }, lea, [hugo]),
  ];
}

async function createOrganisation(
  app: INestApplicationContext,
  { kind, name }: { readonly kind: 'buyer' | 'supplier'; readonly name: string },
  founder: DemoPerson,
  others: readonly DemoPerson[],
): Promise<OrganisationId> {
  const accounts = app.get(Accounts);
  const account = ({ email, name: person }: DemoPerson) =>
    ({ email, name: person, language: 'fr', password: demoPassword }) as const;
  return app.get(Work).serve('identity', async (tx) => {
    const founderId = await accounts.create(tx, account(founder));
    const ids = await Promise.all(others.map((person) => accounts.create(tx, account(person))));
    const organisationId = await accounts.createOrganisation(
      tx,
      { kind, name, language: 'fr', demo: true },
      { accountId: founderId, name: founder.name, roles: founder.roles },
    );
    for (const [index, { name: person, roles }] of others.entries()) {
      const accountId = ids[index];
      if (accountId === undefined) continue;
      const own = await speakFor(tx, organisationId, accountId, 'identity');
      await accounts.join(own, organisationId, { accountId, name: person, roles });
    }
    return organisationId;
  });
}

/** In a demo its accounts open with the public password; elsewhere nobody knows their passwords. */
export async function keepPasswords(app: INestApplicationContext, demo: boolean): Promise<void> {
  const accounts = app.get(Accounts);
  await app.get(Work).serve('identity', (tx) =>
    accounts.keepPublicPassword(tx, {
      emails: demoPeople.map(({ email }) => email),
      password: demoPassword,
      opens: demo,
    }),
  );
}
