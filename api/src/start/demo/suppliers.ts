import type { EngagementContext } from '@probant/shared/questionnaires/document';
import type { Visitor } from './visitor.js';

export interface DemoContact {
  readonly name: string;
  readonly email: string;
  readonly jobTitle: string;
  readonly language?: 'fr' | 'en';
}

export interface DemoEngagement {
  readonly name: string;
  readonly description: string;
  /** What differs from a quiet service: no data, no access, nothing hosted. */
  readonly context: EngagementContext;
}

export interface DemoSupplier {
  readonly key: string;
  readonly name: string;
  /** Invented: far above the numbers given out so far, with a checksum that holds. */
  readonly siren: string;
  readonly notes: string;
  /** The first is the one who is asked. */
  readonly contacts: readonly DemoContact[];
  readonly engagements: readonly DemoEngagement[];
}

/** What the rest of the demo needs to know of a supplier once it is there. */
export interface KnownSupplier {
  readonly supplierId: string;
  /** In the order of the engagements. */
  readonly engagementIds: readonly string[];
  /** In the order of the contacts. */
  readonly contactIds: readonly string[];
}

const quiet: EngagementContext = {
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

/** Enters a supplier as a buyer does: the record, who to write to, what is bought. */
export async function addSupplier(buyer: Visitor, supplier: DemoSupplier): Promise<KnownSupplier> {
  const { name, siren, notes, contacts, engagements } = supplier;
  const domain = domainOf(supplier);
  const { id: supplierId } = await buyer.post<{ id: string }>('/api/suppliers', {
    name,
    siren,
    country: 'FR',
    website: `https://www.${domain}`,
    domains: [domain],
    notes,
  });
  const contactIds: string[] = [];
  for (const { language = 'fr', ...contact } of contacts) {
    const body = { ...contact, phone: '', language };
    contactIds.push((await buyer.post<{ id: string }>(`/api/suppliers/${supplierId}/contacts`, body)).id);
  }
  const engagementIds: string[] = [];
  for (const { context, ...engagement } of engagements) {
    const body = { supplierId, ...engagement, context: { ...quiet, ...context } };
    engagementIds.push((await buyer.post<{ id: string }>('/api/engagements', body)).id);
  }
  return { supplierId, engagementIds, contactIds };
}

function domainOf({ contacts }: DemoSupplier): string {
  return contacts[0]?.email.split('@')[1] ?? 'fournisseur.example';
}
