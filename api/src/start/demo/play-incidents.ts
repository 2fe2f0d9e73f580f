import { addDays, parisDay, type Day } from '@probant/shared/calendar';
import type { IncidentFacts, IncidentFile } from '@probant/shared/incidents/incident';
import { demoPassword, demoSupplierPeople } from '../../features/instance/instance.public.js';
import type { Play } from './in-order.js';
import type { Scene } from './play.js';

interface Items {
  readonly items: readonly { readonly id: string }[];
}
interface Services extends Items {
  readonly services: readonly { readonly assessmentId: string; readonly title: string }[];
}

const nothingWritten: IncidentFile = {
  regimes: [],
  duty: { kind: 'none', hours: null, source: '' },
  awareAt: null,
  majorAt: null,
  notices: [],
  note: '',
};

/** One that the supplier reported late, and one of yesterday of which the buyer's own clocks still run. */
export async function* incidents({ stage, buyers, suppliers }: Scene): Play {
  const { claire } = buyers;
  yield 9;
  const lea = stage.visitor();
  await lea.post('/api/session', { email: demoSupplierPeople.lea.email, password: demoPassword });
  const { services } = await lea.get<Services>('/api/follow-up/incidents');
  const service = services.find(({ title }) => title.startsWith('Infogérance')) ?? services[0];
  const night = addDays(parisDay(stage.now().toISOString()), -2);
  const morning = addDays(night, 1);
  const facts: IncidentFacts = {
    title: 'Compte d’administration utilisé de nuit',
    nature: 'intrusion',
    text: 'Connexions au contrôleur de domaine depuis une adresse inconnue ; compte désactivé, mots de passe renouvelés.',
    occurredAt: { on: night, at: null },
    detectedAt: { on: night, at: '23:20' },
    ticketedAt: { on: night, at: '23:50' },
    ticket: 'CAD-4533',
    toldAt: { on: morning, at: '06:30' },
    resolvedAt: null,
    personalData: true,
  };
  await lea.post(`/api/requests/${service?.assessmentId ?? ''}/incidents`, facts);

  yield 8;
  const managed = `/api/engagements/${suppliers.get('cadran')?.engagementIds[0] ?? ''}/incidents`;
  const [reported] = (await claire.get<Items>(managed)).items;
  await claire.post(`${managed}/${reported?.id ?? ''}/statements`, {
    ...facts,
    toldAt: { on: morning, at: '09:40' },
    text: 'Premier appel reçu à 9 h 40 ; aucun message à 6 h 30.',
  });
  await claire.put(`${managed}/${reported?.id ?? ''}/file`, {
    ...fileOf(morning, parisDay(stage.now().toISOString())),
    revision: 0,
  });

  yield 1;
  const today = parisDay(stage.now().toISOString());
  const servers = `/api/engagements/${suppliers.get('talweg')?.engagementIds[0] ?? ''}/incidents`;
  const { items } = await claire.post<Items>(servers, { ...seenThisMorning(today), shared: false });
  await claire.put(`${servers}/${items[0]?.id ?? ''}/file`, { ...nothingWritten, revision: 0 });
}

function seenThisMorning(today: Day): IncidentFacts {
  return {
    title: 'Serveur de fichiers chiffré',
    nature: 'malware',
    text: 'Partage de l’agence illisible ; le prestataire a prévenu par téléphone.',
    occurredAt: { on: addDays(today, -1), at: null },
    detectedAt: { on: today, at: '07:10' },
    ticketedAt: null,
    ticket: '',
    toldAt: { on: today, at: '08:30' },
    resolvedAt: null,
    personalData: true,
  };
}

function fileOf(morning: string, today: string): IncidentFile {
  return {
    regimes: ['nis2'],
    duty: { kind: 'firm', hours: 4, source: 'Contrat-cadre d’infogérance, annexe 4, article 9.3' },
    awareAt: null,
    majorAt: null,
    notices: [
      { key: 'nis2-early-warning', at: { on: morning, at: '18:05' }, reference: 'ANSSI 26-1187' },
      {
        key: 'gdpr-authority',
        at: { on: today, at: null },
        reference: 'CNIL 26-90412',
      },
    ],
    note: 'Demander le journal des connexions des trente derniers jours.',
  };
}
