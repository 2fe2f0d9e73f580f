import type { ContactResponse, SupplierResponse } from '../../src/features/suppliers/suppliers.dto.js';
import type { EngagementResponse } from '../../src/features/engagements/engagements.dto.js';
import type { EngagementContext } from '@probant/shared/questionnaires/document';
import type { Actor, Reply } from './actor.js';

/** Every fact of the context at its least: tier T1, no points. */
export const quietContext: EngagementContext = {
  health_data: false,
  personal_data: 'none',
  criticality: 'low',
  privileged_access: 'none',
  hosting: 'none',
  substitutability: 'easy',
  dns_or_mail: false,
  antimalware: false,
  managed_patching: false,
  mssp: false,
  directory_admin: false,
  on_premise: false,
  custom_dev: false,
  buyer_is_it_professional: false,
};

let count = 0;

export function aSupplier(change: object = {}): object {
  count += 1;
  return {
    name: `Fournisseur ${count}`,
    siren: null,
    country: 'FR',
    website: '',
    domains: [`fournisseur-${count}.example`],
    notes: '',
    ...change,
  };
}

export function aContact(change: object = {}): object {
  count += 1;
  return {
    name: `Contact ${count}`,
    email: `contact-${count}@fournisseur.example`,
    jobTitle: 'RSSI',
    phone: '',
    language: 'fr',
    ...change,
  };
}

/** A supplier of the actor's organisation; the actor is a buyer. */
export async function givenSupplier(buyer: Actor, change: object = {}): Promise<SupplierResponse> {
  return created(await buyer.post<SupplierResponse>('/api/suppliers', aSupplier(change)));
}

export async function givenContact(
  buyer: Actor,
  supplierId: string,
  change: object = {},
): Promise<ContactResponse> {
  return created(
    await buyer.post<ContactResponse>(`/api/suppliers/${supplierId}/contacts`, aContact(change)),
  );
}

/** An engagement, of a new supplier unless one is named. */
export async function givenEngagement(
  buyer: Actor,
  change: { readonly supplierId?: string; readonly name?: string; readonly context?: EngagementContext } = {},
): Promise<EngagementResponse> {
  count += 1;
  const { supplierId = (await givenSupplier(buyer)).id, context, ...more } = change;
  return created(
    await buyer.post<EngagementResponse>('/api/engagements', {
      supplierId,
      name: `Prestation ${count}`,
      description: '',
      context: { ...quietContext, ...context },
      ...more,
    }),
  );
}

function created<T>(reply: Reply<T>): T {
  if (reply.status !== 201) throw new Error(`not created: ${JSON.stringify(reply.body)}`);
  return reply.body;
}
