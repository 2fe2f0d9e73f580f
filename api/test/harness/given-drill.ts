import type { Actor, Reply } from './actor.js';
import type { World } from './world.js';

export const someLimits = {
  source: '',
  detectHours: null,
  qualifyHours: null,
  tellHours: null,
  originSearch: false,
};
/** Of the file that the platform hands out. */
const sha256 = '275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f';

export const someTicket = {
  reference: 'INC-1',
  title: '',
  openedAt: { on: '2026-11-08', at: '03:10' },
  firstCommentAt: { on: '2026-11-08', at: '03:40' },
  comment: '',
  verdict: 'threat',
  originSearched: 'yes',
  closedBy: '',
  escalatedAt: null,
  toldAt: { on: '2026-11-08', at: '05:10' },
  channel: 'email',
  told: '',
};

/** A Sunday at night. */
export const someDrop = {
  place: 'Serveur de fichiers',
  method: 'Copie',
  sha256,
  token: '',
  droppedAt: { on: '2026-11-08', at: '02:55' },
  witness: '',
  tickets: [someTicket],
};

export const someHead = { name: 'Nuit de novembre', limits: someLimits, explanation: null };

export interface Book {
  readonly authorisations: readonly { readonly id: string; readonly inForce: boolean }[];
  readonly plan: { readonly revision: number; readonly warnings: readonly { readonly code: string }[] };
  readonly drills: readonly {
    readonly id: string;
    readonly revision: number;
    readonly recorded: boolean;
    readonly drops: readonly { readonly id: string; readonly revision: number; readonly token: string }[];
    readonly testFiles: readonly { readonly token: string; readonly name: string }[];
    readonly records: readonly {
      readonly id: string;
      readonly number: number;
      readonly shared: boolean;
      readonly replies: readonly { readonly stance: string }[];
    }[];
  }[];
}

/** The supplier's consent for the whole of 2026. */
export async function givenAuthorisation(
  buyer: Actor,
  engagementId: string,
  change: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { body } = await sendAuthorisation(buyer, engagementId, change);
  return body.authorisations[0]?.id ?? '';
}

export async function sendAuthorisation(
  buyer: Actor,
  engagementId: string,
  change: Readonly<Record<string, string>> = {},
  content = 'Bon pour accord.',
): Promise<Reply<Book>> {
  const fields = {
    reference: 'AUT-2026-1',
    signatory: 'Léa Marchand',
    perimeter: 'Serveurs de fichiers',
    validFrom: '2026-01-01',
    validUntil: '2026-12-31',
    ...change,
  };
  let call = buyer.start('post', `/api/engagements/${engagementId}/drill-authorisations`);
  for (const [name, value] of Object.entries(fields)) call = call.field(name, value);
  return buyer.finish<Book>(await call.attach('file', Buffer.from(content), 'autorisation.txt'));
}

export interface GivenDrill {
  readonly authorisationId: string;
  readonly drillId: string;
  readonly dropId: string;
  readonly recordId: string;
}

/** A drill with one drop; on record when told. */
export async function givenDrill(
  all: World,
  engagementId: string,
  {
    recorded = false,
    head = someHead,
    drop = someDrop,
  }: { readonly recorded?: boolean; readonly head?: object; readonly drop?: object } = {},
): Promise<GivenDrill> {
  const { buyer } = all.acme;
  const path = `/api/engagements/${engagementId}`;
  const authorisationId = await givenAuthorisation(buyer, engagementId);
  const opened = await buyer.post<Book>(`${path}/drills`, { ...head, authorisationId });
  const drillId = opened.body.drills[0]?.id ?? '';
  const { body } = await buyer.post<Book>(`${path}/drills/${drillId}/drops`, drop);
  const dropId = body.drills[0]?.drops[0]?.id ?? '';
  if (!recorded) return { authorisationId, drillId, dropId, recordId: '' };
  const record = await buyer.post<Book>(`${path}/drills/${drillId}/record`);
  return { authorisationId, drillId, dropId, recordId: record.body.drills[0]?.records[0]?.id ?? '' };
}
