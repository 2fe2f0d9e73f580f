import type { Question } from '@probant/shared/questionnaires/document';
import { Acceptances } from '../../features/remediation/remediation.public.js';
import type { CastKey } from './cast.js';
import { inOrder, type Play } from './in-order.js';
import { makePiece, type PieceKey } from './pieces.js';
import type { Scene } from './play.js';
import type { Visitor } from './visitor.js';

interface Finding {
  readonly id: string;
  readonly revision: number;
}

/** One finding and whoever follows it: the buyer by its own address, the supplier by the other. */
class Followed {
  constructor(private readonly id: string) {}

  private async act(visitor: Visitor, side: 'findings' | 'follow-up/findings', act: string, body: object) {
    const at = `/api/${side}/${this.id}`;
    const { revision } = await visitor.get<Finding>(at);
    await visitor.post(`${at}/${act}`, { ...body, revision });
  }

  buyer(visitor: Visitor, act: string, body: object = {}): Promise<void> {
    return this.act(visitor, 'findings', act, body);
  }

  supplier(visitor: Visitor, act: string, body: object = {}): Promise<void> {
    return this.act(visitor, 'follow-up/findings', act, body);
  }

  read<T>(visitor: Visitor): Promise<T> {
    return visitor.get<T>(`/api/findings/${this.id}`);
  }

  async says(visitor: Visitor, side: 'findings' | 'follow-up/findings', body: string): Promise<void> {
    await visitor.post(`/api/${side}/${this.id}/comments`, { body });
  }

  async shows({ stage, lea }: Scene, key: PieceKey, daysAgo: number): Promise<void> {
    const piece = makePiece(stage, {
      key,
      supplier: 'Cadran Infogérance',
      daysAgo,
      asked: new Set(),
    });
    await lea.upload(`/api/follow-up/findings/${this.id}/pieces`, piece);
  }
}

const owner = { owner: 'Léa Marchetti', ownerSide: 'supplier' } as const;

/** What becomes of findings: of one supplier whose people follow them, and of several that the buyer follows alone. */
export async function* followFindings(scene: Scene): Play {
  yield* inOrder([...cadranPlays(scene), acceptRisk(scene), letAcceptanceEnd(scene), closeFindings(scene)]);
}

/** Nothing is there before the request is returned: each finding is looked for on its day. */
function cadranPlays(scene: Scene): Play[] {
  const of = (questionId: string) => () => findingOn(scene, 'cadran', questionId);
  return [
    agreedAndLate(scene, of('BKP-04')),
    verified(scene, of('PRV-05')),
    delivered(scene, of('PAT-06')),
    proposedBySupplier(scene, of('EIC-05')),
    proposedByBuyer(scene, of('BKP-03')),
    acceptanceAsked(scene, of('CTR-08')),
  ];
}

type Find = () => Promise<Followed>;

async function* agreedAndLate(scene: Scene, find: Find): Play {
  const { stage, buyers, lea } = scene;
  yield 11;
  const finding = await find();
  await finding.buyer(buyers.claire, 'plan', {
    ...owner,
    action: 'Mettre en place une copie déconnectée hebdomadaire et la restaurer une fois.',
    dueOn: stage.day(2),
    proof: 'Procès-verbal de restauration daté et signé.',
  });
  yield 10;
  await finding.supplier(lea, 'agree');
  yield 6;
  await finding.says(
    lea,
    'follow-up/findings',
    'Le support est livré, la première copie part cette semaine.',
  );
  yield 5;
  await finding.says(
    buyers.claire,
    'findings',
    'Merci. Prévoyez une restauration complète, pas un seul fichier.',
  );
}

async function* verified(scene: Scene, find: Find): Play {
  const { stage, buyers, lea } = scene;
  yield 11;
  const finding = await find();
  await finding.buyer(buyers.claire, 'plan', {
    ...owner,
    action: 'Faire auditer la configuration de l’annuaire et corriger les écarts.',
    dueOn: stage.day(3),
    proof: 'Rapport d’audit daté, ou constat sur place.',
  });
  yield 9;
  await finding.supplier(lea, 'agree');
  yield 8;
  await finding.shows(scene, 'audit', 8);
  await finding.supplier(lea, 'delivery', { reason: 'Écarts corrigés la semaine dernière, rapport joint.' });
  yield 7;
  const { question } = await finding.read<{ question: Question }>(buyers.claire);
  await finding.buyer(buyers.claire, 'verification', {
    level: 'E4',
    value: bestValue(question),
    datedOn: stage.day(9),
    reason: 'Vu sur place avec Hugo Dervaux, configuration et rapport concordent.',
  });
}

async function* delivered(scene: Scene, find: Find): Play {
  const { stage, buyers, lea } = scene;
  yield 10;
  const finding = await find();
  await finding.supplier(lea, 'plan', {
    ...owner,
    action: 'Transmettre chaque mois l’état des correctifs, serveur par serveur.',
    dueOn: stage.day(-5),
    proof: 'Premier relevé mensuel daté.',
  });
  yield 9;
  await finding.buyer(buyers.claire, 'agree');
  yield 4;
  await finding.shows(scene, 'correctifs', 4);
  await finding.supplier(lea, 'delivery', {
    reason: 'Premier relevé joint, le suivant arrivera début décembre.',
  });
}

async function* proposedBySupplier(scene: Scene, find: Find): Play {
  yield 5;
  const finding = await find();
  await finding.supplier(scene.lea, 'plan', {
    ...owner,
    action: 'Écrire au contrat l’obligation de rechercher l’origine de chaque détection.',
    dueOn: scene.stage.day(-40),
    proof: 'Avenant signé.',
  });
}

async function* proposedByBuyer(scene: Scene, find: Find): Play {
  yield 6;
  const finding = await find();
  await finding.buyer(scene.buyers.claire, 'plan', {
    ...owner,
    action: 'Ajouter une copie quotidienne vers un stockage ouvert à notre nom.',
    dueOn: scene.stage.day(-30),
    proof: 'Contrat de stockage et journal des copies sur quatre semaines.',
  });
}

async function* acceptanceAsked(scene: Scene, find: Find): Play {
  yield 3;
  const finding = await find();
  await finding.buyer(scene.buyers.claire, 'acceptance', {
    reason: 'Le marché se termine en juin, la correction coûterait plus que le risque.',
    until: scene.stage.day(-180),
  });
}

async function* acceptRisk(scene: Scene): Play {
  const { stage, buyers } = scene;
  yield 17;
  const finding = await findingOn(scene, 'lagune', 'BKP-04');
  await finding.buyer(buyers.claire, 'acceptance', {
    reason: 'La copie déconnectée est à notre charge, commandée pour janvier.',
    until: stage.day(-65),
  });
  yield 16;
  await finding.buyer(buyers.ines, 'acceptance/decision', {
    accepted: true,
    reason: 'Commande vue, date tenue pour certaine.',
  });
}

/** It ran out the day before, and the product opened the finding again. */
async function* letAcceptanceEnd(scene: Scene): Play {
  const { stage, buyers } = scene;
  yield 40;
  const finding = await findingOn(scene, 'ombrelle', 'BKP-03');
  await finding.buyer(buyers.claire, 'acceptance', {
    reason: 'Remplacement du prestataire prévu à l’automne.',
    until: stage.day(8),
  });
  yield 39;
  await finding.buyer(buyers.ines, 'acceptance/decision', {
    accepted: true,
    reason: 'Jusqu’au remplacement, pas au delà.',
  });
  yield 3;
  await stage.app.get(Acceptances).endDue();
}

const settled = [
  ['ombrelle', 'DNS-01', 'Mandat de transfert reçu du bureau d’enregistrement.'],
  ['boreale', 'RGP-01', 'Fournisseur refusé : la prestation n’est pas engagée.'],
] as const;

async function* closeFindings(scene: Scene): Play {
  yield 1;
  for (const [key, questionId, reason] of settled) {
    const finding = await findingOn(scene, key, questionId);
    await finding.buyer(scene.buyers.claire, 'close', { reason });
  }
}

async function findingOn({ buyers, suppliers }: Scene, key: CastKey, questionId: string): Promise<Followed> {
  const supplierId = suppliers.get(key)?.supplierId ?? '';
  const { items } = await buyers.claire.get<{ items: readonly Finding[] }>(
    `/api/findings?supplierId=${supplierId}&search=${questionId}`,
  );
  const [finding] = items;
  if (finding === undefined) throw new Error(`the demo has no finding on ${questionId} of ${key}`);
  return new Followed(finding.id);
}

/** The answer that nothing is found about. */
function bestValue(question: Question): unknown {
  switch (question.type) {
    case 'single':
      return question.options.toSorted((a, b) => (a.risk ?? 0) - (b.risk ?? 0))[0]?.value;
    case 'multi':
      return question.options.map(({ value }) => value);
    case 'number':
    case 'duration':
      return question.curve.toSorted(([, a], [, b]) => a - b)[0]?.[0];
    default:
      throw new Error(`the demo verifies no ${question.type}`);
  }
}
