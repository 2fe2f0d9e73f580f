import { reminderOffsets } from '@probant/shared/assessments/reminder-moments';
import { DueReminders } from '../../features/campaigns/campaigns.public.js';
import type { Play } from './in-order.js';
import type { Scene } from './play.js';
import type { DemoCampaign } from './story.js';

/** On the days on which something falls due, as the program itself does every day. */
export async function* remindWhenDue({ stage }: Scene, campaigns: readonly DemoCampaign[]): Play {
  const days = campaigns.flatMap(({ dueOn }) => reminderOffsets.map((offset) => dueOn - offset));
  for (const day of [...new Set(days)].filter((one) => one >= 0).toSorted((one, other) => other - one)) {
    yield day;
    await stage.app.get(DueReminders).run();
  }
}
