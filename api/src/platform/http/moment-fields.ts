import { Day, Text } from './fields.js';

/** When something happened as people wrote it down: `Moment` of `shared`. */
export class MomentFields {
  @Day({ description: 'In Paris' }) on!: string;
  @Text({ nullable: true, max: 5, description: 'What clocks in Paris showed, `06:30`; null: unknown' })
  at!: string | null;
}
