import type { Page } from 'playwright-core';

import { readLetter } from './letters.js';
import { address } from './open.js';

const context = {
  health_data: false,
  personal_data: 'ordinary',
  criticality: 'high',
  privileged_access: 'admin',
  hosting: 'partial',
  substitutability: 'medium',
  dns_or_mail: true,
  antimalware: true,
  managed_patching: true,
  mssp: true,
  directory_admin: true,
  on_premise: false,
  custom_dev: false,
  buyer_is_it_professional: false,
};

interface Asked {
  readonly name: string;
  readonly email: string;
}

async function post(buyer: Page, path: string, data: object): Promise<string> {
  const reply = await buyer.request.post(path, { data, headers: { origin: address() } });
  if (!reply.ok()) throw new Error(`${path}: ${await reply.text()}`);
  return ((await reply.json()) as { id: string }).id;
}

/** A supplier of this run's own, with a contact and one engagement, through the API that the screens use. */
export async function addEngagement(buyer: Page, { name, email }: Asked): Promise<string> {
  const supplierId = await post(buyer, '/api/suppliers', {
    name,
    siren: null,
    country: 'FR',
    website: '',
    domains: [],
    notes: '',
  });
  await post(buyer, `/api/suppliers/${supplierId}/contacts`, {
    name: 'Inès Roux',
    email,
    jobTitle: '',
    phone: '',
    language: 'fr',
  });
  return post(buyer, '/api/engagements', {
    supplierId,
    name: 'Supervision de nuit',
    description: '',
    context,
  });
}

/** A request sent to such a supplier, of any questionnaire unless a version is named: its assessment, and the link of its letter. */
export async function sendRequest(
  buyer: Page,
  asked: Asked,
  version?: string,
): Promise<{ id: string; link: string }> {
  const engagementId = await addEngagement(buyer, asked);
  const known = await buyer.request.get('/api/questionnaires?limit=100');
  const { items } = (await known.json()) as {
    items: { archived: boolean; published: { id: string } | null }[];
  };
  const versionId =
    version ?? items.find(({ archived, published }) => published !== null && !archived)?.published?.id;
  await post(buyer, '/api/campaigns', {
    name: `Contrôle ${asked.name}`,
    versionId,
    dueOn: '2099-03-16',
    message: '',
    items: [{ engagementId }],
  });
  const link = await readLetter(buyer, asked.email, /(https?:\S+\/r#\S+)/);
  const list = await buyer.request.get(`/api/assessments?search=${encodeURIComponent(asked.name)}`);
  const [assessment] = ((await list.json()) as { items: { id: string }[] }).items;
  if (assessment === undefined) throw new Error(`Nothing was sent to ${asked.name}.`);
  return { id: assessment.id, link };
}
