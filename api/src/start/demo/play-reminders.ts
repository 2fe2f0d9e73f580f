import { DueReminders } from '../../features/campaigns/campaigns.public.js';
import type { Play } from './in-order.js';
import type { Scene } from './play.js';

/** Every morning, as the program itself does. */
export async function* remindEveryMorning({ stage }: Scene, from: number): Play {
  for (let day = from; day >= 0; day -= 1) {
    yield day;
    await stage.app.get(DueReminders).run();
  }
}
