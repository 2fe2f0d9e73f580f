import { timeZones, type TimeZone } from '@probant/shared/calendar';
import { maxLengths } from '@probant/shared/limits';
import {
  Day,
  Email,
  Flag,
  Instant,
  ListOf,
  Nested,
  OneOf,
  Text,
  Uuid,
  Whole,
  Wholes,
} from '../../platform/http/fields.js';

/** Empty: the usual sentence alone. */
export class ReminderWords {
  @Text({ min: 0, max: maxLengths.longText }) fr!: string;
  @Text({ min: 0, max: maxLengths.longText }) en!: string;
}

export class ChangeRemindersRequest {
  @Flag() on!: boolean;
  @Nested(() => ReminderWords, { description: 'Added to each reminder, in the language of whoever reads it' })
  words!: ReminderWords;
  @Whole({ min: 1 }) revision!: number;
}

export class NextReminderResponse {
  @Day() on!: string;
  @Whole({ min: -366, description: 'Days from the due date; negative before it' }) offset!: number;
  @Whole({ description: 'Recipients' }) count!: number;
}

export class PausedRecipientResponse {
  @Uuid() assessmentId!: string;
  @Uuid() supplierId!: string;
  @Text() supplierName!: string;
  @Text() engagementName!: string;
  @Email() email!: string;
  @Text({ description: 'What the mail server said' }) reply!: string;
  @Instant() pausedAt!: string;
  @Text({ nullable: true, description: 'Where the request goes next, once the contact was corrected' })
  mendedTo!: string | null;
}

export class RemindersByHandResponse {
  @Whole({ description: 'Recipients to whom one may leave now' }) now!: number;
  @Day({ nullable: true, description: 'From which one more may leave, where only the day stands against it' })
  nextOn!: string | null;
}

export class CampaignRemindersResponse {
  @Flag() on!: boolean;
  @Nested(() => ReminderWords) words!: ReminderWords;
  @Whole() revision!: number;
  @OneOf(timeZones, { description: 'In which days are counted' }) timeZone!: TimeZone;
  @Wholes({ max: 20, description: 'Days from the due date at which reminders leave' })
  offsets!: number[];
  @Nested(() => RemindersByHandResponse) byHand!: RemindersByHandResponse;
  @ListOf(() => NextReminderResponse, {
    description: 'What leaves next if nothing changes, the earliest first',
  })
  next!: NextReminderResponse[];
  @Whole({ description: 'From whom a first submission is awaited' }) awaited!: number;
  @Whole({ description: 'Reminders that left by themselves' }) left!: number;
  @ListOf(() => PausedRecipientResponse, { description: 'Whose mail server refuses the address' })
  paused!: PausedRecipientResponse[];
}
