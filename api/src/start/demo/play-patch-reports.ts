import { addDays } from '@probant/shared/calendar';
import { firstDayOf, monthOf, shiftMonth } from '@probant/shared/patch-reports/month';
import type { Play } from './in-order.js';
import type { Scene } from './play.js';

/** Three months of reports that came in time: nothing waits to be recorded. */
export async function* recordPatchReports({ stage, buyers, suppliers }: Scene, on: number): Play {
  yield on;
  const path = `/api/engagements/${suppliers.get('cadran')?.engagementIds[0] ?? ''}`;
  const current = monthOf(stage.day(on));
  const ended = [3, 2, 1].map((ago) => shiftMonth(current, -ago));
  await buyers.claire.put(`${path}/patch-report-expectation`, { revision: 0, fromMonth: ended[0] });
  for (const month of ended) {
    const receivedOn = addDays(firstDayOf(month), 27);
    await buyers.claire.post(`${path}/patch-reports`, {
      ...{ month, revision: 0, outcome: 'received', receivedOn },
      note: 'Déposé sur le portail du prestataire.',
    });
  }
}
