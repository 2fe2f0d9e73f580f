import { emptyTerms, type ContractTerms } from '@probant/shared/contracts/terms';
import type { ObligationKind } from '@probant/shared/obligations/kinds';
import type { MarkAct } from '@probant/shared/obligations/marks';
import type { CastKey } from './cast.js';
import type { Play } from './in-order.js';
import type { Scene } from './play.js';

/** Days are given as days before today; negative ones lie ahead. */
interface DatedTerms {
  readonly supplier: CastKey;
  readonly terms: Partial<ContractTerms> & Pick<ContractTerms, 'title'>;
  readonly starts: number;
  readonly ends: number;
}

interface DemoMark {
  readonly supplier: CastKey;
  readonly kind: ObligationKind;
  readonly act: MarkAct;
  readonly on: number;
  readonly note: string;
}

const months = (count: number) => ({ count, unit: 'months' }) as const;

/** One that nears its notice date, one that has passed it, one that has ended, and one that a decree found. */
const contracts: readonly DatedTerms[] = [
  {
    supplier: 'lagune',
    terms: {
      title: 'Contrat d’exploitation applicative',
      renewal: { kind: 'tacit', months: 12 },
      customerNotice: months(3),
      annualFeesCents: 4_800_000,
    },
    starts: 949,
    ends: -147,
  },
  {
    supplier: 'helianthe',
    terms: {
      title: 'Abonnement de paie en ligne',
      renewal: { kind: 'tacit', months: 12 },
      customerNotice: months(1),
      annualFeesCents: 2_160_000,
    },
    starts: 329,
    ends: -36,
  },
  {
    supplier: 'ardoise',
    terms: {
      title: 'Contrat de sauvegarde externalisée',
      renewal: { kind: 'none', months: null },
      customerNotice: months(2),
      annualFeesCents: 1_440_000,
    },
    starts: 1_116,
    ends: 20,
  },
  {
    supplier: 'tamaris',
    terms: {
      title: 'Contrat d’archivage à valeur probante',
      renewal: { kind: 'express', months: 24 },
      customerNotice: months(6),
      annualFeesCents: 3_120_000,
    },
    starts: 500,
    ends: -960,
  },
];

const marks: readonly DemoMark[] = [
  {
    supplier: 'lagune',
    kind: 'reversibility-test',
    act: 'done',
    on: 22,
    note: 'Procès-verbal du test : 412 dossiers rendus en 6 jours, pièce PV-reversibilite.pdf.',
  },
  {
    supplier: 'lagune',
    kind: 'go-no-go',
    act: 'postponed',
    on: -12,
    note: 'Le comité de direction attend le chiffrage du concurrent.',
  },
  {
    supplier: 'helianthe',
    kind: 'reversibility-test',
    act: 'done',
    on: 30,
    note: 'Export des bulletins relu sur notre poste, compte rendu du 3.',
  },
  {
    supplier: 'helianthe',
    kind: 'format-check',
    act: 'done',
    on: 21,
    note: 'Import de contrôle dans la base de test, 0 rejet.',
  },
  {
    supplier: 'ardoise',
    kind: 'term',
    act: 'done',
    on: 18,
    note: 'Restitution demandée par lettre recommandée, avis de réception du lendemain.',
  },
];

/** What contracts ask for in time, what was done of it, and the question on a decree. */
export async function* followObligations(scene: Scene): Play {
  yield 32;
  for (const contract of contracts) await recordTerms(scene, contract);
  yield 17;
  for (const mark of marks) await markObligation(scene, mark);
  const decree = await find(scene, 'tamaris', 'regulation', '&regulation=decree-2026-209');
  await scene.buyers.claire.post(`/api/calendar/obligations/${decree.id}/question`, { language: 'fr' });
  yield 16;
  const chain = await stateChain(scene, 0, []);
  yield 5;
  await stateChain(scene, chain, ['Rivage Astreinte']);
  await fileAdmission(scene, decree.id);
}

/** What the supplier answered meanwhile, with the day that it named. */
async function fileAdmission({ stage, buyers }: Scene, obligationId: string): Promise<void> {
  const path = `/api/calendar/obligations/${obligationId}`;
  const { regulation } = await buyers.claire.get<{
    regulation: { asked: { replies: readonly { id: string }[] } | null } | null;
  }>(path);
  const clarificationId = regulation?.asked?.replies[0]?.id;
  if (clarificationId === undefined) throw new Error('nobody answered about the decree');
  await buyers.claire.post(`${path}/admission`, {
    clarificationId,
    changeBy: `${Number(stage.day(0).slice(0, 4)) + 1}-03-31`,
    number: 0,
  });
}

/** Who performs for a supplier that was assessed: a company that joins later has it asked again. */
async function stateChain(scene: Scene, revision: number, below: readonly string[]): Promise<number> {
  const id = scene.suppliers.get('lagune')?.supplierId ?? '';
  const named = below.map((name) => ({ id: `new:${name}`, name, siren: null }));
  const path = `/api/engagements/${engagementOf(scene, 'lagune')}/certification`;
  const { revision: stated } = await scene.buyers.claire.put<{ revision: number }>(path, {
    revision,
    actors: [{ id, name: 'Lagune Exploitation', siren: null }, ...named],
    contracts: named.map((one) => ({ from: id, to: one.id, reference: '' })),
    performances: [],
    notPerformed: [],
  });
  return stated;
}

async function recordTerms(scene: Scene, { supplier, terms, starts, ends }: DatedTerms): Promise<void> {
  const { stage, buyers } = scene;
  const dated = {
    ...emptyTerms(terms.title),
    ...terms,
    signedOn: stage.day(starts + 10),
    startsOn: stage.day(starts),
    endsOn: stage.day(ends),
  };
  const path = `/api/engagements/${engagementOf(scene, supplier)}/contract/terms`;
  await buyers.claire.put(path, { terms: dated, reason: '', number: 0 });
}

async function markObligation(scene: Scene, { supplier, kind, act, on, note }: DemoMark): Promise<void> {
  const { id, marks: known } = await find(scene, supplier, kind);
  await scene.buyers.claire.post(`/api/calendar/obligations/${id}/marks`, {
    act,
    on: scene.stage.day(on),
    note,
    marks: known,
  });
}

async function find(
  scene: Scene,
  supplier: CastKey,
  kind: ObligationKind,
  more = '',
): Promise<{ readonly id: string; readonly marks: number }> {
  const engagementId = engagementOf(scene, supplier);
  const { items } = await scene.buyers.claire.get<{ items: readonly { id: string; marks: number }[] }>(
    `/api/calendar?state=all&engagementId=${engagementId}&kind=${kind}${more}`,
  );
  const [first] = items;
  if (first === undefined) throw new Error(`no ${kind} of ${supplier}`);
  return first;
}

function engagementOf({ suppliers }: Scene, supplier: CastKey): string {
  return suppliers.get(supplier)?.engagementIds[0] ?? '';
}
