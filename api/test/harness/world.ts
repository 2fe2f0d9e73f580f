import type { MemberRole, OrganisationKind } from '@probant/shared/permissions';
import { Accounts } from '../../src/features/identity/identity.public.js';
import { Work } from '../../src/platform/database/work.js';
import { Actor } from './actor.js';
import { startApp, type RunningApp } from './running-app.js';

export const password = 'quatre mots au hasard';

/** An organisation with one member per role, each signed in. */
export type People<R extends MemberRole> = { readonly id: string } & { readonly [K in R]: Actor };
export type BuyerPeople = People<'admin' | 'buyer' | 'risk-manager' | 'auditor'>;
export type SupplierPeople = People<'supplier-admin' | 'contributor'>;

export interface World extends RunningApp {
  readonly anonymous: () => Actor;
  /** Two buyers and two suppliers that know nothing of each other. */
  readonly acme: BuyerPeople;
  readonly globex: BuyerPeople;
  readonly cadran: SupplierPeople;
  readonly talweg: SupplierPeople;
}

export async function world(): Promise<World> {
  return populate(await startApp());
}

export async function populate(running: RunningApp): Promise<World> {
  return {
    ...running,
    anonymous: () => new Actor(running),
    acme: await addOrganisation(running, 'acme', 'buyer', ['admin', 'buyer', 'risk-manager', 'auditor']),
    globex: await addOrganisation(running, 'globex', 'buyer', ['admin', 'buyer', 'risk-manager', 'auditor']),
    cadran: await addOrganisation(running, 'cadran', 'supplier', ['supplier-admin', 'contributor']),
    talweg: await addOrganisation(running, 'talweg', 'supplier', ['supplier-admin', 'contributor']),
  };
}

export async function addOrganisation<R extends MemberRole>(
  running: RunningApp,
  name: string,
  kind: OrganisationKind,
  roles: readonly R[],
): Promise<People<R>> {
  const accounts = running.app.get(Accounts);
  const emailOf = (role: R) => `${role}@${name}.example`;
  const id = await running.app.get(Work).serve('identity', async (tx) => {
    const [founderRole, ...others] = roles;
    if (founderRole === undefined) throw new Error('an organisation has at least one member');
    const founder = await accounts.create(tx, {
      email: emailOf(founderRole),
      name: `${founderRole} ${name}`,
      language: 'fr',
      password,
    });
    const organisationId = await accounts.createOrganisation(
      tx,
      { kind, name, language: 'fr' },
      { accountId: founder, name: `${founderRole} ${name}`, roles: [founderRole] },
    );
    for (const role of others) {
      await tx.query("SELECT speak(NULL, NULL, 'identity')");
      const accountId = await accounts.create(tx, {
        email: emailOf(role),
        name: `${role} ${name}`,
        language: 'fr',
        password,
      });
      await accounts.join(tx, organisationId, { accountId, name: `${role} ${name}`, roles: [role] });
    }
    return organisationId;
  });
  const people = await Promise.all(
    roles.map(
      async (role) =>
        [role, await new Actor(running, `${role} of ${name}`).signsIn(emailOf(role), password)] as const,
    ),
  );
  return { id, ...Object.fromEntries(people) } as unknown as People<R>;
}
