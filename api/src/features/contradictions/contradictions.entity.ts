import type { ContradictionActKind } from '@probant/shared/contradictions/standing';
import type {
  AccountId,
  AssessmentId,
  ClarificationId,
  ContradictionActId,
  EngagementId,
  OrganisationId,
} from '@probant/shared/ids';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody did about a contradiction; contradictions themselves are worked out at every reading and kept nowhere. */
@Entity('contradiction_acts')
export class ContradictionActEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('uuid') id!: ContradictionActId;
  @Column('uuid', { name: 'engagement_id' }) engagementId!: EngagementId;
  @Column('uuid', { name: 'assessment_id' }) assessmentId!: AssessmentId;
  @Column('text') key!: string;
  @Column('text') act!: ContradictionActKind;
  @Column('text') fingerprint!: string;
  /** Canonical JSON of a KeptContradiction: both facts as they were shown, with the words of the act. */
  @Column('text', { name: 'act_text' }) text!: string;
  @Column('uuid', { name: 'clarification_id', nullable: true }) clarificationId!: ClarificationId | null;
  @Column('uuid', { name: 'acted_by' }) actedBy!: AccountId;
  @Column('text', { name: 'acted_by_name' }) actedByName!: string;
  @Column('timestamptz', { name: 'acted_at' }) actedAt!: Date;
}
