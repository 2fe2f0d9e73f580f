import type { AccountId, EngagementId, OrganisationId } from '@probant/shared/ids';
import type { MarkAct } from '@probant/shared/obligations/marks';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a person said of an obligation; rows are only added, the last one counts. */
@Entity('obligation_marks')
export class ObligationMarkEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('uuid', { name: 'engagement_id' }) engagementId!: EngagementId;
  @PrimaryColumn('text') key!: string;
  @PrimaryColumn('integer') number!: number;
  @Column('text') act!: MarkAct;
  /** The day that the obligation had then. */
  @Column('date', { name: 'due_on' }) dueOn!: string;
  @Column('date', { nullable: true }) on!: string | null;
  @Column('text') note!: string;
  @Column('uuid', { name: 'by_id' }) byId!: AccountId;
  @Column('text', { name: 'by_name' }) byName!: string;
  @Column('timestamptz') at!: Date;
}
