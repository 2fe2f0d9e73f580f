import type { World } from './world.js';

/** A night: detected at once, told in the morning. */
export const someFacts = {
  title: 'Chiffrement du partage',
  nature: 'malware',
  text: 'Un poste a chiffré le partage.',
  occurredAt: { on: '2026-11-18', at: '22:00' },
  detectedAt: { on: '2026-11-18', at: '22:15' },
  ticketedAt: { on: '2026-11-18', at: '22:40' },
  ticket: 'CAD-1',
  toldAt: { on: '2026-11-19', at: '09:00' },
  resolvedAt: null,
  personalData: false,
};

export const someFile = {
  regimes: ['nis2'],
  duty: { kind: 'firm', hours: 4, source: 'article 9' },
  awareAt: null,
  majorAt: null,
  notices: [{ key: 'nis2-early-warning', at: { on: '2026-11-19', at: '11:00' }, reference: 'ANSSI-1' }],
  note: '',
};

export interface IncidentBook {
  readonly answered: boolean;
  readonly items: readonly {
    readonly id: string;
    readonly openedBy: string;
    readonly shared: boolean;
    readonly facts: Record<string, unknown>;
    readonly disagreements: readonly string[];
    readonly statements: readonly { readonly side: string }[];
    readonly fileRevision: number;
    readonly file: { readonly duty: Record<string, unknown> };
    readonly delays: readonly { readonly key: string; readonly span: object | null }[];
    readonly dues: readonly {
      readonly key: string;
      readonly verdict: string;
      readonly dueUntil: string | null;
    }[];
    readonly reassess: boolean;
    readonly finding: string;
  }[];
}

/** An incident that the buyer opened and the supplier reads. */
export async function givenIncident(all: World, engagementId: string, shared = true): Promise<string> {
  const { body } = await all.acme.buyer.post<IncidentBook>(`/api/engagements/${engagementId}/incidents`, {
    ...someFacts,
    shared,
  });
  return body.items[0]?.id ?? '';
}
