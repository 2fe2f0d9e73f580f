import { demoPassword, demoSupplierPeople } from '../../features/instance/instance.public.js';
import type { Play } from './in-order.js';
import type { Scene } from './play.js';
import type { Stage } from './stage.js';
import type { Visitor } from './visitor.js';

const euros = (amount: number): number => Math.round(amount * 100);

interface Words {
  readonly subject: string;
  readonly risk: string;
  readonly exclusion?: string;
  readonly recommendation: string;
  readonly alternatives?: string;
  readonly cost?: { readonly oneOffCents: number | null; readonly monthlyCents: number | null };
  readonly questions: readonly string[];
}

const firewall: Words = {
  subject: 'Pare-feu en fin de support',
  risk: 'L’éditeur ne corrigera plus les failles du pare-feu du siège à partir du mois prochain.',
  exclusion: 'Le remplacement du matériel n’est pas compris dans le forfait d’infogérance.',
  recommendation: 'Remplacer le boîtier et reprendre les règles avec une revue.',
  alternatives: 'Extension de support de douze mois chez l’éditeur, sans nouvelle fonction.',
  cost: { oneOffCents: euros(6_400), monthlyCents: euros(180) },
  questions: ['PAT-01'],
};
const accounts: Words = {
  subject: 'Comptes d’administration partagés',
  risk: 'Trois comptes à privilèges servent à plusieurs personnes : un acte ne peut être attribué à personne.',
  recommendation: 'Des comptes nominatifs, avec un coffre pour les comptes de secours.',
  cost: { oneOffCents: euros(1_200), monthlyCents: null },
  questions: ['PRV-01'],
};
const remoteAccess: Words = {
  subject: 'Accès distant sans double authentification',
  risk: 'Un mot de passe volé ouvre le réseau d’administration.',
  recommendation: 'Une double authentification pour tous les accès distants.',
  alternatives: 'Fermer l’accès distant hors des heures ouvrées.',
  questions: ['PRV-03'],
};
const restores: Words = {
  subject: 'Restauration complète jamais essayée',
  risk: 'Rien ne montre que le système de gestion repartirait dans le délai attendu.',
  exclusion: 'L’essai complet de restauration n’est pas compris dans le forfait.',
  recommendation: 'Un essai complet par an, sur une machine à part, avec procès-verbal.',
  alternatives: 'Un essai partiel, limité à la base de données.',
  cost: { oneOffCents: euros(2_900), monthlyCents: null },
  questions: ['BKP-07'],
};
const database: Words = {
  subject: 'Base de données bientôt hors support',
  risk: 'La version en place ne recevra plus de correctif de sécurité au printemps.',
  recommendation: 'Migrer vers la version suivante avant la fin du support.',
  questions: ['PAT-01'],
};

/** Warnings in every state that a register shows: decided both ways, priced and replaced, forgotten, entered by the buyer. */
export async function* warn({ stage, buyers, suppliers }: Scene): Play {
  yield 24;
  const lea = await signIn(stage, demoSupplierPeople.lea.email);
  const hugo = await signIn(stage, demoSupplierPeople.hugo.email);
  const request = await acceptedRequest(lea);
  const decided = await give(lea, request, accounts, stage.day(14));
  yield 22;
  const first = await give(hugo, request, remoteAccess, stage.day(8));
  yield 20;
  await give(hugo, request, firewall, stage.day(10));
  yield 18;
  await decide(buyers.claire, decided, 'accepted', 'À faire avec la prochaine maintenance.');
  yield 16;
  await decide(buyers.claire, first, 'quote-asked', 'Un prix par utilisateur, s’il vous plaît.');
  yield 9;
  const cost = { oneOffCents: euros(950), monthlyCents: euros(240) };
  const priced = await give(lea, request, { ...remoteAccess, cost }, stage.day(-10), first);
  yield 8;
  const entered = await enter(buyers.claire, suppliers.get('lagune')?.engagementIds[0] ?? '', database, {
    decideBy: stage.day(-5),
    received: { on: stage.day(11), by: 'letter' },
  });
  await decide(buyers.claire, entered, 'acknowledged', '');
  yield 5;
  await decide(buyers.ines, priced, 'refused', 'Budget de l’année engagé ; à revoir au printemps.');
  yield 3;
  await give(hugo, request, restores, stage.day(-21));
}

async function signIn(stage: Stage, email: string): Promise<Visitor> {
  const visitor = stage.visitor();
  await visitor.post('/api/session', { email, password: demoPassword });
  return visitor;
}

/** The oldest one, which was answered whole. */
async function acceptedRequest(supplier: Visitor): Promise<string> {
  const { requests } = await supplier.get<{ requests: readonly { assessmentId: string }[] }>(
    '/api/given-warnings',
  );
  const oldest = requests.at(-1);
  if (oldest === undefined) throw new Error('the supplier of the demo has accepted no request');
  return oldest.assessmentId;
}

async function give(
  supplier: Visitor,
  assessmentId: string,
  words: Words,
  decideBy: string,
  supersedesId: string | null = null,
): Promise<string> {
  const body = { ...bodyOf(words), decideBy, supersedesId };
  return (await supplier.post<{ id: string }>(`/api/requests/${assessmentId}/warnings`, body)).id;
}

async function enter(
  buyer: Visitor,
  engagementId: string,
  words: Words,
  more: { readonly decideBy: string; readonly received: { readonly on: string; readonly by: 'letter' } },
): Promise<string> {
  const body = { ...bodyOf(words), ...more, supersedesId: null };
  return (await buyer.post<{ id: string }>(`/api/engagements/${engagementId}/warnings`, body)).id;
}

async function decide(buyer: Visitor, id: string, decision: string, reason: string): Promise<void> {
  await buyer.post(`/api/warnings/${id}/decisions`, { decision, reason });
}

function bodyOf({ exclusion = '', alternatives = '', cost, ...words }: Words) {
  return { ...words, exclusion, alternatives, cost: cost ?? null, pieceIds: [] };
}
