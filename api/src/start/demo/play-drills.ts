import { addDays, isWeekend, isWorkingDay, type Day } from '@probant/shared/calendar';
import {
  testFileSha256,
  type DrillDrop,
  type DrillLimits,
  type DrillTicket,
} from '@probant/shared/drills/drill';
import type { PlannedDrop } from '@probant/shared/drills/plan';
import { demoPassword, demoSupplierPeople } from '../../features/instance/instance.public.js';
import type { Play } from './in-order.js';
import type { Scene } from './play.js';
import { printTinyPdf } from './tiny-pdf.js';

interface Book {
  readonly authorisations: readonly { readonly id: string }[];
  readonly drills: readonly { readonly id: string; readonly records: readonly { readonly id: string }[] }[];
}

const limits: DrillLimits = {
  source: 'Contrat-cadre d’infogérance, annexe 4, article 9.3',
  detectHours: 1,
  qualifyHours: 2,
  tellHours: 4,
  originSearch: true,
};

const ticket: DrillTicket = {
  reference: '',
  title: 'Fichier infecté détecté',
  openedAt: { on: '', at: null },
  firstCommentAt: null,
  comment: '',
  verdict: 'threat',
  originSearched: 'yes',
  closedBy: 'Astreinte sécurité',
  escalatedAt: null,
  toldAt: null,
  channel: null,
  told: '',
};

const drop = (droppedAt: DrillDrop['droppedAt'], found: DrillTicket, witness: string): DrillDrop => ({
  place: 'Partage « Comptabilité » du serveur de fichiers',
  method: 'Copie depuis un poste de test',
  sha256: testFileSha256,
  token: '',
  droppedAt,
  witness,
  tickets: [found],
});

/** A first drill, badly handled and contested; a second one, at night and on a Sunday, counter-signed. */
export async function* drill({ stage, buyers, suppliers }: Scene): Play {
  const { claire } = buyers;
  const path = `/api/engagements/${suppliers.get('cadran')?.engagementIds[0] ?? ''}`;
  yield 36;
  const { authorisations } = await claire.upload<Book>(`${path}/drill-authorisations`, {
    name: 'Autorisation d’exercices EICAR signée.pdf',
    mediaType: 'application/pdf',
    content: printTinyPdf(['Autorisation d’exercices EICAR', 'Serveurs de fichiers et postes de test']),
    fields: [
      ['reference', 'AUT-EICAR-01'],
      ['signatory', demoSupplierPeople.lea.name],
      ['perimeter', 'Serveurs de fichiers et postes de test des trois sites, sans préavis.'],
      ['validFrom', stage.day(40)],
      ['validUntil', stage.day(-320)],
    ],
  });
  const authorisationId = authorisations[0]?.id ?? '';
  const carryOut = async (name: string, drops: readonly DrillDrop[]): Promise<string> => {
    const opened = await claire.post<Book>(`${path}/drills`, {
      name,
      limits,
      explanation: null,
      authorisationId,
    });
    const id = opened.drills[0]?.id ?? '';
    for (const one of drops) await claire.post(`${path}/drills/${id}/drops`, one);
    return id;
  };
  const record = async (id: string): Promise<string> => {
    const { drills } = await claire.post<Book>(`${path}/drills/${id}/record`);
    return drills.find((one) => one.id === id)?.records[0]?.id ?? '';
  };

  yield 31;
  const first = await carryOut('Exercice de jour', [firstDrop(workedDay(stage.day(33)))]);
  yield 30;
  const contested = await record(first);
  yield 28;
  const lea = stage.visitor();
  await lea.post('/api/session', { email: demoSupplierPeople.lea.email, password: demoPassword });
  await lea.post(`/api/follow-up/drills/${contested}/reply`, {
    stance: 'contested',
    reason: 'L’appel de 15 h 20 à votre accueil vous informait déjà de la détection.',
  });

  yield 15;
  const second = await carryOut('Nuit et dimanche', secondDrops(lastSunday(stage.day(20))));
  yield 13;
  const countersigned = await record(second);
  yield 11;
  await lea.post(`/api/follow-up/drills/${countersigned}/reply`, { stance: 'countersigned', reason: '' });
  await claire.put(`${path}/drill-plan`, { revision: 0, drops: planned(stage.day(0)) });
  await claire.post(`${path}/drills`, {
    name: 'Prochain exercice',
    limits,
    explanation: null,
    authorisationId,
  });
}

function firstDrop(on: Day): DrillDrop {
  const found = {
    ...ticket,
    reference: 'CAD-4471',
    openedAt: { on, at: '14:12' },
    firstCommentAt: { on, at: '14:40' },
    comment: 'Fichier de test, sans danger',
    verdict: 'test-file',
    originSearched: 'no',
  } as const;
  return drop({ on, at: '14:05' }, found, 'Inès Kerbrat');
}

function secondDrops(sunday: Day): DrillDrop[] {
  const wednesday = addDays(sunday, 3);
  const thursday = addDays(sunday, 4);
  return [
    drop(
      { on: sunday, at: '02:40' },
      {
        ...ticket,
        reference: 'CAD-4502',
        openedAt: { on: sunday, at: '02:52' },
        firstCommentAt: { on: sunday, at: '03:35' },
        comment: 'Fichier isolé, compte de dépôt recherché',
        escalatedAt: { on: sunday, at: '04:10' },
        toldAt: { on: sunday, at: '05:05' },
        channel: 'phone',
        told: 'Appel de l’astreinte, suivi d’un courriel',
      },
      'Inès Kerbrat',
    ),
    drop(
      { on: wednesday, at: null },
      {
        ...ticket,
        reference: 'CAD-4519',
        openedAt: { on: thursday, at: '01:20' },
        firstCommentAt: { on: thursday, at: '02:05' },
        comment: 'Même fichier, même poste',
        toldAt: { on: thursday, at: '03:30' },
        channel: 'email',
        told: 'Courriel de l’astreinte',
      },
      '',
    ),
  ];
}

/** A night of this quarter, a day off of the next, ordinary ones after: nothing is missing. */
function planned(today: Day): PlannedDrop[] {
  const place = 'Serveur de fichiers de Brest';
  return [
    { on: addDays(today, 12), at: '23:40', place },
    { on: lastSunday(addDays(today, 95)), at: '10:30', place },
    { on: workedDay(addDays(today, 185)), at: '11:15', place: 'Poste de test du siège' },
    { on: workedDay(addDays(today, 275)), at: '16:20', place },
  ];
}

function lastSunday(day: Day): Day {
  const sunday = isWeekend(day) && isWeekend(addDays(day, -1));
  return sunday ? day : lastSunday(addDays(day, -1));
}

function workedDay(day: Day): Day {
  return isWorkingDay(day) ? day : workedDay(addDays(day, -1));
}
